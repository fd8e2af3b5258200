package dev.dreamwire.runtime.memory;

/**
 * What the sides of blocks look like that a player lays bare or builds, by what was seen there
 * before: an affine function of that colour for each {@link Side}. Immutable and safe on every
 * thread.
 */
public final class Palette {
  /** The colour before, and one. */
  static final int TERMS = 4;

  static final int CHANNELS = 3;

  /** How bright a side is that nobody saw, against what was there before. */
  private static final float SHADE = 0.7f;

  /** Where nothing was learned: everything grows darker. */
  public static final Palette UNKNOWN = shaded();

  /** Of each side, for each term, what it gives to each channel. */
  private final float[] weights;

  /**
   * @param weights {@code [sides,4,3]}: those of red, green, blue, and one; colours are in −1..1
   * @throws IllegalArgumentException if there are not so many
   */
  Palette(float[] weights) {
    if (weights.length != Side.ALL.size() * TERMS * CHANNELS) {
      throw new IllegalArgumentException("its palette has " + weights.length + " numbers");
    }
    this.weights = weights.clone();
  }

  private static Palette shaded() {
    float[] weights = new float[Side.ALL.size() * TERMS * CHANNELS];
    for (int i = 0; i < weights.length; i++) {
      int term = i / CHANNELS % TERMS;
      weights[i] = term == CHANNELS ? SHADE - 1 : term == i % CHANNELS ? SHADE : 0;
    }
    return new Palette(weights);
  }

  /** {@code [sides,4,3]}. */
  float[] weights() {
    return weights.clone();
  }

  /**
   * A colour.
   *
   * @param before what was seen there {@code [3]}, in −1..1
   * @param channel of the colour
   */
  float colour(Side side, float[] before, int channel) {
    int from = side.number() * TERMS * CHANNELS + channel;
    float sum = weights[from + CHANNELS * CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      sum += weights[from + i * CHANNELS] * before[i];
    }
    return Math.clamp(sum, -1, 1);
  }
}
