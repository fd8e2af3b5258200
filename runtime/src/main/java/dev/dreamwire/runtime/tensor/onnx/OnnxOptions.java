package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Precision;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * How mathematics is written.
 *
 * @param runtimeOperators whether operators may be used that only ONNX Runtime has, and forms of
 *     others that its CPU kernels run fastest; false for graphs that others must read
 * @param precision of each linear layer, by its weight; needs runtimeOperators
 * @param unsigned whether weights of 8 bits are written as unsigned ones, for processors whose sums
 *     of products with signed ones overflow; asked when there are such weights
 */
public record OnnxOptions(
    boolean runtimeOperators, Function<WeightSpec, Precision> precision, BooleanSupplier unsigned) {
  public OnnxOptions {
    precision = runtimeOperators ? precision : weight -> Precision.F32;
  }

  /** Operators of the ONNX standard alone, 32-bit. */
  public static OnnxOptions standard() {
    return new OnnxOptions(false, weight -> Precision.F32, () -> false);
  }

  /** For ONNX Runtime, each linear layer in the precision that a rule gives it. */
  public static OnnxOptions fast(Function<WeightSpec, Precision> rule, BooleanSupplier unsigned) {
    return new OnnxOptions(true, rule, unsigned);
  }
}
