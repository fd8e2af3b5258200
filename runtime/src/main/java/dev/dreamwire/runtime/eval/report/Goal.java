package dev.dreamwire.runtime.eval.report;

/**
 * What a good model reaches.
 *
 * @param bound in the figure's unit
 * @param side of the bound that is good
 */
public record Goal(double bound, Side side) {
  /** Where values are good. */
  public enum Side {
    /** At the bound and above. */
    AT_LEAST,
    /** At the bound and below. */
    AT_MOST
  }

  /** Values from {@code bound} upward. */
  public static Goal atLeast(double bound) {
    return new Goal(bound, Side.AT_LEAST);
  }

  /** Values up to {@code bound}. */
  public static Goal atMost(double bound) {
    return new Goal(bound, Side.AT_MOST);
  }

  /** Whether a value is good; NaN never is. */
  public boolean metBy(double value) {
    return side == Side.AT_LEAST ? value >= bound : value <= bound;
  }
}
