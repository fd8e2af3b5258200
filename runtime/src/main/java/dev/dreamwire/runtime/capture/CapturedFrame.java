package dev.dreamwire.runtime.capture;

import dev.dreamwire.api.tensor.TensorView;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;

/** A copy of a picture as bytes. Immutable. */
public final class CapturedFrame {
  /** A picture of this height or more can be watched. */
  static final int WATCHABLE_HEIGHT = 480;

  private final int width;
  private final int height;
  private final byte[] rgb;

  private CapturedFrame(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** Copies an image {@code [3,H,W]} in −1..1: {@code round(127.5·(x + 1))}. */
  public static CapturedFrame of(TensorView image) {
    int width = image.shape().size(2);
    int height = image.shape().size(1);
    int area = width * height;
    byte[] rgb = new byte[3 * area];
    FloatBuffer values = image.values();
    for (int i = 0; i < rgb.length; i++) {
      float value = 127.5f * (values.get(i % 3 * area + i / 3) + 1);
      rgb[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new CapturedFrame(width, height, rgb);
  }

  /**
   * Copies opaque pixels.
   *
   * @param argb row by row from the top
   */
  public static CapturedFrame ofArgb(int[] argb, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
    }
    return new CapturedFrame(width, height, rgb);
  }

  /** Pixels a row. */
  public int width() {
    return width;
  }

  /** Number of rows. */
  public int height() {
    return height;
  }

  /** Red, green, blue, row by row; every pixel as a square of some pixels. */
  byte[] enlarged(int factor) {
    byte[] large = new byte[rgb.length * factor * factor];
    int largeWidth = width * factor;
    for (int y = 0; y < height * factor; y++) {
      for (int x = 0; x < largeWidth; x++) {
        int from = 3 * (y / factor * width + x / factor);
        System.arraycopy(rgb, from, large, 3 * (y * largeWidth + x), 3);
      }
    }
    return large;
  }

  /** The picture for {@link javax.imageio.ImageIO}. */
  public BufferedImage toImage() {
    return toImage(1);
  }

  /** The same with pixels as squares, at least {@value #WATCHABLE_HEIGHT} pixels high. */
  public BufferedImage toWatchableImage() {
    return toImage(Math.ceilDiv(WATCHABLE_HEIGHT, height));
  }

  private BufferedImage toImage(int factor) {
    byte[] large = enlarged(factor);
    BufferedImage image =
        new BufferedImage(width * factor, height * factor, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < large.length / 3; i++) {
      int pixel =
          (large[3 * i] & 255) << 16 | (large[3 * i + 1] & 255) << 8 | large[3 * i + 2] & 255;
      image.setRGB(i % image.getWidth(), i / image.getWidth(), pixel);
    }
    return image;
  }
}
