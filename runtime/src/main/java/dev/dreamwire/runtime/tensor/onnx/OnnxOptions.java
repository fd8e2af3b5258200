package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.WeightSpec;
import java.util.function.Predicate;

/**
 * How mathematics is written.
 *
 * @param runtimeOperators whether operators may be used that only ONNX Runtime has, and forms of
 *     others that its CPU kernels run fastest; false for graphs that others must read
 * @param quantized which linear layers get 8-bit weights, by their weight; needs runtimeOperators
 */
public record OnnxOptions(boolean runtimeOperators, Predicate<WeightSpec> quantized) {
  public OnnxOptions {
    quantized = runtimeOperators ? quantized : weight -> false;
  }

  /** Operators of the ONNX standard alone, 32-bit. */
  public static OnnxOptions standard() {
    return new OnnxOptions(false, weight -> false);
  }

  /** For ONNX Runtime, 32-bit. */
  public static OnnxOptions fast() {
    return new OnnxOptions(true, weight -> false);
  }

  /** For ONNX Runtime, with 8-bit weights where a rule says so. */
  public static OnnxOptions int8(Predicate<WeightSpec> rule) {
    return new OnnxOptions(true, rule);
  }
}
