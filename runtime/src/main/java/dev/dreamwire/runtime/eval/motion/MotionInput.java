package dev.dreamwire.runtime.eval.motion;

/**
 * What the network sees of three frames in a row: how the second fits the first, and the third the
 * second. The frame before tells what the body was doing already.
 */
final class MotionInput {
  /** Numbers of a cell. */
  static final int FEATURES = 2 * Correlation.FEATURES;

  private final Correlation correlation;

  MotionInput(int width, int height) {
    this.correlation = new Correlation(width, height);
  }

  int cells() {
    return correlation.cells();
  }

  int size() {
    return cells() * FEATURES;
  }

  /** Writes {@code [cells,features]} for the step from a frame to the next; frame ≥ 1. */
  void write(GreyClip clip, int frame, float[] out, int offset) {
    write(
        clip.frames().get(frame - 1),
        clip.frames().get(frame),
        clip.frames().get(frame + 1),
        out,
        offset);
  }

  /** The same for three frames. */
  void write(float[] before, float[] from, float[] to, float[] out, int offset) {
    correlation.write(before, from, out, offset, FEATURES);
    correlation.write(from, to, out, offset + Correlation.FEATURES, FEATURES);
  }
}
