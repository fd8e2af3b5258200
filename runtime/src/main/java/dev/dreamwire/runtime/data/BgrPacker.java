package dev.dreamwire.runtime.data;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Four bytes a pixel: blue, green, red and nothing. */
final class BgrPacker implements FramePacker {
  private final int width;
  private final int height;
  private final byte[] row;

  BgrPacker(int width, int height) {
    this.width = width;
    this.height = height;
    this.row = new byte[4 * width];
  }

  @Override
  public void pack(byte[] rgb, int offset, AVFrame frame) {
    BytePointer data = frame.data(0);
    int from = offset;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, from += 3) {
        row[4 * x] = rgb[from + 2];
        row[4 * x + 1] = rgb[from + 1];
        row[4 * x + 2] = rgb[from];
      }
      data.position((long) y * frame.linesize(0)).put(row, 0, row.length);
    }
  }

  @Override
  public void close() {}
}
