package dev.dreamwire.runtime.data;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Turns decoded frames of one form into RGB bytes of one size. */
final class RgbScaler implements AutoCloseable {
  private static final int ONE = 1 << 16;
  private static final int HIGH_DEFINITION = 720;

  private final int sourceWidth;
  private final int sourceHeight;
  private final int sourceFormat;
  private final int width;
  private final int height;
  private final boolean plain;
  private final byte[] row;
  private final SwsContext scaler;
  private final RgbPlane plane;

  RgbScaler(Path file, AVFrame frame, int width, int height) throws IOException {
    this.sourceWidth = frame.width();
    this.sourceHeight = frame.height();
    this.sourceFormat = frame.format();
    this.width = width;
    this.height = height;
    boolean same = width == sourceWidth && height == sourceHeight;
    this.plain = same && sourceFormat == AV_PIX_FMT_BGR0;
    this.row = new byte[4 * width];
    // Area averages keep a strong reduction free of patterns; bicubic is sharper otherwise.
    int filter = width * 2 <= sourceWidth ? SWS_AREA : SWS_BICUBIC;
    this.scaler =
        Ffmpeg.allocated(
            sws_getContext(
                sourceWidth,
                sourceHeight,
                sourceFormat,
                width,
                height,
                AV_PIX_FMT_RGB24,
                filter | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
                null,
                null,
                (DoublePointer) null),
            file);
    int range = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    IntPointer table = sws_getCoefficients(coefficients(frame));
    sws_setColorspaceDetails(scaler, table, range, table, 1, 0, ONE, ONE);
    this.plane = new RgbPlane(width, height);
  }

  /** Which of the two common colour matrices: what the file says, else by its size. */
  private static int coefficients(AVFrame frame) {
    int told = frame.colorspace();
    boolean unknown = told == AVCOL_SPC_UNSPECIFIED;
    boolean large = frame.height() >= HIGH_DEFINITION;
    return told == AVCOL_SPC_BT709 || unknown && large ? SWS_CS_ITU709 : SWS_CS_ITU601;
  }

  /** Whether a frame has the form that this was made for. */
  boolean takes(AVFrame frame) {
    return frame.width() == sourceWidth
        && frame.height() == sourceHeight
        && frame.format() == sourceFormat;
  }

  /** Writes a frame's RGB bytes from an offset on. */
  void unpack(AVFrame frame, byte[] rgb, int offset) {
    if (plain) {
      unpackPlain(frame, rgb, offset);
      return;
    }
    sws_scale(scaler, frame.data(), frame.linesize(), 0, sourceHeight, plane.planes, plane.strides);
    plane.copyTo(rgb, offset);
  }

  private void unpackPlain(AVFrame frame, byte[] rgb, int offset) {
    BytePointer data = frame.data(0);
    int to = offset;
    for (int y = 0; y < height; y++) {
      data.position((long) y * frame.linesize(0)).get(row, 0, row.length);
      for (int x = 0; x < width; x++, to += 3) {
        rgb[to] = row[4 * x + 2];
        rgb[to + 1] = row[4 * x + 1];
        rgb[to + 2] = row[4 * x];
      }
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    plane.close();
  }
}
