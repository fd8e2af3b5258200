package dev.dreamwire.runtime.train;

/** Numbers at half precision. Stateless. */
final class Halves {
  private Halves() {}

  /** Narrows numbers. */
  static short[] of(float[] numbers) {
    short[] out = new short[numbers.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Float.floatToFloat16(numbers[i]);
    }
    return out;
  }

  /** Widens {@code count} numbers from {@code from} on into {@code out} from {@code at} on. */
  static void copy(short[] halves, int from, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = Float.float16ToFloat(halves[from + i]);
    }
  }
}
