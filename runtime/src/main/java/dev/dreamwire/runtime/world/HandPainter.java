package dev.dreamwire.runtime.world;

/** Paints the player's arm over a picture while it swings, four samples a pixel. Keeps nothing. */
final class HandPainter {
  private static final int SLEEVE = 0x2f55b8;
  private static final int SKIN = 0xe8b088;

  /** Where the fist is in each frame of a swing: shares of the width and the height. */
  private static final float[][] FISTS = {
    {0.78f, 0.62f}, {0.66f, 0.56f}, {0.6f, 0.7f}, {0.7f, 0.88f}
  };

  private static final float SHOULDER_X = 1f;
  private static final float SHOULDER_Y = 1.2f;
  private static final float THICK = 0.09f;
  private static final float BARE = 0.6f;

  private final int width;
  private final int height;

  HandPainter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Paints the arm.
   *
   * @param swing frame of the swing, 1 to {@link Work#SWING}; 0 paints nothing
   * @param rgb the picture, red, green, blue, row by row from the top
   */
  void paint(int swing, byte[] rgb) {
    if (swing == 0) {
      return;
    }
    float fistX = FISTS[swing - 1][0] * width / height;
    float fistY = FISTS[swing - 1][1];
    int left = (int) ((fistX - THICK) * height);
    int top = (int) ((fistY - THICK) * height);
    for (int y = Math.max(0, top); y < height; y++) {
      for (int x = Math.max(0, left); x < width; x++) {
        pixel(x, y, fistX, fistY, rgb);
      }
    }
  }

  private void pixel(int x, int y, float fistX, float fistY, byte[] rgb) {
    int at = (y * width + x) * 3;
    int r = 0;
    int g = 0;
    int b = 0;
    for (int sample = 0; sample < 4; sample++) {
      float u = (x + 0.25f + 0.5f * (sample & 1)) / height;
      float v = (y + 0.25f + 0.25f * (sample & 2)) / height;
      int colour = colour(u, v, fistX, fistY);
      r += colour < 0 ? rgb[at] & 255 : colour >> 16;
      g += colour < 0 ? rgb[at + 1] & 255 : colour >> 8 & 255;
      b += colour < 0 ? rgb[at + 2] & 255 : colour & 255;
    }
    rgb[at] = (byte) (r + 2 >> 2);
    rgb[at + 1] = (byte) (g + 2 >> 2);
    rgb[at + 2] = (byte) (b + 2 >> 2);
  }

  /** The arm's colour at a place in picture heights, or −1 beside it. */
  private int colour(float u, float v, float fistX, float fistY) {
    float armX = fistX - SHOULDER_X * width / height;
    float armY = fistY - SHOULDER_Y;
    float fromX = u - SHOULDER_X * width / height;
    float fromY = v - SHOULDER_Y;
    float along = (fromX * armX + fromY * armY) / (armX * armX + armY * armY);
    float clipped = Math.clamp(along, 0, 1);
    float offX = fromX - clipped * armX;
    float offY = fromY - clipped * armY;
    if (offX * offX + offY * offY > THICK * THICK) {
      return -1;
    }
    int colour = along > BARE ? SKIN : SLEEVE;
    return offX + offY > 0 ? Sky.blend(colour, 0, 0.25) : colour;
  }
}
