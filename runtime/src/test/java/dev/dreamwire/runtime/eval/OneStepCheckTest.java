package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.Episode;
import java.util.ArrayList;
import java.util.List;
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

  private static OneStepCheck.Result measure(OneStepCheck.Guesser guesser) {
    return OneStepCheck.measure(
        TARGETS, ACTIONS, (episode, frame) -> picture(value(frame)), guesser, 1);
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
    OneStepCheck.Result result = measure(guesser(0.002, true));
    assertEquals(20 * Math.log10(2 / 0.002), result.psnr(), 1e-2);
    assertTrue(result.deltaPsnr() > 10, result + "");
    assertTrue(result.shuffleRatio() > 10, result + "");
  }

  @Test
  void whoRepeatsTheLastFrameGainsNothing() {
    OneStepCheck.Result result = measure(guesser(0, false));
    assertEquals(0, result.deltaPsnr(), 1e-6);
    assertEquals(result.repeatPsnr(), result.psnr(), 1e-6);
  }

  @Test
  void whoIgnoresActionsHasAShuffleRatioOfOne() {
    assertEquals(1, measure(guesser(0.002, false)).shuffleRatio(), 1e-6);
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
