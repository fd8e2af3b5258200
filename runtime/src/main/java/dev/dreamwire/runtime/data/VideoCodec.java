package dev.dreamwire.runtime.data;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

/** How an mp4 that this program writes is coded. */
public enum VideoCodec {
  /** FFV1 in RGB: every byte comes back as it was. For training data. */
  LOSSLESS("ffv1", AV_PIX_FMT_BGR0),
  /** H.264 (OpenH264) of high quality, which plays everywhere. Sides must be even, at least 16. */
  H264("libopenh264", AV_PIX_FMT_YUV420P);

  final String encoder;
  final int pixelFormat;

  VideoCodec(String encoder, int pixelFormat) {
    this.encoder = encoder;
    this.pixelFormat = pixelFormat;
  }

  /**
   * Checks a picture size.
   *
   * @throws IllegalArgumentException if this codec cannot take it
   */
  void checkSize(int width, int height) {
    boolean possible = width > 0 && height > 0 && width <= 8192 && height <= 8192;
    boolean even = width % 2 == 0 && height % 2 == 0 && width >= 16 && height >= 16;
    if (!possible || this == H264 && !even) {
      throw new IllegalArgumentException(
          "a video of "
              + width
              + "×"
              + height
              + " pixels cannot be written as "
              + encoder
              + (this == H264 ? "; take even sides of at least 16" : "; take 1 to 8192"));
    }
  }
}
