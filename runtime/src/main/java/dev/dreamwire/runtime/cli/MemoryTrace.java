package dev.dreamwire.runtime.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples of a process' memory while it plays, and whether they are flat: caches fill and the heap
 * finds its size in the first half, so only the second half is judged. Used by one thread.
 */
final class MemoryTrace {
  /** More growth than this share of the memory over the second half is not flat. */
  private static final double TOLERANCE = 0.02;

  /**
   * A sample.
   *
   * @param frame frames played so far
   * @param bytes held then
   */
  record Sample(long frame, long bytes) {}

  private final List<Sample> samples = new ArrayList<>();

  void add(long frame, long bytes) {
    samples.add(new Sample(frame, bytes));
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** The most bytes of any sample; 0 if there are none. */
  long peak() {
    return samples.stream().mapToLong(Sample::bytes).max().orElse(0);
  }

  /** Bytes a frame in the second half, by least squares; 0 for fewer than two samples. */
  double slope() {
    List<Sample> half = secondHalf();
    double meanFrame = half.stream().mapToLong(Sample::frame).average().orElse(0);
    double meanBytes = half.stream().mapToLong(Sample::bytes).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Sample s : half) {
      covariance += (s.frame() - meanFrame) * (s.bytes() - meanBytes);
      variance += (s.frame() - meanFrame) * (s.frame() - meanFrame);
    }
    return variance == 0 ? 0 : covariance / variance;
  }

  /** Whether the memory grew by less than 2 % along the line through the second half. */
  boolean flat() {
    List<Sample> half = secondHalf();
    if (half.size() < 2) {
      return true;
    }
    long frames = half.getLast().frame() - half.getFirst().frame();
    return slope() * frames < TOLERANCE * half.getFirst().bytes();
  }

  private List<Sample> secondHalf() {
    return samples.subList(samples.size() / 2, samples.size());
  }
}
