package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.file.Sha256;
import dev.dreamwire.runtime.node.ViewportSink;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Takes what one viewport shows as bytes: {@code round(127.5·(x + 1))}. Keeps a digest of all of
 * them. Used by one thread.
 */
final class FrameTap implements ViewportSink {
  private final String viewport;
  private final FrameOutput output;
  private final MessageDigest digest = Sha256.digest();
  private byte[] rgb = new byte[0];
  private long frames;

  /**
   * A tap.
   *
   * @param viewport id of the node whose pictures count
   */
  FrameTap(String viewport, FrameOutput output) {
    this.viewport = viewport;
    this.output = output;
  }

  @Override
  public void show(String node, TensorView image) {
    if (!node.equals(viewport)) {
      return;
    }
    int height = image.shape().size(1);
    int width = image.shape().size(2);
    int area = width * height;
    if (rgb.length != 3 * area) {
      rgb = new byte[3 * area];
    }
    FloatBuffer values = image.values();
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < 3; c++) {
        float value = 127.5f * (values.get(c * area + i) + 1);
        rgb[3 * i + c] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    digest.update(rgb);
    output.frame(rgb, width, height);
    frames++;
  }

  /** Pictures taken. */
  long frames() {
    return frames;
  }

  /** SHA-256 of all pictures' bytes in order, in hexadecimal; ends the tap. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
