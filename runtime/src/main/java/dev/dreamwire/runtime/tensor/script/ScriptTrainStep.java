package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.train.TrainStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training step in libtorch. All native calls are made on one thread, whose settings they need.
 */
final class ScriptTrainStep implements TrainStep {
  private final ScriptTrainCompiler.Layout layout;
  private final EngineThread thread;
  private final PtNDManager manager;
  private final PtSymbolBlock program;
  private final NDList weights;
  private final NDList averages;
  private final NDList firstMoments;
  private final NDList secondMoments;
  private final NDList counts;
  private final NDList constants;
  private long steps;

  ScriptTrainStep(byte[] archive, ScriptTrainCompiler.Layout layout, Options options, long seed) {
    this.layout = layout;
    this.thread = new EngineThread(options.threads());
    this.manager = thread.call(() -> (PtNDManager) NDManager.newBaseManager("PyTorch"));
    this.program = thread.call(() -> load(archive));
    this.weights = tensors("P[]", spec -> WeightInit.values(spec, seed));
    this.averages = tensors("E[]", spec -> WeightInit.values(spec, seed));
    this.firstMoments = tensors("M[]", ScriptTrainStep::zeros);
    this.secondMoments = tensors("V[]", ScriptTrainStep::zeros);
    this.counts =
        thread.call(
            () -> named("S[]", layout.weights().stream().map(w -> manager.create(0f)).toList()));
    this.constants = thread.call(this::constants);
  }

  private PtSymbolBlock load(byte[] archive) {
    try {
      return JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NDList constants() {
    List<NDArray> arrays = new ArrayList<>();
    layout.constants().forEach(c -> arrays.add(array(manager, c.shape(), c.values())));
    // The engine knows a list by its name only if it has an element.
    arrays.add(manager.create(0f));
    return named("C[]", arrays);
  }

  private static float[] zeros(WeightSpec spec) {
    return new float[Math.toIntExact(spec.shape().count())];
  }

  private NDList tensors(String name, java.util.function.Function<WeightSpec, float[]> values) {
    return thread.call(
        () ->
            named(
                name,
                layout.weights().stream()
                    .map(w -> array(manager, w.shape(), values.apply(w)))
                    .toList()));
  }

  private static NDList named(String name, List<NDArray> arrays) {
    arrays.forEach(array -> array.setName(name));
    return new NDList(arrays);
  }

  private static NDArray array(NDManager manager, Shape shape, float[] values) {
    return manager.create(values, new ai.djl.ndarray.types.Shape(shape.dims()));
  }

  @Override
  public Map<String, Float> step(Map<String, float[]> batch, float learningRate) {
    return thread.call(
        () -> {
          try (NDManager scope = manager.newSubManager()) {
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
    return thread.call(
        () -> {
          try (NDManager scope = manager.newSubManager()) {
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
              arguments.add(array(scope, shape, values));
            });
  }

  private Map<String, Float> call(
      NDManager scope, String method, NDList arguments, boolean training) {
    NDArray which = scope.create(0f);
    which.setName("module_method:" + method);
    arguments.add(which);
    NDList results = IValueUtils.forward(program, arguments, training);
    results.attach(scope);
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
    return thread.call(() -> steps);
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
    return thread.call(
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
        thread.call(
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
    thread.call(
        () -> {
          for (int i = 0; i < arrays.size(); i++) {
            arrays.get(i).set(java.nio.FloatBuffer.wrap(state.arrays().get(i)));
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
    thread.call(
        () -> {
          program.close();
          manager.close();
          return null;
        });
    thread.close();
  }
}
