package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.Ops;
import java.util.Map;

/**
 * Tensor mathematics written once, to be read by any {@link Ops}. Must be pure: the same calls in
 * the same order for every reading.
 */
public interface TensorFunction {
  /**
   * Writes the function.
   *
   * @param ops the reading
   * @param inputs named inputs
   * @return named outputs, in a stable order
   */
  <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs);
}
