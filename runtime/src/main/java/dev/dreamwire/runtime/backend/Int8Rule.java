package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.WeightSpec;
import java.util.List;

/**
 * Which linear layers get 8-bit weights: the large ones inside of transformer blocks. What leads
 * into a model and out of it, and what shifts and scales whole frames, stays exact: it costs little
 * time, and its errors are seen.
 */
final class Int8Rule {
  /** Below this a product is too small to gain from narrow weights. */
  private static final int SMALLEST = 64;

  private static final List<String> EXACT =
      List.of(
          "embed",
          "external_cond",
          "final_layer",
          "quant_conv",
          "predictor",
          "linear_encode",
          "linear_decode");

  private Int8Rule() {}

  static boolean quantizes(WeightSpec weight) {
    return weight.shape().rank() == 2
        && weight.shape().dim(0) >= SMALLEST
        && weight.shape().dim(1) >= SMALLEST
        && EXACT.stream().noneMatch(weight.name()::contains);
  }
}
