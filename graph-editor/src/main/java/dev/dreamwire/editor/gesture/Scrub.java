package dev.dreamwire.editor.gesture;

import dev.dreamwire.api.node.Param;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far numbers move under the pointer and the arrow keys. Pure. */
public final class Scrub {
  /** Ranges wider than this are moved relative to the value. */
  private static final double WIDE = 1e6;

  private static final double STEPS = 200;

  private Scrub() {}

  /**
   * A number moved by a share of its range, rounded to a step that suits the range.
   *
   * @param share 1 for the whole range to the right
   */
  public static Object moved(Param.Kind kind, double value, double share) {
    return switch (kind) {
      case Param.IntKind(long min, long max) -> {
        double span = (double) max - min;
        double way = span <= WIDE ? share * span : share * STEPS;
        yield Math.clamp(Math.round(value + way), min, max);
      }
      case Param.FloatKind(double min, double max) -> {
        double span = span(value, min, max);
        yield Math.clamp(rounded(value + share * span, step(span)), min, max);
      }
      default -> throw new IllegalArgumentException("not a number: " + kind);
    };
  }

  /** A number moved by single steps, as by an arrow key. */
  public static Object stepped(Param.Kind kind, double value, int steps) {
    return switch (kind) {
      case Param.IntKind(long min, long max) -> Math.clamp(Math.round(value) + steps, min, max);
      case Param.FloatKind(double min, double max) -> {
        double step = step(span(value, min, max));
        yield Math.clamp(rounded(value + steps * step, step), min, max);
      }
      default -> throw new IllegalArgumentException("not a number: " + kind);
    };
  }

  private static double span(double value, double min, double max) {
    double span = max - min;
    return span <= WIDE ? span : Math.max(1, Math.abs(value));
  }

  /** The power of ten that cuts a range into 200 to 2000 steps. */
  private static double step(double span) {
    return Math.pow(10, Math.floor(Math.log10(Math.max(span, 1e-9) / STEPS)));
  }

  private static double rounded(double value, double step) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return new BigDecimal(Math.round(value / step) * step)
        .setScale(digits, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
