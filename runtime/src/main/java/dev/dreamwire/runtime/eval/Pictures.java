package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import java.util.Arrays;

/** Arithmetic on pictures {@code [3,H,W]} in −1..1. */
final class Pictures {
  /** Squared range of a value. */
  private static final double PEAK = 4;

  private Pictures() {}

  /** Mean squared difference of two pictures. */
  static double mse(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum / a.length;
  }

  /** Mean absolute difference of two pictures. */
  static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  /** Peak signal-to-noise ratio of a mean squared error, in dB. */
  static double psnr(double mse) {
    return 10 * Math.log10(PEAK / mse);
  }

  /** Brightness of every pixel, {@code [H,W]}. */
  static float[] luma(float[] picture) {
    int pixels = picture.length / 3;
    float[] out = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      out[i] =
          0.299f * picture[i] + 0.587f * picture[pixels + i] + 0.114f * picture[2 * pixels + i];
    }
    return out;
  }

  /** A picture made half as large, by means of 2×2 pixels, and large again, by repeating them. */
  static float[] halvedAndBack(float[] picture, int width) {
    float[] out = new float[picture.length];
    for (int row = 0; row < picture.length / width; row += 2) {
      for (int x = 0; x < width; x += 2) {
        int at = row * width + x;
        float mean =
            (picture[at] + picture[at + 1] + picture[at + width] + picture[at + width + 1]) / 4;
        out[at] = mean;
        out[at + 1] = mean;
        out[at + width] = mean;
        out[at + width + 1] = mean;
      }
    }
    return out;
  }

  /** A picture made half as large, by means of 2×2 pixels, and large again, by straight lines. */
  static float[] blurred(float[] picture, int width) {
    int height = picture.length / 3 / width;
    float[] rows = linesBetweenPairs(halvedAndBack(picture, width), width);
    return transposed(linesBetweenPairs(transposed(rows, width), height), height);
  }

  /** Draws straight lines from the middle of each pair of equal pixels to that of the next. */
  private static float[] linesBetweenPairs(float[] picture, int width) {
    float[] out = new float[picture.length];
    for (int i = 0; i < picture.length; i++) {
      int x = i % width;
      int near = i + (x % 2 == 0 ? Math.max(x - 1, 0) : Math.min(x + 1, width - 1)) - x;
      out[i] = 0.75f * picture[i] + 0.25f * picture[near];
    }
    return out;
  }

  /** A picture with rows for columns, {@code [3,W,H]}. */
  static float[] transposed(float[] picture, int width) {
    float[] out = new float[picture.length];
    int height = picture.length / 3 / width;
    int pixels = width * height;
    for (int i = 0; i < picture.length; i++) {
      int plane = i / pixels * pixels;
      int y = (i - plane) / width;
      int x = (i - plane) % width;
      out[plane + x * height + y] = picture[i];
    }
    return out;
  }

  /** A frame of an episode. */
  static float[] of(Episode episode, int frame) {
    float[] out = new float[episode.frameBytes()];
    ClipSet.toFloats(episode, frame, out, 0);
    return out;
  }

  /** Writes a picture as red, green, blue, row by row, in 256 levels. */
  static void toBytes(float[] picture, byte[] rgb, int offset) {
    int pixels = picture.length / 3;
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        float level = (picture[c * pixels + i] + 1) * 127.5f;
        rgb[offset + 3 * i + c] = (byte) Math.clamp(Math.round(level), 0, 255);
      }
    }
  }

  /** One of many pictures. */
  static float[] one(float[] pictures, int index, int size) {
    return Arrays.copyOfRange(pictures, index * size, (index + 1) * size);
  }
}
