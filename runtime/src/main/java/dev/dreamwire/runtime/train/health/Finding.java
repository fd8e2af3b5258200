package dev.dreamwire.runtime.train.health;

import java.util.Locale;

/**
 * Something wrong that was noticed.
 *
 * @param ailment what it is
 * @param step of training, when it was noticed
 * @param of what it concerns besides the model, such as names of actions; else empty
 * @param measured the figure that tells, as the ailment defines it
 * @param limit that it should keep to
 */
public record Finding(Ailment ailment, long step, String of, double measured, double limit) {
  /** What was noticed, in a sentence in the language of the person's windows. */
  public String sentence() {
    return ailment.sentence(of, number(measured), number(limit));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
