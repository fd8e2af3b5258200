package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * How well the next frame of true play is guessed, and whether the action matters for the guess.
 *
 * <p>Errors are pooled: PSNR is that of the mean squared error over all frames, because frames in
 * which nothing moves would make the mean of PSNRs infinite for whoever repeats the last frame.
 */
final class OneStepCheck {
  /**
   * A frame to be guessed, with enough true frames before it.
   *
   * @param episode counted from 0
   * @param frame within it
   */
  record Target(int episode, int frame) {}

  /** Guesses frames from the true frames before them. */
  interface Guesser {
    /**
     * Guesses.
     *
     * @param targets what is to be guessed
     * @param actions the action that leads into each target
     * @param seed of the noise
     * @return the pictures {@code [3,H,W]}
     */
    List<float[]> guess(List<Target> targets, List<float[]> actions, long seed);
  }

  /** The true picture of a target. */
  interface Truth {
    float[] picture(int episode, int frame);
  }

  /**
   * What was measured.
   *
   * @param frames guessed
   * @param psnr of the guesses, dB
   * @param repeatPsnr of the frame before, dB
   * @param deltaPsnr how much the guesses are better, dB
   * @param shuffleRatio squared error with the actions of other frames over that with the right
   *     ones
   */
  record Result(
      int frames, double psnr, double repeatPsnr, double deltaPsnr, double shuffleRatio) {}

  private OneStepCheck() {}

  /** Targets drawn at random, all frames alike, with {@code past} frames before each. */
  static List<Target> targets(List<Episode> episodes, int past, int count, long seed) {
    List<Target> all = new ArrayList<>();
    for (int e = 0; e < episodes.size(); e++) {
      for (int f = past; f < episodes.get(e).frames(); f++) {
        all.add(new Target(e, f));
      }
    }
    Collections.shuffle(all, new Random(seed));
    return List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  /**
   * Measures a guesser.
   *
   * @param actions that lead into the targets
   */
  static Result measure(
      List<Target> targets, List<float[]> actions, Truth truth, Guesser guesser, long seed) {
    List<float[]> right = guesser.guess(targets, actions, seed);
    List<float[]> shuffled = guesser.guess(targets, derange(actions, seed), seed);
    double model = 0;
    double wrong = 0;
    double repeat = 0;
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      float[] picture = truth.picture(target.episode(), target.frame());
      model += Pictures.mse(right.get(i), picture);
      wrong += Pictures.mse(shuffled.get(i), picture);
      repeat += Pictures.mse(truth.picture(target.episode(), target.frame() - 1), picture);
    }
    int n = targets.size();
    return new Result(
        n,
        Pictures.psnr(model / n),
        Pictures.psnr(repeat / n),
        10 * Math.log10(repeat / model),
        wrong / model);
  }

  /** Every action in another's place. */
  private static List<float[]> derange(List<float[]> actions, long seed) {
    RandomGenerator random = new Random(seed);
    List<float[]> out = new ArrayList<>(actions);
    // Sattolo's algorithm gives one cycle, in which nothing stays where it was.
    for (int i = out.size() - 1; i > 0; i--) {
      Collections.swap(out, i, random.nextInt(i));
    }
    return out;
  }
}
