package dev.dreamwire.runtime.tensor.learn;

import dev.dreamwire.api.tensor.Ops;
import java.util.Map;

/** What a trainer makes small: written once against {@link Ops}, so any reading can compute it. */
public interface LossFunction {
  /**
   * Writes the loss of one batch.
   *
   * @param batch named inputs of static shape
   * @return {@code "loss"}: the scalar to make small; further scalars are only reported
   */
  <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch);
}
