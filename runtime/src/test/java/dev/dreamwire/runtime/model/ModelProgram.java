package dev.dreamwire.runtime.model;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model as a program with random weights, and values for all that it is fed. */
final class ModelProgram {
  /** A frame in the middle of a game: the ring has been gone round once. */
  private static final long FRAME = 11;

  /** Writes a model's outputs. */
  interface Body {
    <T> Map<String, T> apply(Ops<T> ops, HistoryView<T> history, Map<String, T> inputs);
  }

  private final Map<String, float[]> fed = new LinkedHashMap<>();
  private final Program program;

  /**
   * A program.
   *
   * @param inputs shapes by name; {@code latent} and {@code action} are the history's
   */
  ModelProgram(String name, Map<String, Shape> inputs, Body body) {
    inputs.forEach((input, shape) -> fed.put(input, random(input, shape)));
    Map<String, Shape> all = new LinkedHashMap<>(inputs);
    CostOps dry = new CostOps();
    body.apply(dry, new Collecting(inputs, all), inputs);
    Map<String, TensorData> weights = new LinkedHashMap<>();
    for (WeightSpec spec : dry.weights()) {
      weights.put(spec.name(), TensorData.of(spec.shape(), new RandomWeights().apply(spec)));
    }
    TensorFunction function =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> values) {
            return body.apply(ops, new Fed<>(values), values);
          }
        };
    program = new Program(name, all, function, Weights.of(weights));
  }

  Program program() {
    return program;
  }

  /** Values of every input. */
  Map<String, float[]> fed() {
    return fed;
  }

  private static float[] random(String name, Shape shape) {
    return RandomWeights.gaussian(name.hashCode(), Math.toIntExact(shape.count()));
  }

  /** Notes what a model asks its history for. */
  private final class Collecting implements HistoryView<Shape> {
    private final Map<String, Shape> inputs;
    private final Map<String, Shape> all;

    Collecting(Map<String, Shape> inputs, Map<String, Shape> all) {
      this.inputs = inputs;
      this.all = all;
    }

    private Shape asked(String name, Shape shape, float[] values) {
      all.put(name, shape);
      fed.put(name, values);
      return shape;
    }

    @Override
    public Shape latent() {
      return inputs.get("latent");
    }

    @Override
    public Shape action() {
      return inputs.get("action");
    }

    @Override
    public Shape ring(String name, Shape slot, int capacity) {
      Shape shape = slot.prepend(capacity);
      return asked(name, shape, random(name, shape));
    }

    @Override
    public void push(String name, Shape value) {
      // What is kept for the next frame does not change this one.
    }

    @Override
    public Shape perFrame(String name, Shape shape, TensorScope.FrameFill fill) {
      FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.count()));
      fill.fill(FRAME, values);
      return asked(name, shape, values.array());
    }

    @Override
    public Shape noise(String name, Shape shape) {
      return asked(name, shape, random(name, shape));
    }
  }

  /** Hands out inputs. */
  private record Fed<T>(Map<String, T> values) implements HistoryView<T> {
    @Override
    public T latent() {
      return values.get("latent");
    }

    @Override
    public T action() {
      return values.get("action");
    }

    @Override
    public T ring(String name, Shape slot, int capacity) {
      return values.get(name);
    }

    @Override
    public void push(String name, T value) {
      // What is kept for the next frame does not change this one.
    }

    @Override
    public T perFrame(String name, Shape shape, TensorScope.FrameFill fill) {
      return values.get(name);
    }

    @Override
    public T noise(String name, Shape shape) {
      return values.get(name);
    }
  }
}
