package dev.dreamwire.runtime.eval.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A measured number and how sure it is.
 *
 * @param value as measured
 * @param interval in which it lies with 95 % confidence; null where nothing was drawn at random
 */
public record Estimate(double value, @JsonInclude(JsonInclude.Include.NON_NULL) Interval interval) {
  /** From the lowest to the highest value. */
  public record Interval(double low, double high) {}

  /** A number without an interval. */
  public static Estimate of(double value) {
    return new Estimate(value, null);
  }

  /** The same in hundredths. */
  public Estimate percent() {
    return new Estimate(
        100 * value,
        interval == null ? null : new Interval(100 * interval.low(), 100 * interval.high()));
  }
}
