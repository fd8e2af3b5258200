package dev.dreamwire.runtime.data;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns RGB bytes into the pixels that an encoder takes. */
interface FramePacker extends AutoCloseable {
  /** Fills a frame from the bytes at an offset. */
  void pack(byte[] rgb, int offset, AVFrame frame);

  @Override
  void close();
}
