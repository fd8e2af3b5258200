package dev.dreamwire.runtime.cli;

import java.util.List;

/**
 * What was measured with the window open.
 *
 * @param firstFrameSeconds from the start of the process to the first dreamed frame on screen
 * @param seconds how long the rest was measured
 * @param made frames that the engine made in that time
 * @param makeMillis how long each took to make
 * @param intervalMillis from each picture that was shown to the next
 */
public record WindowFigures(
    double firstFrameSeconds,
    double seconds,
    long made,
    List<Double> makeMillis,
    List<Double> intervalMillis) {
  public WindowFigures {
    makeMillis = List.copyOf(makeMillis);
    intervalMillis = List.copyOf(intervalMillis);
  }

  /** Pictures that were shown. */
  public long shown() {
    return intervalMillis.size();
  }

  /** Frames that were made but replaced by a later one before the window could show them. */
  public long dropped() {
    return Math.max(0, made - shown());
  }
}
