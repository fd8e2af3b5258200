package dev.dreamwire.runtime.eval.report;

/** What a {@link Figure}'s number counts. */
public enum Unit {
  /** Decibels. */
  DECIBEL("dB", 2),
  /** Hundredths. */
  PERCENT("%", 1),
  /** A pure number, such as a ratio. */
  NUMBER("", 3),
  /** Things that are counted. */
  COUNT("", 0),
  /** Milliseconds. */
  MILLISECOND("ms", 1),
  /** Frames a second. */
  FPS("fps", 1);

  private final String sign;
  private final int digits;

  Unit(String sign, int digits) {
    this.sign = sign;
    this.digits = digits;
  }

  /** What stands behind the number; may be empty. */
  public String sign() {
    return sign;
  }

  /** Digits behind the point that are shown. */
  public int digits() {
    return digits;
  }
}
