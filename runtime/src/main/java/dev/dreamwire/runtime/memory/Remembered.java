package dev.dreamwire.runtime.memory;

import java.util.Arrays;

/**
 * What is known of what a pose sees, sample by sample, and put together as a picture. For one
 * thread.
 */
final class Remembered {
  private static final int CHANNELS = 3;

  private final Surfaces surfaces;
  private final float[] colours;
  private final boolean[] seen;
  private final Sight sight;

  /** Nothing is known yet. */
  Remembered(Surfaces surfaces) {
    int pixels = surfaces.pixels();
    this.surfaces = surfaces;
    this.colours = new float[CHANNELS * Surfaces.QUARTERS * pixels];
    this.seen = new boolean[Surfaces.QUARTERS * pixels];
    this.sight = new Sight(new float[CHANNELS * pixels], surfaces.nearness(), new boolean[pixels]);
  }

  Surfaces surfaces() {
    return surfaces;
  }

  /** Of each sample three numbers, where something is known. */
  float[] colours() {
    return colours;
  }

  /** Whether something is known of a sample. */
  boolean[] seen() {
    return seen;
  }

  /** All of it. */
  Sight sight() {
    return sight;
  }

  /** A picture is all that is known. */
  void show(float[] picture) {
    System.arraycopy(picture, 0, sight.picture(), 0, picture.length);
    Arrays.fill(sight.known(), true);
  }

  /** Puts the samples together, and fills what nobody saw. */
  void join(int rows, int columns) {
    for (int pixel = 0; pixel < surfaces.pixels(); pixel++) {
      join(pixel);
    }
    Blur.fill(sight, rows, columns);
  }

  /**
   * Colours what the player made and nobody saw since.
   *
   * @param before what was seen there {@code [3,H,W]}
   */
  void paint(Palette palette, float[] before) {
    float[] was = new float[CHANNELS];
    for (int pixel = 0; pixel < surfaces.pixels(); pixel++) {
      if (surfaces.isMade(pixel) && !sight.known()[pixel]) {
        for (int i = 0; i < CHANNELS; i++) {
          was[i] = before[i * surfaces.pixels() + pixel];
        }
        for (int i = 0; i < CHANNELS; i++) {
          sight.picture()[i * surfaces.pixels() + pixel] =
              palette.colour(surfaces.made(pixel), was, i);
        }
      }
    }
  }

  /** A pixel is the mean of those of its samples that are known. */
  private void join(int pixel) {
    int first = Surfaces.QUARTERS * pixel;
    int count = 0;
    for (int sample = first; sample < first + surfaces.samples(pixel); sample++) {
      count += seen[sample] ? 1 : 0;
    }
    sight.known()[pixel] = count > 0;
    for (int channel = 0; channel < CHANNELS && count > 0; channel++) {
      float sum = 0;
      for (int sample = first; sample < first + surfaces.samples(pixel); sample++) {
        sum += seen[sample] ? colours[CHANNELS * sample + channel] : 0;
      }
      sight.picture()[channel * surfaces.pixels() + pixel] = sum / count;
    }
  }

  /** What a sample looks like: as it was seen, or else as its pixel. */
  void colour(int sample, float[] out) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      out[channel] =
          seen[sample]
              ? colours[CHANNELS * sample + channel]
              : sight.picture()[channel * surfaces.pixels() + sample / Surfaces.QUARTERS];
    }
  }
}
