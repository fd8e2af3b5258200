package dev.dreamwire.studio.view;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * An image whose pixels lie in an array. The toolkit may still be drawing it while its pixels are
 * written, so that whoever shows a moving picture takes two in turn.
 */
public final class MemoryImage {
  private int[] argb = {};
  private PixelBuffer<IntBuffer> buffer;
  private WritableImage image;

  /** Gives it another size; its pixels are then transparent. Any thread. */
  public void resize(int width, int height) {
    if (buffer != null && buffer.getWidth() == width && buffer.getHeight() == height) {
      return;
    }
    argb = new int[width * height];
    buffer =
        new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  /** The pixels, row by row, to be written. */
  public int[] argb() {
    return argb;
  }

  /** Pixels a row. */
  public int width() {
    return buffer.getWidth();
  }

  /** Number of rows. */
  public int height() {
    return buffer.getHeight();
  }

  /** The image, after its pixels were written. On the window's thread. */
  public Image changed() {
    buffer.updateBuffer(all -> null);
    return image;
  }
}
