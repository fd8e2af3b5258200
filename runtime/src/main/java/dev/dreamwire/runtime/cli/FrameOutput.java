package dev.dreamwire.runtime.cli;

/**
 * Where played frames go. Used by one thread. What it makes appears only when it is finished:
 * closing before that leaves nothing behind.
 */
interface FrameOutput extends AutoCloseable {
  /**
   * Takes the next frame.
   *
   * @param rgb {@code height · width · 3} bytes, row by row; valid during this call
   */
  void frame(byte[] rgb, int width, int height);

  /** All frames were given: puts the result in its place. */
  void finish();

  @Override
  void close();

  /** Takes frames and keeps nothing. */
  static FrameOutput none() {
    return new FrameOutput() {
      @Override
      public void frame(byte[] rgb, int width, int height) {}

      @Override
      public void finish() {}

      @Override
      public void close() {}
    };
  }
}
