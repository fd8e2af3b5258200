package dev.dreamwire.runtime.tensor;

/** Rounding to 16 bits where Java has none of its own. Stateless. */
public final class HalfFloats {
  private HalfFloats() {}

  /** The upper half of a float, rounded to nearest even. */
  public static short bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >> 16 | 0x40);
    }
    return (short) (bits + 0x7fff + (bits >> 16 & 1) >> 16);
  }
}
