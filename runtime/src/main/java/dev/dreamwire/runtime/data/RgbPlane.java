package dev.dreamwire.runtime.data;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Native memory for one picture of RGB bytes, in the form that FFmpeg's scaler takes. */
final class RgbPlane implements AutoCloseable {
  /** The scaler looks at four planes, whatever the form has. */
  private static final int PLANES = 4;

  /** The scaler's vector code may touch some bytes after the last. */
  private static final int SPARE = 64;

  private final int bytes;
  private final BytePointer pixels;

  /** Where the planes begin. */
  final PointerPointer<BytePointer> planes = new PointerPointer<>(PLANES);

  /** Bytes a row, by plane. */
  final IntPointer strides = new IntPointer(PLANES);

  RgbPlane(int width, int height) {
    bytes = width * height * 3;
    pixels = new BytePointer((long) bytes + SPARE);
    planes.put(0, pixels);
    strides.put(0, width * 3);
    for (int plane = 1; plane < PLANES; plane++) {
      planes.put(plane, null);
      strides.put(plane, 0);
    }
  }

  /** Copies a picture in from an offset of an array. */
  void fill(byte[] rgb, int offset) {
    pixels.put(rgb, offset, bytes);
  }

  /** Copies the picture out to an offset of an array. */
  void copyTo(byte[] rgb, int offset) {
    pixels.get(rgb, offset, bytes);
  }

  @Override
  public void close() {
    pixels.close();
    planes.close();
    strides.close();
  }
}
