package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.oasis.BilinearResize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How pictures of any size become pictures of the model's size, as the nodes that bring pictures in
 * declare it.
 *
 * @param stretched whether the whole picture is taken in other proportions, as open-oasis prepares
 *     it; otherwise the largest middle part of the right proportions
 * @param width pixels to the right
 * @param height pixels down
 */
record PictureFit(boolean stretched, int width, int height) {
  private static final String CUT = "cut";
  private static final String STRETCH = "stretch";

  /** The parameters that {@link #of} reads. */
  static Param[] params() {
    return new Param[] {
      Param.integer("width", 8, 4096, 64, false).in("px"),
      Param.integer("height", 8, 4096, 48, false).in("px"),
      Param.choice("fit", List.of(CUT, STRETCH), CUT, false)
    };
  }

  static PictureFit of(Params params) {
    return new PictureFit(
        params.text("fit").equals(STRETCH),
        Math.toIntExact(params.integer("width")),
        Math.toIntExact(params.integer("height")));
  }

  /** Shape of a fitted picture {@code [3,H,W]}. */
  Shape shape() {
    return Shape.of(3, height, width);
  }

  /** A picture's values {@code [3,H,W]}, −1..1. */
  float[] planes(BufferedImage image) {
    return stretched ? stretch(image) : planesOf(cut(image));
  }

  private float[] stretch(BufferedImage image) {
    int area = image.getWidth() * image.getHeight();
    int[] rgb = new int[3 * area];
    for (int i = 0; i < area; i++) {
      int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
      rgb[3 * i] = pixel >> 16 & 255;
      rgb[3 * i + 1] = pixel >> 8 & 255;
      rgb[3 * i + 2] = pixel & 255;
    }
    int[] resized =
        BilinearResize.resize(rgb, image.getWidth(), image.getHeight(), width, height, true);
    int plane = width * height;
    float[] out = new float[3 * plane];
    for (int i = 0; i < resized.length; i++) {
      out[i % 3 * plane + i / 3] = resized[i] / 255f * 2 - 1;
    }
    return out;
  }

  private BufferedImage cut(BufferedImage image) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    double scale = Math.min((double) image.getWidth() / width, (double) image.getHeight() / height);
    int fromWidth = (int) Math.round(width * scale);
    int fromHeight = (int) Math.round(height * scale);
    int left = (image.getWidth() - fromWidth) / 2;
    int top = (image.getHeight() - fromHeight) / 2;
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = out.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, left, top, left + fromWidth, top + fromHeight, null);
    pen.dispose();
    return out;
  }

  private static float[] planesOf(BufferedImage image) {
    int width = image.getWidth();
    int area = width * image.getHeight();
    float[] out = new float[3 * area];
    for (int i = 0; i < area; i++) {
      int pixel = image.getRGB(i % width, i / width);
      out[i] = (pixel >> 16 & 255) / 127.5f - 1;
      out[area + i] = (pixel >> 8 & 255) / 127.5f - 1;
      out[2 * area + i] = (pixel & 255) / 127.5f - 1;
    }
    return out;
  }
}
