package dev.dreamwire.runtime.data;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** What reading and writing video share: FFmpeg's result codes as exceptions. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Lets FFmpeg print nothing: every failure is told by an exception. */
  static void quiet() {
    av_log_set_level(AV_LOG_FATAL);
  }

  /**
   * Passes a result on.
   *
   * @throws IOException if it is an error
   */
  static int check(int result, Path file, String what) throws IOException {
    if (result < 0) {
      throw new IOException(file + ": " + what + ": " + text(result));
    }
    return result;
  }

  /** Passes a pointer on, or throws if FFmpeg had no memory for it. */
  static <P extends Pointer> P allocated(P pointer, Path file) throws IOException {
    if (pointer == null || pointer.isNull()) {
      throw new IOException(file + ": there is not enough memory for the video");
    }
    return pointer;
  }

  private static String text(int result) {
    try (BytePointer buffer = new BytePointer(AV_ERROR_MAX_STRING_SIZE)) {
      av_strerror(result, buffer, AV_ERROR_MAX_STRING_SIZE);
      return buffer.getString();
    }
  }
}
