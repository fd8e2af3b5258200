package dev.dreamwire.runtime.train.health;

import java.util.Map;

/**
 * What was measured of a model in training besides its loss. A figure that was not measured is NaN.
 *
 * @param motion change from frame to frame in dreams, over that in true play under the same actions
 * @param contrast spread of values within a frame at the end of dreams, over that of true play
 * @param variety spread between outputs for different inputs, over that between the true ones
 * @param shuffleRatio error of the next frame with other actions, over that with the true ones
 * @param effects the same for each action that is left out, counted over the frames that have it
 */
public record Symptoms(
    double motion,
    double contrast,
    double variety,
    double shuffleRatio,
    Map<String, Double> effects) {
  /** Nothing measured. */
  public static final Symptoms NONE =
      new Symptoms(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Map.of());

  private static final double UNKNOWN = Double.NaN;

  private static final double STILL = 1e-6;

  public Symptoms {
    effects = Map.copyOf(effects);
  }

  /** These, with what was found about actions. */
  public Symptoms withActions(double ratio, Map<String, Double> perAction) {
    return new Symptoms(motion, contrast, variety, ratio, perAction);
  }

  /**
   * Compares outputs with the truth, one row each.
   *
   * @param truth rows of frames one after the other
   * @param output as many rows of as many frames
   * @param values of a frame
   * @param given frames at the beginning of every row that are no output
   */
  public static Symptoms compare(float[][] truth, float[][] output, int values, int given) {
    int frames = truth[0].length / values;
    int last = frames - 1;
    int late = Math.max(given, frames - Math.max(1, (frames - given) / 4));
    return new Symptoms(
        last > given ? ratio(motion(output, values, given), motion(truth, values, given)) : UNKNOWN,
        ratio(contrast(output, values, late), contrast(truth, values, late)),
        truth.length > 1
            ? ratio(variety(output, values, last), variety(truth, values, last))
            : UNKNOWN,
        UNKNOWN,
        Map.of());
  }

  private static double ratio(double output, double truth) {
    return truth < STILL ? UNKNOWN : output / truth;
  }

  /** Root mean square change from one frame to the next, after the given ones. */
  private static double motion(float[][] rows, int values, int given) {
    double sum = 0;
    long count = 0;
    for (float[] row : rows) {
      for (int i = (given + 1) * values; i < row.length; i++, count++) {
        double change = row[i] - row[i - values];
        sum += change * change;
      }
    }
    return Math.sqrt(sum / count);
  }

  /** Mean standard deviation within frames, from one frame on. */
  private static double contrast(float[][] rows, int values, int from) {
    double sum = 0;
    long count = 0;
    for (float[] row : rows) {
      for (int at = from * values; at < row.length; at += values, count++) {
        double mean = 0;
        double squares = 0;
        for (int i = at; i < at + values; i++) {
          mean += row[i];
          squares += (double) row[i] * row[i];
        }
        mean /= values;
        sum += Math.sqrt(Math.max(0, squares / values - mean * mean));
      }
    }
    return sum / count;
  }

  /** Root mean variance between rows at one frame. */
  private static double variety(float[][] rows, int values, int frame) {
    double sum = 0;
    for (int i = frame * values; i < (frame + 1) * values; i++) {
      double mean = 0;
      double squares = 0;
      for (float[] row : rows) {
        mean += row[i];
        squares += (double) row[i] * row[i];
      }
      mean /= rows.length;
      sum += Math.max(0, squares / rows.length - mean * mean);
    }
    return Math.sqrt(sum / values);
  }
}
