package dev.dreamwire.runtime.data;

import static dev.dreamwire.runtime.data.Ffmpeg.allocated;
import static dev.dreamwire.runtime.data.Ffmpeg.check;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Reads a video file (H.264 mp4 and whatever else FFmpeg decodes) as RGB pictures, frame by frame,
 * in the order of showing. For one thread at a time.
 */
public final class VideoReader implements AutoCloseable {
  private final Path file;
  private final AVFormatContext container;
  private final AVPacket packet;
  private final AVFrame frame;
  private AVCodecContext decoder;
  private int stream;
  private double fps;
  private RgbScaler scaler;
  private int width;
  private int height;
  private boolean ended;
  private boolean closed;
  private long frames;

  /**
   * Opens a file in its own size.
   *
   * @throws IOException if it is missing or holds no video that can be read
   */
  public VideoReader(Path file) throws IOException {
    this(file, 0, 0);
  }

  /**
   * Opens a file; its pictures are scaled.
   *
   * @param width wanted pixels to the right, 0 for the file's own
   * @param height wanted pixels down, 0 for the file's own
   * @throws IOException if it is missing or holds no video that can be read
   */
  public VideoReader(Path file, int width, int height) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": there is no such file");
    }
    Ffmpeg.quiet();
    this.file = file;
    this.width = width;
    this.height = height;
    container = new AVFormatContext(null);
    check(
        avformat_open_input(container, file.toString(), null, null),
        file,
        "this is no video that can be read");
    packet = allocated(av_packet_alloc(), file);
    frame = allocated(av_frame_alloc(), file);
    try {
      open();
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private void open() throws IOException {
    check(
        avformat_find_stream_info(container, (PointerPointer<?>) null),
        file,
        "this is no video that can be read");
    stream =
        check(
            av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0),
            file,
            "the file has no picture track");
    AVStream chosen = container.streams(stream);
    AVCodec codec = avcodec_find_decoder(chosen.codecpar().codec_id());
    if (codec == null) {
      throw new IOException(file + ": its video is coded in a way that FFmpeg cannot read");
    }
    decoder = allocated(avcodec_alloc_context3(codec), file);
    check(avcodec_parameters_to_context(decoder, chosen.codecpar()), file, "the track is damaged");
    decoder.thread_count(1);
    check(avcodec_open2(decoder, codec, (AVDictionary) null), file, "the decoder does not start");
    double rate = av_q2d(chosen.avg_frame_rate());
    fps = Double.isFinite(rate) ? rate : 0;
    width = width == 0 ? decoder.width() : width;
    height = height == 0 ? decoder.height() : height;
  }

  /** Pixels to the right of the pictures handed out. */
  public int width() {
    return width;
  }

  /** Pixels down of the pictures handed out. */
  public int height() {
    return height;
  }

  /** Frames a second, or 0 if the file does not say. */
  public double fps() {
    return fps;
  }

  /** Frames that the file says it holds, or 0 if it does not say. */
  public long declaredFrames() {
    return container.streams(stream).nb_frames();
  }

  /** Frames read so far. */
  public long frames() {
    return frames;
  }

  /**
   * Reads the next frame.
   *
   * @param rgb receives red, green, blue, row by row from the top
   * @return false at the end of the video
   * @throws IOException if the file is damaged, with the frame's number
   */
  public boolean read(byte[] rgb) throws IOException {
    return read(rgb, 0);
  }

  /**
   * Reads the next frame into an array from an offset on.
   *
   * @return false at the end of the video
   * @throws IOException if the file is damaged, with the frame's number
   */
  public boolean read(byte[] rgb, int offset) throws IOException {
    if (!next()) {
      return false;
    }
    Objects.checkFromIndexSize(offset, width * height * 3, rgb.length);
    if (scaler == null || !scaler.takes(frame)) {
      if (scaler != null) {
        scaler.close();
      }
      scaler = new RgbScaler(file, frame, width, height);
    }
    scaler.unpack(frame, rgb, offset);
    frames++;
    return true;
  }

  /**
   * Passes over the next frame.
   *
   * @return false at the end of the video
   * @throws IOException if the file is damaged, with the frame's number
   */
  public boolean skip() throws IOException {
    boolean more = next();
    frames += more ? 1 : 0;
    return more;
  }

  private boolean next() throws IOException {
    while (true) {
      int result = avcodec_receive_frame(decoder, frame);
      if (result >= 0) {
        return true;
      }
      if (result == AVERROR_EOF) {
        return false;
      }
      if (result != AVERROR_EAGAIN()) {
        check(result, file, "frame " + frames + " is damaged");
      }
      feed();
    }
  }

  private void feed() throws IOException {
    int result = ended ? AVERROR_EOF : av_read_frame(container, packet);
    if (result == AVERROR_EOF) {
      ended = true;
      check(avcodec_send_packet(decoder, null), file, "the end of the video is damaged");
      return;
    }
    check(result, file, "the file is damaged after frame " + frames);
    try {
      if (packet.stream_index() == stream) {
        check(avcodec_send_packet(decoder, packet), file, "frame " + frames + " is damaged");
      }
    } finally {
      av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (scaler != null) {
      scaler.close();
    }
    if (decoder != null) {
      avcodec_free_context(decoder);
    }
    av_frame_free(frame);
    av_packet_free(packet);
    avformat_close_input(container);
  }
}
