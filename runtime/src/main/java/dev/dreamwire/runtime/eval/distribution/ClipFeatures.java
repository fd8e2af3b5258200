package dev.dreamwire.runtime.eval.distribution;

import java.util.List;
import java.util.Random;

/**
 * Describes clips by fixed random filters of 8×8 pixels in colour over two frames: half of them see
 * what is there, half what changed; and half of either see only what is fine. A feature is the
 * mean, or the standard deviation, of a filter's absolute response over the whole clip. Random
 * filters keep the statistics of textures apart well enough (Saxe et al. 2011), and no network has
 * to be fetched or learned. Immutable.
 */
public final class ClipFeatures {
  /** Frames of a clip. */
  public static final int FRAMES = 16;

  /** Numbers that describe a clip. */
  public static final int SIZE = 32;

  private static final int FILTERS = SIZE / 2;
  private static final int CELL = 8;
  private static final int STRIDE = 4;
  private static final long SEED = 77_003;

  private final int width;
  private final int height;
  private final float[][] filters = new float[FILTERS][];

  /** For pictures of a size. */
  public ClipFeatures(int width, int height) {
    this.width = width;
    this.height = height;
    Random random = new Random(SEED);
    for (int f = 0; f < FILTERS; f++) {
      float[] filter = new float[3 * CELL * CELL];
      for (int i = 0; i < filter.length; i++) {
        filter[i] = (float) (random.nextGaussian() / Math.sqrt(filter.length));
      }
      filters[f] = f % 4 < 2 ? filter : fine(filter);
    }
  }

  /** What differs between a weight and those around it. */
  private static float[] fine(float[] filter) {
    float[] out = new float[filter.length];
    for (int i = 0; i < filter.length; i++) {
      int plane = i / (CELL * CELL) * CELL * CELL;
      int row = (i - plane) / CELL;
      int column = (i - plane) % CELL;
      float sum = 0;
      int n = 0;
      for (int y = Math.max(0, row - 1); y <= Math.min(CELL - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(CELL - 1, column + 1); x++) {
          sum += filter[plane + y * CELL + x];
          n++;
        }
      }
      out[i] = filter[i] - sum / n;
    }
    return out;
  }

  /**
   * Describes a clip.
   *
   * @param clip {@value #FRAMES} pictures {@code [3,H,W]}
   * @return {@value #SIZE} numbers
   */
  public double[] of(List<float[]> clip) {
    double[] out = new double[SIZE];
    for (int f = 0; f < FILTERS; f++) {
      double sum = 0;
      double squares = 0;
      int n = 0;
      for (int frame = 1; frame < clip.size(); frame++) {
        for (int y = 0; y + CELL <= height; y += STRIDE) {
          for (int x = 0; x + CELL <= width; x += STRIDE) {
            double before = response(filters[f], clip.get(frame - 1), x, y);
            double now = response(filters[f], clip.get(frame), x, y);
            double response = Math.abs(f % 2 == 0 ? now + before : now - before);
            sum += response;
            squares += response * response;
            n++;
          }
        }
      }
      double mean = sum / n;
      out[2 * f] = mean;
      out[2 * f + 1] = Math.sqrt(Math.max(0, squares / n - mean * mean));
    }
    return out;
  }

  private double response(float[] filter, float[] picture, int left, int top) {
    float sum = 0;
    int at = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = top; y < top + CELL; y++) {
        int row = (c * height + y) * width;
        for (int x = left; x < left + CELL; x++) {
          sum += filter[at++] * picture[row + x];
        }
      }
    }
    return sum;
  }
}
