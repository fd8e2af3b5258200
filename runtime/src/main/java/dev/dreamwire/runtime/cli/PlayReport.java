package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.engine.FrameTimings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what {@code --report} writes. Used by one thread. */
final class PlayReport {
  private final Timings frames = new Timings();
  private final Timings programs = new Timings();
  private final Timings overhead = new Timings();
  private final Map<String, Timings> nodes = new LinkedHashMap<>();
  private final Map<String, Map<String, Timings>> metrics = new LinkedHashMap<>();

  void add(FrameTimings timings) {
    frames.add(timings.totalMs());
    programs.add(timings.programMs());
    overhead.add(timings.overheadMs());
    timings.nodeMs().forEach((id, ms) -> nodes.computeIfAbsent(id, k -> new Timings()).add(ms));
  }

  /** Figures that a Metrics node found in a frame. */
  void add(String node, Map<String, Double> found) {
    Map<String, Timings> named = metrics.computeIfAbsent(node, k -> new LinkedHashMap<>());
    found.forEach((name, value) -> named.computeIfAbsent(name, k -> new Timings()).add(value));
  }

  Timings frames() {
    return frames;
  }

  Map<String, Timings> nodes() {
    return nodes;
  }

  Timings overhead() {
    return overhead;
  }

  /** Percentiles by name, times in milliseconds. */
  Map<String, Object> figures() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("frame_ms", frames.report(50, 95, 99));
    out.put("program_ms", programs.report(50, 95));
    out.put("overhead_ms", overhead.report(50, 95));
    out.put("node_ms", percentiles(nodes));
    if (!metrics.isEmpty()) {
      Map<String, Object> found = new LinkedHashMap<>();
      metrics.forEach((id, figures) -> found.put(id, percentiles(figures)));
      out.put("metrics", found);
    }
    return out;
  }

  private static Map<String, Object> percentiles(Map<String, Timings> byName) {
    Map<String, Object> out = new LinkedHashMap<>();
    byName.forEach((name, values) -> out.put(name, values.report(50, 95)));
    return out;
  }
}
