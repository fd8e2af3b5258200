package dev.dreamwire.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Closeness;
import dev.dreamwire.runtime.tensor.OpCase;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Sections;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuBackendTest {
  private static final CompileOptions INT8 = new CompileOptions(Precision.INT8, 1, false);
  private final Backend backend = new CpuBackend();

  @ParameterizedTest
  @EnumSource(OpCase.class)
  void anOperationGivesWhatItsDefinitionSays(OpCase op) {
    BackendCheck.assertAsDefined(backend, op);
  }

  @Test
  void shapesOfOutputsFollowFromTheBody() {
    Program program = new Program("op", OpCase.inputs(), OpCase.TRANSPOSE, Weights.none());
    try (Executable executable = backend.compile(program, CompileOptions.DEFAULT)) {
      assertEquals(Map.of("out", Shape.of(8, 2, 6)), executable.outputs());
      assertEquals(OpCase.inputs(), executable.inputs());
    }
  }

  @Test
  void buffersStayTheSameAndTellEveryRunApart() {
    Program program =
        new Program("negation", Map.of("x", Shape.of(3)), new Negation(), Weights.none());
    try (Executable executable = backend.compile(program, CompileOptions.DEFAULT)) {
      var in = executable.input("x");
      var out = executable.output("y");
      for (int run = 1; run < 4; run++) {
        in.put(0, new float[] {run, 0, -run});
        executable.run();
        assertArrayEquals(new float[] {-run, 0, run}, BackendCheck.values(out), 0);
      }
      assertSame(in, executable.input("x"));
      assertSame(out, executable.output("y"));
      assertTrue(in.isDirect() && out.isDirect());
    }
  }

  @Test
  void aProgramThatIsInterruptedFailsAndCanBeClosed() {
    Program program = LinearModel.program(LinearModel.weights());
    Executable executable = backend.compile(program, CompileOptions.DEFAULT);
    executable.run();
    executable.interrupt();
    assertThrows(BackendException.class, executable::run);
    executable.close();
    executable.interrupt();
  }

  @Test
  void eightBitLayersStayNearAndAreNotTheSame() {
    double[] exact = linear(CompileOptions.DEFAULT);
    double error = Closeness.relative(exact, floats(linear(INT8)));
    assertTrue(error > 1e-4, "it was not quantised: " + error);
    assertTrue(error < 0.02, "it is too far: " + error);
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void weightsKeptInHalfAreThoseOfAFileInHalf(DType type, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, LinearModel.weights(), type, Map.of());
    try (SafetensorsFile halves = SafetensorsFile.open(file)) {
      Precision precision = Precision.valueOf(type.name());
      CompileOptions kept = new CompileOptions(precision, 1, false);
      // The bias stays wide, so only the file's matrix is as narrow.
      Weights rounded = LinearModel.withBias(halves.weights(), LinearModel.weights());
      float[] widened = linear(CompileOptions.DEFAULT, rounded);
      assertArrayEquals(widened, linear(kept, LinearModel.weights()), 1e-5f);
      assertArrayEquals(widened, linear(kept, rounded), 1e-5f);
      assertArrayEquals(
          widened,
          linear(CompileOptions.DEFAULT, LinearModel.weights().prefixed("").in(precision)),
          1e-5f);
    }
  }

  private float[] linear(CompileOptions options, Weights weights) {
    Map<String, float[]> fed = Map.of("x", LinearModel.input());
    return BackendCheck.run(backend, options, LinearModel.program(weights), fed).get("y");
  }

  @Test
  void whatAModelAsksForGoesBeforeWhatTheRunAsksFor() {
    float[] exact = linear(CompileOptions.DEFAULT, LinearModel.weights());
    assertArrayEquals(exact, linear(INT8, LinearModel.weights().in(Precision.F32)));
    assertArrayEquals(
        linear(INT8, LinearModel.weights()),
        linear(CompileOptions.DEFAULT, LinearModel.weights().in(Precision.INT8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x_embedder.proj",
        "final_layer.linear",
        "predictor",
        "quant_conv",
        "linear_decode"
      })
  void whatLeadsIntoAModelAndOutOfItStaysExact(String layer) {
    WeightSpec weight = new WeightSpec(layer + ".weight", Shape.of(512, 512), Init.ZEROS);
    assertEquals(Precision.F32, LayerRule.MEASURED.precision(weight, Precision.INT8));
  }

  @Test
  void onlyLargeLayersAreNarrow() {
    String name = "dit/blocks.0.s_mlp.fc1.weight";
    for (Precision narrow : Set.of(Precision.INT8, Precision.BF16, Precision.F16)) {
      assertEquals(narrow, precision(name, narrow, 768, 192));
      assertEquals(Precision.F32, precision(name, narrow, 16, 16));
      assertEquals(Precision.F32, precision(name, narrow, 768));
    }
  }

  private static Precision precision(String name, Precision wanted, long... dims) {
    WeightSpec weight = new WeightSpec(name, Shape.of(dims), Init.ZEROS);
    return LayerRule.MEASURED.precision(weight, wanted);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F16", "BF16"})
  void weightsMayComeFromAMappedFileThatIsClosedAfterwards(DType type, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, LinearModel.weights(), type, Map.of());
    Executable executable;
    try (SafetensorsFile weights = SafetensorsFile.open(file)) {
      Program program = LinearModel.program(weights.weights());
      executable = backend.compile(program, CompileOptions.DEFAULT);
    }
    try (executable) {
      executable.input("x").put(0, LinearModel.input());
      executable.run();
      double bound = type == DType.F32 ? 0 : type == DType.F16 ? 1e-3 : 1e-2;
      float[] out = BackendCheck.values(executable.output("y"));
      Closeness.assertNear(linear(CompileOptions.DEFAULT), out, bound);
    }
  }

  @Test
  void timeIsToldByPart() {
    CompileOptions profiled = new CompileOptions(Precision.F32, 1, true);
    Program program =
        new Program("parts", Map.of("x", Shape.of(64, 64)), new TwoParts(), Weights.none());
    try (Executable executable = backend.compile(program, profiled)) {
      executable.run();
      Map<String, Double> shares = executable.shares();
      assertTrue(shares.keySet().containsAll(Set.of("first/one", "second")), shares.toString());
      assertEquals(1, shares.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
      executable.run();
      assertEquals(shares, executable.shares());
    }
  }

  @Test
  void withoutAProfileThereAreNoShares() {
    Program program =
        new Program("negation", Map.of("x", Shape.of(3)), new Negation(), Weights.none());
    try (Executable executable = backend.compile(program, CompileOptions.DEFAULT)) {
      executable.run();
      assertEquals(Map.of(), executable.shares());
    }
  }

  @Test
  void aWeightThatIsMissingOrOfAnotherShapeIsNamed() {
    Program missing = LinearModel.program(Weights.none());
    String message =
        assertThrows(BackendException.class, () -> backend.compile(missing, CompileOptions.DEFAULT))
            .getMessage();
    assertTrue(message.contains("model") && message.contains("fc.weight"), message);
    Weights narrow = Weights.of(Map.of("fc.weight", TensorData.of(Shape.of(1, 2), 1, 2)));
    Program misshapen = LinearModel.program(narrow);
    message =
        assertThrows(
                BackendException.class, () -> backend.compile(misshapen, CompileOptions.DEFAULT))
            .getMessage();
    assertTrue(message.contains("[1, 2]") && message.contains("[6000, 192]"), message);
  }

  @Test
  void anUnknownInputIsNamed() {
    Program program =
        new Program("negation", Map.of("x", Shape.of(3)), new Negation(), Weights.none());
    try (Executable executable = backend.compile(program, CompileOptions.DEFAULT)) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> executable.input("z")).getMessage();
      assertTrue(message.contains("z") && message.contains("x"), message);
    }
  }

  private double[] linear(CompileOptions options) {
    Program program = LinearModel.program(LinearModel.weights());
    float[] y =
        BackendCheck.run(backend, options, program, Map.of("x", LinearModel.input())).get("y");
    return PlainOps.array(Shape.of(y.length), y).values();
  }

  private static float[] floats(double[] values) {
    return new PlainOps.Array(Shape.of(values.length), values).toFloats();
  }

  private static final class Negation implements TensorFunction {
    @Override
    public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
      return Map.of("y", ops.neg(inputs.get("x")));
    }
  }

  private static final class TwoParts implements TensorFunction {
    @Override
    public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
      Sections sections = (Sections) ops;
      sections.section("first/one");
      T y = ops.exp(inputs.get("x"));
      sections.section("second");
      return Map.of("y", ops.matmul(y, y));
    }
  }
}
