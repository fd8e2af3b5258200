package dev.dreamwire.runtime.data;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Planes of BT.709 luma and halved chroma. */
final class YuvPacker implements FramePacker {
  private static final int ONE = 1 << 16;

  private final int height;
  private final SwsContext scaler;
  private final RgbPlane plane;

  YuvPacker(Path file, int width, int height) throws IOException {
    this.height = height;
    this.scaler =
        Ffmpeg.allocated(
            sws_getContext(
                width,
                height,
                AV_PIX_FMT_RGB24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                null,
                null,
                (DoublePointer) null),
            file);
    IntPointer table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler, table, 1, table, 0, 0, ONE, ONE);
    this.plane = new RgbPlane(width, height);
  }

  /** Says in the file how its colours are meant. */
  static void describe(AVCodecContext encoder) {
    encoder.colorspace(AVCOL_SPC_BT709);
    encoder.color_primaries(AVCOL_PRI_BT709);
    encoder.color_trc(AVCOL_TRC_BT709);
    encoder.color_range(AVCOL_RANGE_MPEG);
  }

  @Override
  public void pack(byte[] rgb, int offset, AVFrame frame) {
    plane.fill(rgb, offset);
    sws_scale(scaler, plane.planes, plane.strides, 0, height, frame.data(), frame.linesize());
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    plane.close();
  }
}
