package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Map;

/**
 * One linear layer, {@code x} to {@code y}, large enough to be worth 8 bits, and to be widened in
 * two parts.
 */
final class LinearModel implements TensorFunction {
  static final Shape ROWS = Shape.of(1, 16, 192);
  private static final WeightSpec MATRIX =
      new WeightSpec("fc.weight", Shape.of(6000, 192), Init.ZEROS);
  private static final WeightSpec BIAS = new WeightSpec("fc.bias", Shape.of(6000), Init.ZEROS);

  @Override
  public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
    return Map.of("y", ops.linear(inputs.get("x"), ops.weight(MATRIX), ops.weight(BIAS)));
  }

  static Program program(Weights weights) {
    return new Program("model", Map.of("x", ROWS), new LinearModel(), weights);
  }

  /** A row of inputs for it. */
  static float[] input() {
    return RandomWeights.gaussian(1, (int) ROWS.count());
  }

  static Weights weights() {
    RandomWeights random = new RandomWeights();
    return Weights.of(
        Map.of(
            MATRIX.name(), TensorData.of(MATRIX.shape(), random.apply(MATRIX)),
            BIAS.name(), TensorData.of(BIAS.shape(), random.apply(BIAS))));
  }

  /** The same, but for a number of the bias. */
  static Weights otherWeights() {
    float[] bias = weights().get(BIAS.name()).toFloats();
    bias[0]++;
    return Weights.of(
        Map.of(
            MATRIX.name(), weights().get(MATRIX.name()),
            BIAS.name(), TensorData.of(BIAS.shape(), bias)));
  }

  /** Some weights' matrix with others' bias. */
  static Weights withBias(Weights matrix, Weights bias) {
    return Weights.of(
        Map.of(MATRIX.name(), matrix.get(MATRIX.name()), BIAS.name(), bias.get(BIAS.name())));
  }
}
