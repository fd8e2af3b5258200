package dev.dreamwire.runtime.oasis.speed;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.ModelWeights;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.oasis.HashTensors;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What 8 bits cost each kind of layer of Oasis in accuracy: the error of a model's output if only
 * that kind is computed in 8 bits. Weights are regenerated from their names. Blocks its thread.
 */
public final class PrecisionTable {
  private static final String SEED = "F:";
  private static final float VARIANCE_ONE = (float) Math.sqrt(3);

  /** Noise levels of a context frame and of the frame being made. */
  private static final float[] LEVELS = {14, 699};

  /**
   * A measurement.
   *
   * @param model {@code dit} (the predicted v of a frame after one context frame) or {@code
   *     decoder} (the picture of a latent)
   * @param kind the only kind of layer in 8 bits; empty for all those that play computes in 8 bits
   * @param error of the output against 32 bits, relative in L2
   */
  public record Row(String model, Optional<LayerKind> kind, double error) {}

  /** A model's forward pass. */
  private record Pass(
      String model, Map<String, Shape> inputs, TensorFunction body, Weights weights) {}

  private final ReferenceConfig config;
  private final int threads;

  /** A table for models of some size. */
  public PrecisionTable(ReferenceConfig config, int threads) {
    this.config = config;
    this.threads = threads;
  }

  /**
   * Measures.
   *
   * @param found told each row as soon as it is known
   */
  public void measure(Consumer<Row> found) {
    measure(dit(), found);
    measure(decoder(), found);
  }

  private void measure(Pass pass, Consumer<Row> found) {
    float[] exact = run(pass, new CpuBackend(), Precision.F32);
    for (LayerKind kind : LayerKind.values()) {
      if (pass.weights().names().stream().anyMatch(kind::covers)) {
        float[] made = run(pass, CpuBackend.narrowing(kind::covers), Precision.INT8);
        found.accept(new Row(pass.model(), Optional.of(kind), error(made, exact)));
      }
    }
    float[] made = run(pass, new CpuBackend(), Precision.INT8);
    found.accept(new Row(pass.model(), Optional.empty(), error(made, exact)));
  }

  private Pass dit() {
    SpaceTimeDit dit = new SpaceTimeDit(config.dit(), "");
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("x", config.dit().latentShape().prepend(1, LEVELS.length));
    inputs.put("t", Shape.of(1, LEVELS.length));
    inputs.put("actions", Shape.of(1, LEVELS.length, config.dit().actions()));
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            T v = dit.forward(ops, in.get("x"), in.get("t"), in.get("actions"));
            return Map.of("out", ops.slice(v, 1, LEVELS.length - 1, LEVELS.length));
          }
        };
    return new Pass("dit", inputs, body, HashTensors.weights(SEED + "dit.", ModelWeights.of(dit)));
  }

  private Pass decoder() {
    VitAutoencoder vae = new VitAutoencoder(config.vae(), "");
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("out", vae.decode(ops, in.get("x")));
          }
        };
    return new Pass(
        "decoder",
        Map.of("x", config.vae().latentShape().prepend(1)),
        body,
        HashTensors.weights(SEED + "vae.", ModelWeights.of(vae)));
  }

  private float[] run(Pass pass, Backend backend, Precision precision) {
    Program program = new Program(pass.model(), pass.inputs(), pass.body(), pass.weights());
    CompileOptions options = new CompileOptions(precision, threads, false);
    try (Executable executable = backend.compile(program, options)) {
      pass.inputs().forEach((input, shape) -> executable.input(input).put(0, values(input, shape)));
      executable.run();
      FloatBuffer out = executable.output("out");
      float[] made = new float[out.capacity()];
      out.get(0, made);
      return made;
    }
  }

  private static float[] values(String input, Shape shape) {
    return switch (input) {
      case "t" -> LEVELS;
      case "actions" -> HashTensors.actions(SEED + "in.precision.actions", LEVELS.length);
      default -> {
        int count = Math.toIntExact(shape.count());
        yield HashTensors.input(SEED + "in.precision." + input, count, VARIANCE_ONE);
      }
    };
  }

  private static double error(float[] made, float[] exact) {
    double off = 0;
    double whole = 0;
    for (int i = 0; i < made.length; i++) {
      off += (made[i] - exact[i]) * (made[i] - exact[i]);
      whole += exact[i] * exact[i];
    }
    return Math.sqrt(off / whole);
  }
}
