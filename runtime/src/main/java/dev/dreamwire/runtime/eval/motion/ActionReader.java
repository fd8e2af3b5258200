package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.InverseDynamicsNet;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Map;

/** Reads actions from frames with a trained network. Used by one thread; holds native memory. */
public final class ActionReader implements AutoCloseable {
  private static final int BATCH = 32;
  private final MotionInput input;
  private final Executable program;

  ActionReader(
      MotionInput input,
      InverseDynamicsNet net,
      Weights weights,
      Backend backend,
      CompileOptions options) {
    this.input = input;
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("logits", net.logits(ops, in.get("x")));
          }
        };
    Shape shape = Shape.of(BATCH, net.cells(), net.features());
    this.program =
        backend.compile(
            new Program("inverse dynamics", Map.of("x", shape), body, weights), options);
  }

  /**
   * Reads every step of a clip and compares it with the truth.
   *
   * @param clip frames and true actions
   */
  public Confusion read(Labelled clip) {
    Confusion out = Confusion.empty();
    float[] x = new float[BATCH * input.size()];
    float[] logits = new float[BATCH * Factor.allClasses()];
    for (int from = 1; from <= clip.steps(); from += BATCH) {
      int n = Math.min(BATCH, clip.steps() + 1 - from);
      for (int i = 0; i < n; i++) {
        input.write(clip.clip(), from + i, x, i * input.size());
      }
      program.input("x").put(0, x);
      program.run();
      program.output("logits").get(0, logits);
      for (int i = 0; i < n; i++) {
        count(clip, from + i, logits, i * Factor.allClasses(), out);
      }
    }
    return out;
  }

  private static void count(Labelled clip, int frame, float[] logits, int at, Confusion into) {
    for (Factor factor : Factor.values()) {
      int label = clip.label(factor, frame);
      if (label != Factor.UNTOLD) {
        int first = factor.offset();
        int best = 0;
        for (int i = 1; i < factor.classes().size(); i++) {
          if (logits[at + first + i] > logits[at + first + best]) {
            best = i;
          }
        }
        into.counts()[first + label][first + best]++;
      }
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
