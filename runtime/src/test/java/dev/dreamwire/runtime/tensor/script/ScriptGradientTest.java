package dev.dreamwire.runtime.tensor.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.AutoencoderLoss;
import dev.dreamwire.runtime.model.DiffusionForcingLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.Preconditioning;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.UNet;
import dev.dreamwire.runtime.model.UNetConfig;
import dev.dreamwire.runtime.model.UNetLoss;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients that training follows, against differences of the loss. */
class ScriptGradientTest {
  private static final float BETA1 = 0.5f;
  private static final TrainStep.Options OPTIONS =
      new TrainStep.Options(BETA1, 0.5f, 0, 1e9f, 0, false, 1, 1);
  private static final int DIRECTIONS = 6;
  private static final float STEP = 4e-3f;

  @TempDir Path folder;

  static Stream<DitConfig.Fine> fine() {
    return Stream.of(null, new DitConfig.Fine(6, 1, 1, true));
  }

  @ParameterizedTest
  @MethodSource("fine")
  void ofTheDenoisersLoss(DitConfig.Fine fine) {
    DitConfig config =
        new DitConfig(2, 4, 4, 2, 16, 2, 2, 2, 3, 3, 10, true, Prediction.X0, true, true, fine);
    DiffusionForcingLoss loss = new DiffusionForcingLoss(new SpaceTimeDit(config, ""));
    assertGradients(loss, loss.inputs(2, 3));
  }

  @Test
  void ofTheAutoencodersLoss() {
    AutoencoderConfig config =
        new AutoencoderConfig(
            16, 8, 4, 3, 16, 2, 1, 1, AutoencoderConfig.Bottleneck.TANH, true, null, null);
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("frames", config.imageShape().prepend(2));
    inputs.put("noise", config.latentShape().prepend(2));
    assertGradients(new AutoencoderLoss(new VitAutoencoder(config, "")), inputs);
  }

  @ParameterizedTest
  @EnumSource(UNetConfig.Conditioning.class)
  void ofTheUNetsLoss(UNetConfig.Conditioning conditioning) {
    boolean attends = conditioning == UNetConfig.Conditioning.CROSS_ATTENTION;
    UNetConfig config =
        new UNetConfig(
            2,
            4,
            4,
            1,
            2,
            3,
            List.of(4, 8),
            1,
            2,
            8,
            conditioning,
            attends ? Preconditioning.VELOCITY : Preconditioning.EDM,
            attends);
    UNetLoss loss = new UNetLoss(new UNet(config, ""));
    assertGradients(loss, loss.inputs(2));
  }

  /**
   * With no decay and no clipping the first moment after one step is (1 − β1)·gradient, and with an
   * average that forgets at once {@code evaluate} tells the loss at any weights that were restored.
   */
  private void assertGradients(LossFunction loss, Map<String, Shape> inputs) {
    Path file = folder.resolve("state");
    Map<String, float[]> batch = new LinkedHashMap<>();
    inputs.forEach(
        (name, shape) ->
            batch.put(name, RandomWeights.gaussian(name.hashCode(), (int) shape.count())));
    try (TrainStep step = new ScriptTrainCompiler().compile(loss, inputs, OPTIONS, 3)) {
      step.save(file);
      List<float[]> arrays = TrainState.read(file).arrays();
      int weights = (arrays.size()) / 5;
      List<float[]> at = randomised(arrays.subList(0, weights));
      write(file, arrays, at, weights);
      step.restore(file);
      step.step(batch, 0);
      step.save(file);
      List<float[]> moments = TrainState.read(file).arrays().subList(2 * weights, 3 * weights);
      Random random = new Random(5);
      for (int i = 0; i < DIRECTIONS; i++) {
        List<float[]> direction = at.stream().map(a -> unit(random, a.length)).toList();
        double said = 0;
        for (int w = 0; w < weights; w++) {
          for (int j = 0; j < at.get(w).length; j++) {
            said += moments.get(w)[j] / (1 - BETA1) * direction.get(w)[j];
          }
        }
        double forward = lossAt(step, file, arrays, moved(at, direction, STEP), weights, batch);
        double backward = lossAt(step, file, arrays, moved(at, direction, -STEP), weights, batch);
        double measured = (forward - backward) / (2 * STEP);
        assertTrue(Math.abs(said) > 1e-3, "a direction that says nothing: " + said);
        assertEquals(measured, said, 0.02 * Math.abs(said) + 2e-3);
      }
    }
  }

  /** Fresh weights have zeros that hide gradients; these have none. */
  private static List<float[]> randomised(List<float[]> fresh) {
    Random random = new Random(11);
    List<float[]> out = new ArrayList<>();
    for (float[] array : fresh) {
      float[] next = array.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += (float) random.nextGaussian() * 0.2f;
      }
      out.add(next);
    }
    return out;
  }

  private static float[] unit(Random random, int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = random.nextBoolean() ? 0.1f : -0.1f;
    }
    return out;
  }

  private static List<float[]> moved(List<float[]> at, List<float[]> direction, float by) {
    List<float[]> out = new ArrayList<>();
    for (int w = 0; w < at.size(); w++) {
      float[] next = at.get(w).clone();
      for (int j = 0; j < next.length; j++) {
        next[j] += direction.get(w)[j] * by;
      }
      out.add(next);
    }
    return out;
  }

  private static double lossAt(
      TrainStep step,
      Path file,
      List<float[]> arrays,
      List<float[]> at,
      int weights,
      Map<String, float[]> batch) {
    write(file, arrays, at, weights);
    step.restore(file);
    return step.evaluate(batch).get("loss");
  }

  /** Weights and averages are the first two lists of a state. */
  private static void write(Path file, List<float[]> arrays, List<float[]> at, int weights) {
    List<float[]> all = new ArrayList<>(at);
    all.addAll(at);
    all.addAll(arrays.subList(2 * weights, arrays.size()));
    TrainState.write(file, 0, all);
  }
}
