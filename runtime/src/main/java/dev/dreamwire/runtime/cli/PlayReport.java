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

  void add(FrameTimings timings) {
    frames.add(timings.totalMs());
    programs.add(timings.programMs());
    overhead.add(timings.overheadMs());
    timings.nodeMs().forEach((id, ms) -> nodes.computeIfAbsent(id, k -> new Timings()).add(ms));
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

  /** Percentiles by name, in milliseconds. */
  Map<String, Object> figures() {
    Map<String, Object> byNode = new LinkedHashMap<>();
    nodes.forEach((id, timings) -> byNode.put(id, timings.report(50, 95)));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("frame_ms", frames.report(50, 95, 99));
    out.put("program_ms", programs.report(50, 95));
    out.put("overhead_ms", overhead.report(50, 95));
    out.put("node_ms", byNode);
    return out;
  }
}
