package dev.dreamwire.studio.pictures;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.studio.view.MemoryImage;
import java.util.Set;

/**
 * Paints tensors as small pictures: images as they are, a latent as a tile for each of its
 * channels, of a clip the last frame; the values of small ones as squares. Of values that are no
 * colours, blue is below zero, red above, and the strongest colours stand for {@value #MOST} and
 * beyond. Safe on every thread.
 */
final class TensorPainter {
  /** Most pixels a row or column. */
  static final int LARGEST = 256;

  private static final int MOST = 3;
  private static final Set<String> PAINTED =
      Set.of(PortType.IMAGE.id(), PortType.LATENT.id(), PortType.CLIP.id());
  private static final int OPAQUE = 0xff000000;

  private TensorPainter() {}

  /** Whether what flows through a port can be painted. */
  static boolean paints(PortType type) {
    return PAINTED.contains(type.id());
  }

  /**
   * Paints a tensor.
   *
   * @param type an image, a latent or a clip
   * @param values its elements, row-major
   */
  static void paint(PortType type, Shape shape, float[] values, MemoryImage into) {
    int width = shape.size(shape.rank() - 1);
    int height = shape.size(shape.rank() - 2);
    int channels = shape.size(shape.rank() - 3);
    int last = Math.toIntExact(shape.count()) - channels * height * width;
    boolean colours = type.id().equals(PortType.IMAGE.id()) && channels == 3;
    int across = colours ? 1 : (int) Math.ceil(Math.sqrt(channels));
    int down = colours ? 1 : (channels + across - 1) / across;
    int longest = Math.max(across * width, down * height);
    int step = (longest + LARGEST - 1) / LARGEST;
    int square = Math.max(1, LARGEST / longest);
    into.resize(
        Math.max(1, across * width * square / step), Math.max(1, down * height * square / step));
    int[] argb = into.argb();
    for (int y = 0; y < into.height(); y++) {
      for (int x = 0; x < into.width(); x++) {
        int column = x * step / square;
        int row = y * step / square;
        int at = last + row % height * width + column % width;
        int channel = row / height * across + column / width;
        int color = 0;
        if (colours) {
          int plane = height * width;
          color = rgb(values[at], values[at + plane], values[at + 2 * plane]);
        } else if (channel < channels) {
          color = signed(values[at + channel * height * width]);
        }
        argb[y * into.width() + x] = color;
      }
    }
  }

  private static int rgb(float red, float green, float blue) {
    return OPAQUE | level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(float value) {
    return Math.clamp(Math.round((value + 1) * 127.5f), 0, 255);
  }

  /** From blue over black to red. */
  private static int signed(float value) {
    float share = Math.clamp(value / MOST, -1, 1);
    float other = Math.abs(share) * 0.35f;
    return share < 0
        ? rgb(2 * other - 1, 2 * other - 1, -2 * share - 1)
        : rgb(2 * share - 1, 2 * other - 1, 2 * other - 1);
  }
}
