package dev.dreamwire.runtime.engine;

import java.util.Map;

/**
 * What one frame took.
 *
 * @param frame frames made since play started: 0 for the first
 * @param totalMs from the sampling of input to the last node's end
 * @param programMs in compiled programs
 * @param hostMs in host nodes
 * @param nodeMs by node; nodes that are fused share their program's time by the share that was
 *     measured for each, or by their operations until one was
 */
public record FrameTimings(
    long frame, double totalMs, double programMs, double hostMs, Map<String, Double> nodeMs) {
  /** What the engine itself added: neither in programs nor in host nodes. */
  public double overheadMs() {
    return Math.max(0, totalMs - programMs - hostMs);
  }
}
