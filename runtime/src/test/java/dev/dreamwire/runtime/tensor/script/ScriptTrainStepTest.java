package dev.dreamwire.runtime.tensor.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTrainStepTest {
  private static final Map<String, Shape> INPUTS =
      Map.of("x", Shape.of(16, 6), "y", Shape.of(16, 3));
  private static final TrainStep.Options OPTIONS =
      new TrainStep.Options(0.9f, 0.99f, 0.01f, 1f, 0.9f, false, 1, 1);

  /** A network of two layers that learns the sines of its inputs. */
  private static final class TwoLayers implements LossFunction {
    @Override
    public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
      T w1 = ops.weight(new WeightSpec("a.weight", Shape.of(32, 6), Init.XAVIER));
      T b1 = ops.weight(new WeightSpec("a.bias", Shape.of(32), Init.ZEROS));
      T w2 = ops.weight(new WeightSpec("b.weight", Shape.of(3, 32), Init.XAVIER));
      T hidden = ops.geluTanh(ops.linear(batch.get("x"), w1, b1));
      T error = ops.sub(ops.linear(ops.layerNorm(hidden, 1e-6f), w2, null), batch.get("y"));
      return Map.of("loss", ops.mean(ops.mul(error, error), false, 0, 1));
    }
  }

  @Test
  void theLossFallsAndTheAveragesFollow() {
    try (TrainStep step = compile(OPTIONS)) {
      float first = step.step(batch(0), 0.01f).get("loss");
      float[] averageBefore = step.averaged().get("b.weight").toFloats();
      float last = first;
      for (int i = 1; i < 150; i++) {
        last = step.step(batch(i % 4), 0.01f).get("loss");
      }
      assertTrue(last < first / 4, first + " → " + last);
      assertEquals(150, step.steps());
      float[] average = step.averaged().get("b.weight").toFloats();
      assertTrue(distance(average, averageBefore) > 0.1);
      assertTrue(step.evaluate(batch(0)).get("loss") < first / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aModelOfVectorsAloneOrOfMatricesAloneLearns(int rank) {
    Shape shape = rank == 1 ? Shape.of(6) : Shape.of(1, 6);
    LossFunction distance =
        new LossFunction() {
          @Override
          public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
            T weight = ops.weight(new WeightSpec("only", shape, Init.ZEROS));
            T error = ops.sub(batch.get("x"), weight);
            return Map.of("loss", ops.mean(ops.mul(error, error), false, 0, 1));
          }
        };
    Map<String, float[]> ones = Map.of("x", new float[] {1, 1, 1, 1, 1, 1});
    try (TrainStep step =
        new ScriptTrainCompiler().compile(distance, Map.of("x", Shape.of(1, 6)), OPTIONS, 7)) {
      for (int i = 0; i < 60; i++) {
        step.step(ones, 0.05f);
      }
      assertEquals(1, step.weights().get("only").toFloats()[0], 0.2);
    }
  }

  @Test
  void aStepThatBeginsFromTrainedWeightsGoesOnFromThem() {
    try (TrainStep trained = compile(OPTIONS);
        TrainStep begun = compile(OPTIONS)) {
      for (int i = 0; i < 50; i++) {
        trained.step(batch(i % 4), 0.01f);
      }
      begun.begin(trained.averaged());
      assertEquals(
          trained.evaluate(batch(0)).get("loss"), begun.evaluate(batch(0)).get("loss"), 1e-6);
      assertEquals(0, begun.steps());
      assertArrayEquals(
          trained.averaged().get("a.weight").toFloats(),
          begun.weights().get("a.weight").toFloats());
      assertThrows(IllegalArgumentException.class, () -> begun.begin(Weights.none()));
    }
  }

  @Test
  void theAveragesSoonForgetTheInitialWeights() {
    TrainStep.Options slow = new TrainStep.Options(0.9f, 0.99f, 0.01f, 1f, 0.9999f, false, 1, 1);
    try (TrainStep step = compile(slow)) {
      float[] initial = step.averaged().get("b.weight").toFloats();
      for (int i = 0; i < 100; i++) {
        step.step(batch(i % 4), 0.01f);
      }
      float[] now = step.weights().get("b.weight").toFloats();
      float[] average = step.averaged().get("b.weight").toFloats();
      assertTrue(distance(average, now) < 0.3 * distance(initial, now));
    }
  }

  @Test
  void bfloat16FollowsFullPrecision() {
    TrainStep.Options half = new TrainStep.Options(0.9f, 0.99f, 0.01f, 1f, 0.9f, true, 1, 1);
    try (TrainStep full = compile(OPTIONS);
        TrainStep narrow = compile(half)) {
      for (int i = 0; i < 30; i++) {
        float a = full.step(batch(i % 4), 0.003f).get("loss");
        float b = narrow.step(batch(i % 4), 0.003f).get("loss");
        assertEquals(a, b, 0.03 * a);
      }
    }
  }

  /** Without instructions for it, bfloat16 is fifteen times slower: beyond a machine's noise. */
  @Test
  void thePrecisionThatIsSaidToBeFasterIsNotManyTimesSlower() {
    boolean half = new ScriptTrainCompiler().isFasterInBfloat16();
    assertTrue(ProductRace.nanos(half) < 10 * ProductRace.nanos(!half));
  }

  @Test
  void replicasOfABatchLearnAsTheWholeBatch() {
    TrainStep.Options cut = new TrainStep.Options(0.9f, 0.99f, 0.01f, 1f, 0.9f, false, 2, 2);
    try (TrainStep whole = compile(OPTIONS);
        TrainStep parts = compile(cut)) {
      for (int i = 0; i < 30; i++) {
        Map<String, Float> a = whole.step(batch(i % 4), 0.003f);
        Map<String, Float> b = parts.step(batch(i % 4), 0.003f);
        assertEquals(a.get("loss"), b.get("loss"), 1e-4 * a.get("loss"));
        assertEquals(a.get("gradientNorm"), b.get("gradientNorm"), 1e-3 * a.get("gradientNorm"));
      }
      assertEquals(
          whole.evaluate(batch(0)).get("loss"), parts.evaluate(batch(0)).get("loss"), 1e-4);
    }
  }

  @Test
  void aBatchThatDoesNotDivideIntoReplicasIsRefusedByName() {
    TrainStep.Options cut = new TrainStep.Options(0.9f, 0.99f, 0.01f, 1f, 0.9f, false, 3, 3);
    String message = assertThrows(IllegalArgumentException.class, () -> compile(cut)).getMessage();
    assertTrue(message.contains("[16,") && message.contains("3 replicas"), message);
  }

  @Test
  void aRestoredStepGoesOnBitForBit(@TempDir Path folder) {
    Path file = folder.resolve("state");
    List<Float> straight = new ArrayList<>();
    try (TrainStep step = compile(OPTIONS)) {
      for (int i = 0; i < 6; i++) {
        if (i == 3) {
          step.save(file);
        }
        straight.add(step.step(batch(i), 0.01f).get("loss"));
      }
    }
    List<Float> resumed = new ArrayList<>();
    try (TrainStep step = compile(OPTIONS)) {
      step.restore(file);
      assertEquals(3, step.steps());
      for (int i = 3; i < 6; i++) {
        resumed.add(step.step(batch(i), 0.01f).get("loss"));
      }
    }
    assertEquals(straight.subList(3, 6), resumed);
  }

  @Test
  void aBatchThatIsNotFiniteChangesNothing() {
    try (TrainStep step = compile(OPTIONS)) {
      Weights before = step.weights();
      float[] x = batch(0).get("x").clone();
      x[5] = Float.NaN;
      float loss = step.step(Map.of("x", x, "y", batch(0).get("y")), 0.01f).get("loss");
      assertTrue(Float.isNaN(loss));
      assertEquals(0, step.steps());
      assertArrayEquals(
          before.get("a.weight").toFloats(), step.weights().get("a.weight").toFloats());
    }
  }

  private static TrainStep compile(TrainStep.Options options) {
    return new ScriptTrainCompiler().compile(new TwoLayers(), INPUTS, options, 7);
  }

  private static Map<String, float[]> batch(int seed) {
    float[] x = RandomWeights.gaussian(seed, 16 * 6);
    float[] y = new float[16 * 3];
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 3; j++) {
        y[i * 3 + j] = (float) Math.sin(x[i * 6 + j]);
      }
    }
    return Map.of("x", x, "y", y);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
