package dev.dreamwire.runtime.backend;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.torch.TorchOps;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that is read anew at every run. */
final class TorchExecutable implements Executable {
  private final Program program;
  private final CompileOptions options;
  private final Map<String, Shape> outputShapes;
  private final Map<String, FloatBuffer> inputs = new LinkedHashMap<>();
  private final Map<String, FloatBuffer> outputs = new LinkedHashMap<>();
  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final Map<String, NDArray> weights = new HashMap<>();
  private final Map<String, Double> nanos = new LinkedHashMap<>();

  TorchExecutable(
      Program program,
      List<WeightSpec> specs,
      Map<String, Shape> outputShapes,
      CompileOptions options) {
    this.program = program;
    this.options = options;
    this.outputShapes = Collections.unmodifiableMap(outputShapes);
    program.inputs().forEach((name, shape) -> inputs.put(name, allocate(shape)));
    outputShapes.forEach((name, shape) -> outputs.put(name, allocate(shape)));
    for (WeightSpec spec : specs) {
      float[] values = program.weights().get(spec.name()).toFloats();
      weights.put(spec.name(), manager.create(values, torch(spec.shape())));
    }
  }

  @Override
  public Map<String, Shape> inputs() {
    return program.inputs();
  }

  @Override
  public Map<String, Shape> outputs() {
    return outputShapes;
  }

  @Override
  public FloatBuffer input(String name) {
    return named(inputs, name);
  }

  @Override
  public FloatBuffer output(String name) {
    return named(outputs, name);
  }

  @Override
  public void run() {
    JniUtils.setNumThreads(options.threads());
    PartClock clock = new PartClock();
    try (NDManager scope = manager.newSubManager()) {
      // Results belong to their operands' manager, so weights are lent to this run's.
      weights.values().forEach(weight -> weight.tempAttach(scope));
      Map<String, NDArray> fed = new LinkedHashMap<>();
      program
          .inputs()
          .forEach(
              (name, shape) ->
                  fed.put(name, scope.create(inputs.get(name).duplicate().clear(), torch(shape))));
      TorchOps ops = new TorchOps(scope, spec -> weights.get(spec.name()), clock::begin);
      program
          .body()
          .apply(ops, fed)
          .forEach((name, value) -> outputs.get(name).put(0, value.toFloatArray()));
    } catch (EngineException e) {
      throw new BackendException(
          program.name() + " failed on the torch backend: " + e.getMessage(), e);
    }
    if (options.profile()) {
      clock.end();
    }
  }

  @Override
  public Map<String, Double> shares() {
    double whole = nanos.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> out = new LinkedHashMap<>();
    nanos.forEach((part, time) -> out.put(part, time / whole));
    return out;
  }

  @Override
  public void close() {
    manager.close();
  }

  /** Adds the time of each part of a run. */
  private final class PartClock {
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private String part = "";
    private long since = System.nanoTime();

    void begin(String next) {
      long now = System.nanoTime();
      parts.merge(part, (double) (now - since), Double::sum);
      part = next;
      since = now;
    }

    void end() {
      begin("");
      parts.forEach((name, time) -> nanos.merge(name, time, Double::sum));
    }
  }

  private static FloatBuffer named(Map<String, FloatBuffer> buffers, String name) {
    FloatBuffer buffer = buffers.get(name);
    if (buffer == null) {
      throw new IllegalArgumentException(
          "no tensor is called " + name + "; there are " + buffers.keySet());
    }
    return buffer;
  }

  private static FloatBuffer allocate(Shape shape) {
    int bytes = Math.toIntExact(Math.multiplyExact(shape.count(), Float.BYTES));
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private static ai.djl.ndarray.types.Shape torch(Shape shape) {
    return new ai.djl.ndarray.types.Shape(shape.dims());
  }
}
