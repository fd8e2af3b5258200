package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Frames of true play that are guessed from the true frames before them.
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
   * Squared errors of one target.
   *
   * @param episode that it belongs to
   * @param model of the guess
   * @param repeat of the frame before
   */
  record Error(int episode, double model, double repeat) {}

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

  /** Errors of guesses, one a target. */
  static List<Error> errors(List<Target> targets, List<float[]> guesses, Truth truth) {
    List<Error> out = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      float[] picture = truth.picture(target.episode(), target.frame());
      float[] before = truth.picture(target.episode(), target.frame() - 1);
      out.add(
          new Error(
              target.episode(),
              Pictures.mse(guesses.get(i), picture),
              Pictures.mse(before, picture)));
    }
    return out;
  }

  /** Pooled PSNR of an error, dB, drawn anew by episode. */
  static Estimate psnr(List<Error> errors, ToDoubleFunction<Error> error) {
    return Bootstrap.of(
        byEpisode(errors), groups -> Pictures.psnr(sum(groups, error) / count(groups)));
  }

  /** How much smaller the guesses' error is than that of repeating, dB. */
  static Estimate gain(List<Error> errors) {
    return Bootstrap.of(
        byEpisode(errors),
        groups -> 10 * Math.log10(sum(groups, Error::repeat) / sum(groups, Error::model)));
  }

  /** How many times larger the model's error is in the first of two lists of the same targets. */
  static Estimate ratio(List<Error> over, List<Error> under) {
    List<double[]> pairs = new ArrayList<>();
    List<List<Error>> above = byEpisode(over);
    List<List<Error>> below = byEpisode(under);
    for (int i = 0; i < above.size(); i++) {
      pairs.add(
          new double[] {
            sum(List.of(above.get(i)), Error::model), sum(List.of(below.get(i)), Error::model)
          });
    }
    return Bootstrap.of(
        pairs,
        groups ->
            groups.stream().mapToDouble(pair -> pair[0]).sum()
                / groups.stream().mapToDouble(pair -> pair[1]).sum());
  }

  private static List<List<Error>> byEpisode(List<Error> errors) {
    Map<Integer, List<Error>> groups = new TreeMap<>();
    errors.forEach(e -> groups.computeIfAbsent(e.episode(), none -> new ArrayList<>()).add(e));
    return List.copyOf(groups.values());
  }

  private static double sum(List<List<Error>> groups, ToDoubleFunction<Error> error) {
    return groups.stream().flatMap(List::stream).mapToDouble(error).sum();
  }

  private static long count(List<List<Error>> groups) {
    return groups.stream().mapToLong(List::size).sum();
  }

  /** Every action in another's place. */
  static List<float[]> derange(List<float[]> actions, long seed) {
    RandomGenerator random = new Random(seed);
    List<float[]> out = new ArrayList<>(actions);
    // Sattolo's algorithm gives one cycle, in which nothing stays where it was.
    for (int i = out.size() - 1; i > 0; i--) {
      Collections.swap(out, i, random.nextInt(i));
    }
    return out;
  }
}
