package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import dev.dreamwire.runtime.tensor.onnx.OnnxOptions;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this processor adds products of bytes right: with AVX2 alone, ONNX Runtime adds two
 * products of an unsigned and a signed byte in 16 bits, which overflow where both are large.
 * Weights are then better unsigned too. Stateless.
 */
final class ByteSums {
  private static final Logger LOG = LoggerFactory.getLogger(ByteSums.class);

  /** Whether they overflow, as a product of ones tells that has less than it should. */
  static final boolean OVERFLOW = sum() < 0.9f * Ones.COUNT;

  private ByteSums() {}

  private static float sum() {
    float[] ones = new float[Ones.COUNT];
    Arrays.fill(ones, 1);
    float[] matrix = new float[Ones.COUNT * Ones.COUNT];
    Arrays.fill(matrix, 1);
    Shape row = Shape.of(1, Ones.COUNT);
    OnnxModel model =
        OnnxModel.write(
            "bytes",
            Map.of("x", row),
            new Ones(),
            Weights.of(Map.of(Ones.MATRIX.name(), TensorData.of(Ones.MATRIX.shape(), matrix))),
            OnnxOptions.fast(spec -> Precision.INT8, () -> false));
    try (OrtExecutable program =
        new OrtExecutable(
            "bytes", OrtSessions.open(model, 1, null), Map.of("x", row), model.outputs(), null)) {
      program.input("x").put(0, ones);
      program.run();
      return program.output("y").get(0);
    } catch (OrtException | BackendException e) {
      // Whoever needs products of bytes will be told by the program that has them.
      LOG.warn("products of bytes cannot be tried", e);
      return Ones.COUNT;
    }
  }

  /** A row of ones times a matrix of ones. */
  private static final class Ones implements TensorFunction {
    static final int COUNT = 64;
    static final WeightSpec MATRIX = new WeightSpec("ones", Shape.of(COUNT, COUNT), Init.ZEROS);

    @Override
    public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
      return Map.of("y", ops.linear(inputs.get("x"), ops.weight(MATRIX), null));
    }
  }
}
