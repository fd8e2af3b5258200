package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneStepCheckTest {
  private static final int FRAMES = 40;

  /** A world whose picture is a number that every action adds to. */
  private static float value(int frame) {
    return IntStream.rangeClosed(1, frame).mapToObj(i -> action(i)[0]).reduce(0f, Float::sum);
  }

  private static float[] action(int frame) {
    return new float[] {((frame * 7) % 5 - 2) * 0.01f};
  }

  private static float[] picture(float value) {
    return new float[] {value, value, value};
  }

  private static final List<OneStepCheck.Target> TARGETS =
      IntStream.range(1, FRAMES).mapToObj(f -> new OneStepCheck.Target(0, f)).toList();
  private static final List<float[]> ACTIONS =
      TARGETS.stream().map(target -> action(target.frame())).toList();

  private static List<OneStepCheck.Error> errors(
      OneStepCheck.Guesser guesser, List<float[]> actions) {
    return OneStepCheck.errors(
        TARGETS, guesser.guess(TARGETS, actions, 1), (episode, frame) -> picture(value(frame)));
  }

  private static double shuffleRatio(OneStepCheck.Guesser guesser) {
    List<float[]> shuffled = OneStepCheck.derange(ACTIONS, 1);
    return OneStepCheck.ratio(errors(guesser, shuffled), errors(guesser, ACTIONS)).value();
  }

  private static double psnr(
      List<OneStepCheck.Error> errors, ToDoubleFunction<OneStepCheck.Error> which) {
    return OneStepCheck.psnr(errors, which).value();
  }

  private static OneStepCheck.Guesser guesser(double bias, boolean heeds) {
    return (targets, actions, seed) -> {
      List<float[]> out = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        float before = value(targets.get(i).frame() - 1);
        out.add(picture((float) (before + (heeds ? actions.get(i)[0] : 0) + bias)));
      }
      return out;
    };
  }

  @Test
  void whoKnowsTheWorldIsBetterThanRepeatingAndNeedsTheActions() {
    OneStepCheck.Guesser knows = guesser(0.002, true);
    List<OneStepCheck.Error> errors = errors(knows, ACTIONS);
    assertEquals(20 * Math.log10(2 / 0.002), psnr(errors, OneStepCheck.Error::model), 1e-2);
    assertTrue(OneStepCheck.gain(errors).value() > 10, errors + "");
    assertTrue(shuffleRatio(knows) > 10);
  }

  @Test
  void whoRepeatsTheLastFrameGainsNothing() {
    List<OneStepCheck.Error> errors = errors(guesser(0, false), ACTIONS);
    assertEquals(0, OneStepCheck.gain(errors).value(), 1e-6);
    assertEquals(
        psnr(errors, OneStepCheck.Error::repeat), psnr(errors, OneStepCheck.Error::model), 1e-6);
  }

  @Test
  void whoIgnoresActionsHasAShuffleRatioOfOne() {
    assertEquals(1, shuffleRatio(guesser(0.002, false)), 1e-6);
  }

  @Test
  void everyTargetHasEnoughPastAndTheSeedChoosesThem() {
    Episode episode = new Episode("a", 1, 1, new byte[3 * FRAMES], new float[FRAMES][1], List.of());
    List<Episode> episodes = List.of(episode, episode);
    List<OneStepCheck.Target> targets = OneStepCheck.targets(episodes, 8, 10, 1);
    assertEquals(10, targets.size());
    assertTrue(targets.stream().allMatch(target -> target.frame() >= 8));
    assertEquals(targets, OneStepCheck.targets(episodes, 8, 10, 1));
    assertNotEquals(targets, OneStepCheck.targets(episodes, 8, 10, 2));
  }
}
