package dev.dreamwire.runtime.eval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Measures {@link Look}s. Immutable. */
final class LookMeter {
  /** Levels of a colour that the histogram keeps apart. */
  private static final int LEVELS = 4;

  private final int width;
  private final double[] palette;
  private final UnaryOperator<float[]> reconstruct;

  /**
   * A meter.
   *
   * @param width of the pictures
   * @param reference true pictures, whose colours others are compared with
   * @param reconstruct what the autoencoder makes of a picture
   */
  LookMeter(int width, List<float[]> reference, UnaryOperator<float[]> reconstruct) {
    this.width = width;
    this.reconstruct = reconstruct;
    this.palette = new double[LEVELS * LEVELS * LEVELS];
    for (float[] picture : reference) {
      double[] one = histogram(picture);
      for (int i = 0; i < one.length; i++) {
        palette[i] += one[i] / reference.size();
      }
    }
  }

  /** Measures a picture, and how it moved since the frame before. */
  Look look(float[] before, float[] now) {
    Map<Aspect, Double> out = new EnumMap<>(Aspect.class);
    brightness(now, out);
    out.put(Aspect.MOTION, Pictures.difference(before, now));
    out.put(Aspect.COLOUR, distance(histogram(now)));
    out.put(Aspect.SELF_ERROR, Pictures.mse(reconstruct.apply(now), now));
    return new Look(out);
  }

  private void brightness(float[] picture, Map<Aspect, Double> into) {
    float[] luma = Pictures.luma(picture);
    int height = luma.length / width;
    double sum = 0;
    double squares = 0;
    for (float value : luma) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / luma.length;
    double laplacian = 0;
    double gradient = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        laplacian +=
            Math.abs(4 * luma[i] - luma[i - 1] - luma[i + 1] - luma[i - width] - luma[i + width]);
        gradient += Math.abs(luma[i] - luma[i - 1]) + Math.abs(luma[i] - luma[i - width]);
      }
    }
    into.put(Aspect.BRIGHTNESS, mean);
    into.put(Aspect.CONTRAST, Math.sqrt(Math.max(0, squares / luma.length - mean * mean)));
    into.put(Aspect.DETAIL, laplacian / ((width - 2) * (height - 2)));
    into.put(Aspect.SHARPNESS, gradient == 0 ? 0 : laplacian / gradient);
  }

  private static double[] histogram(float[] picture) {
    double[] out = new double[LEVELS * LEVELS * LEVELS];
    int pixels = picture.length / 3;
    for (int i = 0; i < pixels; i++) {
      int bin = 0;
      for (int c = 0; c < 3; c++) {
        int level = (int) ((picture[c * pixels + i] + 1) / 2 * LEVELS);
        bin = bin * LEVELS + Math.clamp(level, 0, LEVELS - 1);
      }
      out[bin] += 1.0 / pixels;
    }
    return out;
  }

  /** {@code ½·Σ (h − p)² / (h + p)}, 0 for equal colours and 1 for none in common. */
  private double distance(double[] histogram) {
    double sum = 0;
    for (int i = 0; i < histogram.length; i++) {
      double both = histogram[i] + palette[i];
      double difference = histogram[i] - palette[i];
      sum += both == 0 ? 0 : difference * difference / both;
    }
    return sum / 2;
  }
}
