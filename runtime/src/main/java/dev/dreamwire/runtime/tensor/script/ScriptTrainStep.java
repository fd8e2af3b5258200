package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A training step in libtorch. Its tensors are owned by one thread; replicas beside it read the
 * weights while they compute their part of a batch.
 */
final class ScriptTrainStep implements TrainStep {
  private final ScriptTrainCompiler.Layout layout;
  private final LoadedScript script;
  private final Replicas replicas;
  private final int parts;
  private final NDList weights;
  private final NDList averages;
  private final NDList firstMoments;
  private final NDList secondMoments;
  private final NDList counts;
  private final NDList constants;
  private long steps;

  ScriptTrainStep(byte[] archive, ScriptTrainCompiler.Layout layout, Options options, long seed) {
    this.layout = layout;
    this.parts = options.replicas();
    int threads = Math.max(1, options.threads() / parts);
    this.script = LoadedScript.load(archive, threads);
    this.replicas = new Replicas(parts, threads);
    try {
      this.weights = tensors("P", spec -> WeightInit.values(spec, seed));
      this.averages = tensors("E", spec -> WeightInit.values(spec, seed));
      this.firstMoments = tensors("M", ScriptTrainStep::zeros);
      this.secondMoments = tensors("V", ScriptTrainStep::zeros);
      this.counts = script.call(this::counts);
      this.constants = script.call(() -> script.constants(layout.constants()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private NDList counts() {
    return LoadedScript.list(
        "S", layout.weights().stream().map(w -> script.manager().create(0f)).toList());
  }

  private static float[] zeros(WeightSpec spec) {
    return new float[Math.toIntExact(spec.shape().count())];
  }

  private NDList tensors(String name, Function<WeightSpec, float[]> values) {
    return script.call(
        () ->
            LoadedScript.list(
                name,
                layout.weights().stream()
                    .map(w -> LoadedScript.array(script.manager(), w.shape(), values.apply(w)))
                    .toList()));
  }

  @Override
  public Map<String, Float> step(Map<String, float[]> batch, float learningRate) {
    return script.call(
        () -> {
          try (NDManager scope = script.manager().newSubManager()) {
            NDList sums = sum(replicas.each(part -> gradients(scope, batch, part)));
            NDList arguments = new NDList();
            for (NDList list : List.of(weights, firstMoments, secondMoments, counts, averages)) {
              arguments.addAll(list);
            }
            arguments.add(scope.create(learningRate));
            arguments.addAll(LoadedScript.list("R", sums));
            NDList results = script.forward(scope, "apply", arguments, true);
            Map<String, Float> out = scalars(results);
            out.put("gradientNorm", results.get(results.size() - 1).toFloatArray()[0]);
            if (Float.isFinite(out.get("gradientNorm")) && Float.isFinite(out.get("loss"))) {
              steps++;
            }
            return out;
          }
        });
  }

  /** The scalars of a part of a batch, then the gradients of all weights. */
  private NDList gradients(NDManager scope, Map<String, float[]> batch, int part) {
    NDList arguments = new NDList();
    arguments.addAll(weights);
    arguments.addAll(constants);
    addBatch(scope, batch, part, arguments);
    return script.forward(scope, "gradients", arguments, true);
  }

  private static NDList sum(List<NDList> parts) {
    NDList first = parts.getFirst();
    for (NDList other : parts.subList(1, parts.size())) {
      for (int i = 0; i < first.size(); i++) {
        first.get(i).addi(other.get(i));
      }
    }
    return first;
  }

  @Override
  public Map<String, Float> evaluate(Map<String, float[]> batch) {
    return script.call(
        () -> {
          try (NDManager scope = script.manager().newSubManager()) {
            Map<String, Float> out = new LinkedHashMap<>();
            replicas
                .each(part -> loss(scope, batch, part))
                .forEach(
                    of -> of.forEach((name, value) -> out.merge(name, value / parts, Float::sum)));
            return out;
          }
        });
  }

  private Map<String, Float> loss(NDManager scope, Map<String, float[]> batch, int part) {
    NDList arguments = new NDList();
    arguments.addAll(averages);
    arguments.addAll(constants);
    addBatch(scope, batch, part, arguments);
    JniUtils.setGradMode(false);
    try {
      return scalars(script.forward(scope, "evaluate", arguments, false));
    } finally {
      JniUtils.setGradMode(true);
    }
  }

  private void addBatch(NDManager scope, Map<String, float[]> batch, int part, NDList arguments) {
    layout
        .inputs()
        .forEach(
            (name, shape) -> {
              float[] values = batch.get(name);
              int count = Math.toIntExact(shape.count());
              if (values == null || values.length != parts * count) {
                throw new IllegalArgumentException(
                    "input "
                        + name
                        + " needs "
                        + shape.count()
                        + " values, not "
                        + (values == null ? "none" : values.length));
              }
              arguments.add(
                  LoadedScript.array(
                      scope,
                      shape,
                      parts == 1
                          ? values
                          : Arrays.copyOfRange(values, part * count, (part + 1) * count)));
            });
  }

  private Map<String, Float> scalars(NDList results) {
    Map<String, Float> out = new LinkedHashMap<>();
    for (int i = 0; i < layout.scalars().size(); i++) {
      out.put(layout.scalars().get(i), results.get(i).toFloatArray()[0]);
    }
    return out;
  }

  @Override
  public void begin(Weights trained) {
    List<WeightSpec> specs = layout.weights();
    List<float[]> values = specs.stream().map(spec -> values(trained, spec)).toList();
    script.call(
        () -> {
          for (int i = 0; i < specs.size(); i++) {
            weights.get(i).set(FloatBuffer.wrap(values.get(i)));
            averages.get(i).set(FloatBuffer.wrap(values.get(i)));
          }
          return null;
        });
  }

  private static float[] values(Weights trained, WeightSpec spec) {
    TensorData data = trained.get(spec.name());
    if (!data.shape().equals(spec.shape())) {
      throw new IllegalArgumentException(
          "weight " + spec.name() + " is " + data.shape() + ", not " + spec.shape());
    }
    return data.toFloats();
  }

  @Override
  public long steps() {
    return script.call(() -> steps);
  }

  @Override
  public Weights weights() {
    return copy(weights);
  }

  @Override
  public Weights averaged() {
    return copy(averages);
  }

  private Weights copy(NDList list) {
    return script.call(
        () -> {
          Map<String, TensorData> out = new LinkedHashMap<>();
          List<WeightSpec> specs = layout.weights();
          for (int i = 0; i < specs.size(); i++) {
            out.put(
                specs.get(i).name(),
                TensorData.of(specs.get(i).shape(), list.get(i).toFloatArray()));
          }
          return Weights.of(out);
        });
  }

  @Override
  public void save(Path file) {
    List<float[]> all = new ArrayList<>();
    long count =
        script.call(
            () -> {
              for (NDList list : state()) {
                list.forEach(array -> all.add(array.toFloatArray()));
              }
              return steps;
            });
    TrainState.write(file, count, all);
  }

  @Override
  public void restore(Path file) {
    TrainState state = TrainState.read(file);
    List<NDArray> arrays = new ArrayList<>();
    state().forEach(arrays::addAll);
    state.requireSizes(file, arrays.stream().map(NDArray::size).toList());
    script.call(
        () -> {
          for (int i = 0; i < arrays.size(); i++) {
            arrays.get(i).set(FloatBuffer.wrap(state.arrays().get(i)));
          }
          steps = state.steps();
          return null;
        });
  }

  private List<NDList> state() {
    return List.of(weights, averages, firstMoments, secondMoments, counts);
  }

  @Override
  public void close() {
    replicas.close();
    script.close();
  }
}
