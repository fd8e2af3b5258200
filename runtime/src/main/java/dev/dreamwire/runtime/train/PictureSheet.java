package dev.dreamwire.runtime.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures in rows and columns, enlarged, for a person to look at. Used by one thread. */
public final class PictureSheet {
  private static final int SCALE = 2;
  private static final int GAP = 4;
  private final int width;
  private final int height;
  private final BufferedImage image;

  /** An empty sheet for pictures of a size in pixels. */
  public PictureSheet(int width, int height, int columns, int rows) {
    this.width = width;
    this.height = height;
    this.image =
        new BufferedImage(
            columns * (width * SCALE + GAP),
            rows * (height * SCALE + GAP),
            BufferedImage.TYPE_INT_RGB);
  }

  /**
   * Puts a picture {@code [3,H,W]} in −1..1, which begins at an offset of an array, in its place.
   */
  public void put(int column, int row, float[] pictures, int offset) {
    int pixels = width * height;
    for (int y = 0; y < height * SCALE; y++) {
      for (int x = 0; x < width * SCALE; x++) {
        int at = offset + y / SCALE * width + x / SCALE;
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          rgb = rgb << 8 | Math.clamp(Math.round((pictures[at + c * pixels] + 1) * 127.5f), 0, 255);
        }
        image.setRGB(column * (width * SCALE + GAP) + x, row * (height * SCALE + GAP) + y, rgb);
      }
    }
  }

  /** Writes the sheet as PNG. */
  public void write(Path png) throws IOException {
    ImageIO.write(image, "png", png.toFile());
  }
}
