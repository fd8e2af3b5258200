package dev.dreamwire.runtime.world;

import java.util.Arrays;
import java.util.Objects;

/**
 * Draws what a player sees, in software: every column of the picture walks through the blocks from
 * near to far and fills the pixels that are still free (J. Amanatides, A. Woo: A Fast Voxel
 * Traversal Algorithm for Ray Tracing, 1987). Looking up and down shears the picture, so that
 * uprights stay upright. Four samples a pixel.
 *
 * <p>A renderer keeps its buffers: use one a thread. The same player gives the same bytes on every
 * machine.
 */
public final class Renderer {
  /** Tangent of half the horizontal field of view (80 degrees). */
  private static final float HALF_VIEW = 0.8391f;

  private static final int SAMPLES = 2;

  private final int width;
  private final int height;
  private final ColumnPainter painter;
  private final int[] sums;
  private final HandPainter hand;

  /** A renderer of pictures of a size, made by {@link World#renderer}. */
  Renderer(WorldMap map, Sky sky, int width, int height) {
    if (width < 1
        || height < 1
        || width > World.LARGEST_PICTURE
        || height > World.LARGEST_PICTURE) {
      throw new IllegalArgumentException(
          "a picture of " + width + "×" + height + " pixels cannot be drawn; use 1×1 to 4096×4096");
    }
    this.width = width;
    this.height = height;
    this.painter = new ColumnPainter(map, sky, height * SAMPLES, width * SAMPLES / (2 * HALF_VIEW));
    this.sums = new int[height * 3];
    this.hand = new HandPainter(width, height);
  }

  /** Pixels to the right. */
  public int width() {
    return width;
  }

  /** Pixels down. */
  public int height() {
    return height;
  }

  /** The picture as bytes red, green, blue, row by row from the top. */
  public byte[] render(Player player) {
    byte[] rgb = new byte[width * height * 3];
    render(player, rgb);
    return rgb;
  }

  /**
   * Draws into an array of the caller.
   *
   * @param rgb receives red, green, blue, row by row from the top
   */
  public void render(Player player, byte[] rgb) {
    Objects.checkFromIndexSize(0, width * height * 3, rgb.length);
    painter.look(player);
    for (int x = 0; x < width; x++) {
      Arrays.fill(sums, 0);
      for (int sample = 0; sample < SAMPLES; sample++) {
        float across = 2 * (x * SAMPLES + sample + 0.5f) / (width * SAMPLES) - 1;
        add(painter.paint(across * HALF_VIEW));
      }
      for (int y = 0; y < height; y++) {
        int at = (y * width + x) * 3;
        for (int channel = 0; channel < 3; channel++) {
          int half = SAMPLES * SAMPLES / 2;
          rgb[at + channel] = (byte) ((sums[y * 3 + channel] + half) / (SAMPLES * SAMPLES));
        }
      }
    }
    hand.paint(player.work().swing(), rgb);
  }

  /**
   * How far ahead lies what a player sees, without its hand.
   *
   * @return a number a pixel, row by row from the top: blocks along the direction straight ahead,
   *     of the nearest of the pixel's samples; infinite for the sky
   */
  public float[] depth(Player player) {
    float[] depth = new float[width * height];
    Arrays.fill(depth, Float.POSITIVE_INFINITY);
    painter.look(player);
    for (int across = 0; across < width * SAMPLES; across++) {
      painter.paint((2 * (across + 0.5f) / (width * SAMPLES) - 1) * HALF_VIEW);
      for (int i = 0; i < height * SAMPLES; i++) {
        int at = i / SAMPLES * width + across / SAMPLES;
        depth[at] = Math.min(depth[at], painter.ahead()[i]);
      }
    }
    return depth;
  }

  private void add(int[] column) {
    for (int i = 0; i < column.length; i++) {
      int pixel = column[i];
      int at = i / SAMPLES * 3;
      sums[at] += pixel >> 16 & 255;
      sums[at + 1] += pixel >> 8 & 255;
      sums[at + 2] += pixel & 255;
    }
  }
}
