package dev.dreamwire.runtime.model;

/**
 * How frames look back in time: over a whole window at once, or through a cache.
 *
 * @param <T> what a tensor is
 */
interface TemporalAttention<T> {
  /**
   * Attends.
   *
   * @param layer counts the temporal layers from 0
   * @param q {@code [B,N,heads,T,features]}, not yet rotated
   * @param k as q
   * @param v as q
   * @return as q
   */
  T attend(int layer, T q, T k, T v);
}
