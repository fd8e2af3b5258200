package dev.dreamwire.runtime.tensor;

/**
 * Tables as libtorch rounds them on a processor with eight 32-bit lanes, bit for bit. Where angles
 * of hundreds of radians follow from such a table, its last bit is seen in their sines. Stateless.
 */
public final class TorchRounding {
  private static final int LANES = 8;

  /** Coefficients of {@code (e^s − 1 − s) / s²} for small s (Sleef 3, {@code expf_u10}). */
  private static final float[] EXP = {
    0.000198527617612853646278381f,
    0.00139304355252534151077271f,
    0.00833336077630519866943359f,
    0.0416664853692054748535156f,
    0.166666671633720397949219f,
    0.5f
  };

  private static final float INVERSE_LN2 = 1.442695040888963407359924681001892137426645954f;
  private static final float LN2_HIGH = 0.693145751953125f;
  private static final float LN2_LOW = 1.428606765330187045e-06f;

  private TorchRounding() {}

  /**
   * {@code count} values from {@code from} to {@code to} inclusive. The second half counts from the
   * end; whole groups of lanes count from their first value.
   */
  public static float[] linspace(float from, float to, int count) {
    float[] out = new float[count];
    if (count == 1) {
      out[0] = from;
      return out;
    }
    float step = (to - from) / (count - 1);
    int grouped = count - count % (2 * LANES);
    for (int i = 0; i < count; i++) {
      int first = i < grouped ? i - i % LANES : i;
      float base =
          first < count / 2 ? Math.fma(step, first, from) : Math.fma(-step, count - 1 - first, to);
      out[i] = base + (i - first) * step;
    }
    return out;
  }

  /** {@code e^x} for a finite result, within one unit in the last place. */
  public static float exp(float x) {
    int power = (int) Math.rint(x * INVERSE_LN2);
    float s = Math.fma(power, -LN2_LOW, Math.fma(power, -LN2_HIGH, x));
    float u = EXP[0];
    for (int i = 1; i < EXP.length; i++) {
      u = Math.fma(u, s, EXP[i]);
    }
    return Math.scalb(1 + Math.fma(s * s, u, s), power);
  }
}
