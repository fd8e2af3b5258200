package dev.dreamwire.studio.play;

import dev.dreamwire.runtime.memory.MemoryMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what happens frame by frame into figures that hold still long enough to be read.
 * Thread-safe.
 */
final class StatsMeter {
  private static final int WINDOW = 32;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Share of a new value in a node's running mean. */
  private static final double SMOOTHING = 0.1;

  private final Series arrivals = new Series();
  private final Series frameMillis = new Series();
  private final Series latencies = new Series();
  private final Map<String, Double> nodeMillis = new HashMap<>();
  private Map<String, Map<String, Double>> metrics = Map.of();
  private Map<String, Map<String, Double>> measuring = new LinkedHashMap<>();
  private final Map<String, MemoryMap> memories = new HashMap<>();
  private long frames;

  /** A node found figures in the frame that is being made. */
  synchronized void measured(String node, Map<String, Double> figures) {
    measuring.put(node, figures);
  }

  /** A node told what it holds. */
  synchronized void remembered(String node, MemoryMap map) {
    memories.put(node, map);
  }

  /** A frame was made. */
  synchronized void frame(long index, double millis, Map<String, Double> nodes, long nowNanos) {
    frames = index + 1;
    metrics = measuring;
    measuring = new LinkedHashMap<>();
    frameMillis.add(millis);
    arrivals.add(nowNanos);
    nodes.forEach(
        (node, ms) -> nodeMillis.merge(node, ms, (old, now) -> old + SMOOTHING * (now - old)));
  }

  /** A picture that answers an input is on screen. */
  synchronized void answered(long inputNanos, long nowNanos) {
    latencies.add((nowNanos - inputNanos) / NANOS_PER_MILLI);
  }

  /** Play pauses or goes on: what lies between is not part of the rate. */
  synchronized void interrupted() {
    arrivals.clear();
  }

  /** Another graph plays. */
  synchronized void clear() {
    frames = 0;
    arrivals.clear();
    frameMillis.clear();
    latencies.clear();
    nodeMillis.clear();
    metrics = Map.of();
    measuring = new LinkedHashMap<>();
    memories.clear();
  }

  synchronized PlayStats stats() {
    return new PlayStats(
        frames, rate(), frameMillis.median(), latencies.median(), nodeMillis, metrics, memories);
  }

  private double rate() {
    double span = arrivals.last() - arrivals.first();
    return arrivals.size() < 2 || span <= 0 ? 0 : (arrivals.size() - 1) * NANOS_PER_SECOND / span;
  }

  /** The last few values. */
  private static final class Series {
    private final double[] values = new double[WINDOW];
    private long count;

    void add(double value) {
      values[(int) (count++ % WINDOW)] = value;
    }

    void clear() {
      count = 0;
    }

    int size() {
      return (int) Math.min(count, WINDOW);
    }

    double first() {
      return count == 0 ? 0 : values[(int) (Math.max(0, count - WINDOW) % WINDOW)];
    }

    double last() {
      return count == 0 ? 0 : values[(int) ((count - 1) % WINDOW)];
    }

    double median() {
      if (count == 0) {
        return Double.NaN;
      }
      double[] sorted = Arrays.copyOf(values, size());
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }
}
