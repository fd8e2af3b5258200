package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.train.TrainStep;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A training step in libtorch. All native calls are made on one thread, whose settings they need.
 */
final class ScriptTrainStep implements TrainStep {
  private final ScriptTrainCompiler.Layout layout;
  private final LoadedScript script;
  private final NDList weights;
  private final NDList averages;
  private final NDList firstMoments;
  private final NDList secondMoments;
  private final NDList counts;
  private final NDList constants;
  private long steps;

  ScriptTrainStep(byte[] archive, ScriptTrainCompiler.Layout layout, Options options, long seed) {
    this.layout = layout;
    this.script = LoadedScript.load(archive, options.threads());
    try {
      this.weights = tensors("P", spec -> WeightInit.values(spec, seed));
      this.averages = tensors("E", spec -> WeightInit.values(spec, seed));
      this.firstMoments = tensors("M", ScriptTrainStep::zeros);
      this.secondMoments = tensors("V", ScriptTrainStep::zeros);
      this.counts = script.call(this::counts);
      this.constants = script.call(() -> script.constants(layout.constants()));
    } catch (RuntimeException e) {
      script.close();
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
            NDList arguments = new NDList();
            for (NDList list :
                List.of(weights, firstMoments, secondMoments, counts, averages, constants)) {
              arguments.addAll(list);
            }
            arguments.add(scope.create(learningRate));
            addBatch(scope, batch, arguments);
            Map<String, Float> out = call(scope, "step", arguments, true);
            if (Float.isFinite(out.get("gradientNorm")) && Float.isFinite(out.get("loss"))) {
              steps++;
            }
            return out;
          }
        });
  }

  @Override
  public Map<String, Float> evaluate(Map<String, float[]> batch) {
    return script.call(
        () -> {
          try (NDManager scope = script.manager().newSubManager()) {
            NDList arguments = new NDList();
            arguments.addAll(averages);
            arguments.addAll(constants);
            addBatch(scope, batch, arguments);
            JniUtils.setGradMode(false);
            try {
              return call(scope, "evaluate", arguments, false);
            } finally {
              JniUtils.setGradMode(true);
            }
          }
        });
  }

  private void addBatch(NDManager scope, Map<String, float[]> batch, NDList arguments) {
    layout
        .inputs()
        .forEach(
            (name, shape) -> {
              float[] values = batch.get(name);
              if (values == null || values.length != shape.count()) {
                throw new IllegalArgumentException(
                    "input "
                        + name
                        + " of shape "
                        + shape
                        + " needs "
                        + shape.count()
                        + " values, not "
                        + (values == null ? "none" : values.length));
              }
              arguments.add(LoadedScript.array(scope, shape, values));
            });
  }

  private Map<String, Float> call(
      NDManager scope, String method, NDList arguments, boolean training) {
    NDList results = script.forward(scope, method, arguments, training);
    Map<String, Float> out = new LinkedHashMap<>();
    for (int i = 0; i < layout.scalars().size(); i++) {
      out.put(layout.scalars().get(i), results.get(i).toFloatArray()[0]);
    }
    if (results.size() > layout.scalars().size()) {
      out.put("gradientNorm", results.get(layout.scalars().size()).toFloatArray()[0]);
    }
    return out;
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
    script.close();
  }
}
