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
   * @param q {@code [B,N,heads,T,features]}, not yet rotated; of all frames or of the newest alone
   * @param k as q, of all frames
   * @param v as k
   * @return as q
   */
  T attend(int layer, T q, T k, T v);
}
