package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.tensor.TensorData;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs programs as TorchScript in libtorch: what the trainer uses beside its steps. */
public final class ScriptBackend implements Backend {
  @Override
  public String id() {
    return "script";
  }

  @Override
  public Executable compile(Program program, CompileOptions options) {
    List<String> names = new ArrayList<>();
    ScriptOps ops =
        new ScriptOps(
            false,
            name -> {
              names.add(name);
              return "W[" + (names.size() - 1) + "]";
            });
    Map<String, ScriptValue> arguments = new LinkedHashMap<>();
    program
        .inputs()
        .forEach(
            (name, shape) -> arguments.put(name, ops.argument("in_" + arguments.size(), shape)));
    Map<String, ScriptValue> outputs = program.body().apply(ops, arguments);
    String source =
        "  def run(self: __torch__.Program, W: List[Tensor], C: List[Tensor]"
            + arguments.values().stream()
                .map(a -> ", " + a.name() + ": Tensor")
                .collect(Collectors.joining())
            + ") -> List[Tensor]:\n"
            + ops.source()
            + "    return ["
            + outputs.values().stream().map(ScriptValue::name).collect(Collectors.joining(", "))
            + "]\n";
    Map<String, Shape> shapes = new LinkedHashMap<>();
    outputs.forEach((name, value) -> shapes.put(name, value.shape()));
    List<float[]> weights = new ArrayList<>();
    List<Shape> weightShapes = new ArrayList<>();
    Map<String, WeightSpec> specs =
        ops.weights().stream().collect(Collectors.toMap(WeightSpec::name, s -> s));
    for (String name : names) {
      TensorData data = program.weights().get(name);
      weights.add(data.toFloats());
      weightShapes.add(specs.get(name).shape());
    }
    return new Running(
        program, source, shapes, weights, weightShapes, ops.constants(), options.threads());
  }

  private static final class Running implements Executable {
    private final Program program;
    private final Map<String, Shape> outputShapes;
    // Compiled on one thread and used on another.
    private final Arena arena = Arena.ofShared();
    private final Map<String, FloatBuffer> inputs = new LinkedHashMap<>();
    private final Map<String, FloatBuffer> outputs = new LinkedHashMap<>();
    private final LoadedScript script;
    private final NDList fixed = new NDList();

    Running(
        Program program,
        String source,
        Map<String, Shape> outputShapes,
        List<float[]> weights,
        List<Shape> weightShapes,
        List<ScriptOps.Constant> constants,
        int threads) {
      this.program = program;
      this.outputShapes = outputShapes;
      this.script = LoadedScript.load(ScriptArchive.of(source), threads);
      try {
        program.inputs().forEach((name, shape) -> inputs.put(name, buffer(shape)));
        outputShapes.forEach((name, shape) -> outputs.put(name, buffer(shape)));
        script.call(() -> fixed.addAll(weights(weights, weightShapes)));
        script.call(() -> fixed.addAll(script.constants(constants)));
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    private NDList weights(List<float[]> values, List<Shape> shapes) {
      List<NDArray> arrays = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        arrays.add(LoadedScript.array(script.manager(), shapes.get(i), values.get(i)));
      }
      // The engine knows a list by its name only if it has an element.
      arrays.add(script.manager().create(0f));
      return LoadedScript.list("W", arrays);
    }

    private FloatBuffer buffer(Shape shape) {
      return arena
          .allocate(Math.max(1, shape.count()) * Float.BYTES, Float.BYTES)
          .asByteBuffer()
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
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
      return inputs.get(name);
    }

    @Override
    public FloatBuffer output(String name) {
      return outputs.get(name);
    }

    @Override
    public void run() {
      script.call(
          () -> {
            JniUtils.setGradMode(false);
            try (NDManager scope = script.manager().newSubManager()) {
              NDList arguments = new NDList(fixed);
              program
                  .inputs()
                  .forEach(
                      (name, shape) ->
                          arguments.add(
                              scope.create(
                                  inputs.get(name).duplicate().clear(),
                                  new ai.djl.ndarray.types.Shape(shape.dims()))));
              NDList results = script.forward(scope, "run", arguments, false);
              int i = 0;
              for (FloatBuffer out : outputs.values()) {
                out.put(0, results.get(i++).toFloatArray());
              }
            }
            return null;
          });
    }

    @Override
    public Map<String, Double> shares() {
      return Map.of();
    }

    @Override
    public void close() {
      script.close();
      arena.close();
    }
  }
}
