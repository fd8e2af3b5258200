package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The surfaces that a pose sees. A pixel of one surface is sampled in its middle, an edge in its
 * four quarters, which may each meet another. Its arrays are not copied.
 */
final class Surfaces {
  /** Samples of an edge, in two rows; other pixels have the first alone. */
  static final int QUARTERS = 4;

  private final int columns;
  private final float[] nearness;
  private final float[] sampled;
  private final boolean[] edges;
  private final boolean[] known;
  private final Side[] made;

  private Surfaces(int rows, int columns) {
    int pixels = rows * columns;
    this.columns = columns;
    this.nearness = new float[pixels];
    this.sampled = new float[QUARTERS * pixels];
    this.edges = new boolean[pixels];
    this.known = new boolean[pixels];
    this.made = new Side[pixels];
  }

  /** Nothing is known. */
  static Surfaces unknown(int rows, int columns) {
    return new Surfaces(rows, columns);
  }

  /**
   * Each pixel has one surface.
   *
   * @param nearness {@code [H,W]}, guessed where it is not known
   * @param known of each pixel
   */
  static Surfaces plain(float[] nearness, boolean[] known, int columns) {
    Surfaces out = new Surfaces(nearness.length / columns, columns);
    System.arraycopy(known, 0, out.known, 0, known.length);
    for (int pixel = 0; pixel < nearness.length; pixel++) {
      out.put(pixel, nearness[pixel]);
    }
    return out;
  }

  /**
   * All are known, four times as fine as the picture.
   *
   * @param fine nearness {@code [2H,2W]}
   * @param made the side that each shows if the player made it, else null
   * @param columns of the picture
   */
  static Surfaces fine(float[] fine, Side[] made, int columns) {
    Surfaces out = new Surfaces(fine.length / QUARTERS / columns, columns);
    Arrays.fill(out.known, true);
    float[] quarters = new float[QUARTERS];
    for (int pixel = 0; pixel < out.nearness.length; pixel++) {
      for (int i = 0; i < QUARTERS; i++) {
        int at = (pixel / columns * 2 + i / 2) * 2 * columns + pixel % columns * 2 + i % 2;
        quarters[i] = fine[at];
        out.made[pixel] = made[at] == null ? out.made[pixel] : made[at];
      }
      out.put(pixel, quarters);
    }
    return out;
  }

  private void put(int pixel, float near) {
    nearness[pixel] = near;
    sampled[QUARTERS * pixel] = near;
  }

  private void put(int pixel, float[] quarters) {
    float sum = 0;
    float nearest = 0;
    for (float quarter : quarters) {
      edges[pixel] |= !Relief.same(quarter, quarters[0]);
      nearest = Math.max(nearest, quarter);
      sum += quarter;
    }
    if (edges[pixel]) {
      System.arraycopy(quarters, 0, sampled, QUARTERS * pixel, QUARTERS);
      nearness[pixel] = nearest;
    } else {
      put(pixel, sum / QUARTERS);
    }
  }

  /** How near the nearest of each pixel is, {@code [H,W]}, see {@link View}. */
  float[] nearness() {
    return nearness;
  }

  /** Whether the player made what a pixel shows. */
  boolean isMade(int pixel) {
    return made[pixel] != null;
  }

  /** The side that a pixel shows which the player made; null for another. */
  Side made(int pixel) {
    return made[pixel];
  }

  /** Whether the player made anything of what is seen. */
  boolean areMade() {
    return Arrays.stream(made).anyMatch(Objects::nonNull);
  }

  int pixels() {
    return nearness.length;
  }

  /** How many samples a pixel has; the first is {@link #QUARTERS} times its number. */
  int samples(int pixel) {
    return edges[pixel] ? QUARTERS : 1;
  }

  /** The samples of some pixels, where the surface is known. */
  int[] where(IntPredicate pixels) {
    return all().filter(s -> known[s / QUARTERS] && pixels.test(s / QUARTERS)).toArray();
  }

  /** The samples of known surfaces, but for some. */
  int[] without(boolean[] samples) {
    return all().filter(s -> known[s / QUARTERS] && !samples[s]).toArray();
  }

  private IntStream all() {
    return IntStream.range(0, sampled.length).filter(s -> s % QUARTERS < samples(s / QUARTERS));
  }

  /** Where a sample lies, in pixels; whole in the middle of one. */
  double row(int sample) {
    int pixel = sample / QUARTERS;
    return pixel / columns + (edges[pixel] ? sample % QUARTERS / 2 * 0.5 - 0.25 : 0);
  }

  double column(int sample) {
    int pixel = sample / QUARTERS;
    return pixel % columns + (edges[pixel] ? sample % 2 * 0.5 - 0.25 : 0);
  }

  /** How near it is. */
  float near(int sample) {
    return sampled[sample];
  }
}
