package dev.dreamwire.runtime.data;

import static dev.dreamwire.runtime.data.Ffmpeg.allocated;
import static dev.dreamwire.runtime.data.Ffmpeg.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Writes RGB pictures into an mp4 file, frame by frame. For one thread at a time. The file is whole
 * only after {@link #close()}: write to a temporary name and rename.
 */
public final class VideoWriter implements AutoCloseable {
  private static final int H264_BEST_QUANTISER = 10;
  private static final int H264_WORST_QUANTISER = 24;

  private final Path file;
  private final int width;
  private final int height;
  private final VideoCodec codec;
  private final AVFormatContext container;
  private final AVCodecContext encoder;
  private final AVStream stream;
  private final AVFrame frame;
  private final AVPacket packet;
  private final FramePacker packer;
  private boolean started;
  private boolean closed;
  private long frames;

  /**
   * Begins a file, replacing one that is there.
   *
   * @param fps frames a second
   * @throws IllegalArgumentException if the codec cannot take the size
   * @throws IOException if the file cannot be written
   */
  public VideoWriter(Path file, int width, int height, int fps, VideoCodec codec)
      throws IOException {
    codec.checkSize(width, height);
    Ffmpeg.quiet();
    this.file = file;
    this.width = width;
    this.height = height;
    this.codec = codec;
    AVCodec found = avcodec_find_encoder_by_name(codec.encoder);
    if (found == null) {
      throw new IOException(file + ": this FFmpeg cannot write " + codec.encoder + " video");
    }
    container = new AVFormatContext(null);
    check(
        avformat_alloc_output_context2(container, null, "mp4", file.toString()),
        file,
        "the mp4 file cannot be begun");
    encoder = allocated(avcodec_alloc_context3(found), file);
    frame = allocated(av_frame_alloc(), file);
    packet = allocated(av_packet_alloc(), file);
    packer = codec == VideoCodec.LOSSLESS ? new BgrPacker(width, height) : yuv(width, height);
    try {
      stream = begin(found, fps);
    } catch (IOException failed) {
      free();
      throw failed;
    }
  }

  private FramePacker yuv(int width, int height) throws IOException {
    return new YuvPacker(file, width, height);
  }

  private AVStream begin(AVCodec found, int fps) throws IOException {
    encoder.width(width);
    encoder.height(height);
    encoder.pix_fmt(codec.pixelFormat);
    encoder.time_base(av_make_q(1, fps));
    encoder.framerate(av_make_q(fps, 1));
    encoder.thread_count(1);
    AVDictionary options = new AVDictionary(null);
    if (codec == VideoCodec.H264) {
      YuvPacker.describe(encoder);
      encoder.gop_size(2 * fps);
      encoder.qmin(H264_BEST_QUANTISER);
      encoder.qmax(H264_WORST_QUANTISER);
      encoder.bit_rate(Math.max(2_000_000L, 4L * width * height * fps));
      av_dict_set(options, "allow_skip_frames", "0", 0);
    }
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    try {
      check(avcodec_open2(encoder, found, options), file, "the encoder does not start");
    } finally {
      av_dict_free(options);
    }
    AVStream made = allocated(avformat_new_stream(container, null), file);
    made.time_base(encoder.time_base());
    made.avg_frame_rate(encoder.framerate());
    check(avcodec_parameters_from_context(made.codecpar(), encoder), file, "no memory");
    AVIOContext io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), file, "the file cannot be written");
    container.pb(io);
    check(
        avformat_write_header(container, (PointerPointer<?>) null),
        file,
        "the mp4 header cannot be written");
    started = true;
    frame.width(width);
    frame.height(height);
    frame.format(codec.pixelFormat);
    check(av_frame_get_buffer(frame, 0), file, "no memory for a frame");
    return made;
  }

  /** Pixels to the right. */
  public int width() {
    return width;
  }

  /** Pixels down. */
  public int height() {
    return height;
  }

  /** Frames written so far. */
  public long frames() {
    return frames;
  }

  /**
   * Adds a frame.
   *
   * @param rgb bytes red, green, blue, row by row from the top
   * @throws IOException if it cannot be written
   */
  public void write(byte[] rgb) throws IOException {
    write(rgb, 0);
  }

  /**
   * Adds a frame that begins at an offset of an array.
   *
   * @throws IOException if it cannot be written
   */
  public void write(byte[] rgb, int offset) throws IOException {
    Objects.checkFromIndexSize(offset, width * height * 3, rgb.length);
    check(av_frame_make_writable(frame), file, "no memory for a frame");
    packer.pack(rgb, offset, frame);
    frame.pts(frames++);
    check(avcodec_send_frame(encoder, frame), file, "frame " + frames + " cannot be coded");
    drain();
  }

  private void drain() throws IOException {
    while (true) {
      int result = avcodec_receive_packet(encoder, packet);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
        return;
      }
      check(result, file, "a frame cannot be coded");
      packet.duration(1);
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      check(av_interleaved_write_frame(container, packet), file, "a frame cannot be written");
    }
  }

  /**
   * Finishes the file. A second call does nothing.
   *
   * @throws IOException if its end cannot be written
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (frames > 0) {
        check(avcodec_send_frame(encoder, null), file, "the last frames cannot be coded");
        drain();
      }
      check(av_write_trailer(container), file, "the end of the file cannot be written");
    } finally {
      free();
    }
  }

  private void free() {
    closed = true;
    packer.close();
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(encoder);
    if (started || container.pb() != null) {
      avio_closep(container.pb());
    }
    avformat_free_context(container);
  }
}
