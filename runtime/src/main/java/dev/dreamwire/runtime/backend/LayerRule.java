package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Precision;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which linear layers are computed in 8 bits, and whose weights are kept in 16.
 *
 * @param quantized by its weight's name, whether a layer may be computed in 8 bits
 */
record LayerRule(Predicate<String> quantized) {
  /** Below this a product is too small to gain from narrow weights. */
  private static final int SMALLEST = 64;

  /** Kinds of layers that stay exact in 8 bits, by what their weights' names contain. */
  private static final List<String> EXACT =
      List.of(
          "embed",
          "external_cond",
          "final_layer",
          "quant_conv",
          "predictor",
          "linear_encode",
          "linear_decode");

  /**
   * The large layers inside of transformer blocks. What leads into a model and out of it stays
   * exact: it costs little time, and its errors are seen.
   */
  static final LayerRule MEASURED = new LayerRule(name -> EXACT.stream().noneMatch(name::contains));

  /** The precision of a layer where {@code wanted} is asked for. */
  Precision precision(WeightSpec weight, Precision wanted) {
    if (!isLarge(weight) || wanted == Precision.INT8 && !quantized.test(weight.name())) {
      return Precision.F32;
    }
    return wanted;
  }

  private static boolean isLarge(WeightSpec weight) {
    return weight.shape().rank() == 2
        && weight.shape().dim(0) >= SMALLEST
        && weight.shape().dim(1) >= SMALLEST;
  }
}
