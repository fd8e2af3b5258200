package dev.dreamwire.studio.play;

import dev.dreamwire.runtime.memory.MemoryMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of the last second or so.
 *
 * @param frames made since play started
 * @param fps pictures a second that arrived
 * @param frameMillis how long a frame takes to make, median
 * @param latencyMillis from an input to the picture that answers it, median of the last few; NaN if
 *     there was no input
 * @param nodeMillis how long each node takes a frame, by id
 * @param metrics what Metrics nodes found in the last frame: figures by name, by the node's id
 * @param memories what Memory nodes hold, by the node's id
 */
public record PlayStats(
    long frames,
    double fps,
    double frameMillis,
    double latencyMillis,
    Map<String, Double> nodeMillis,
    Map<String, Map<String, Double>> metrics,
    Map<String, MemoryMap> memories) {
  /** Nothing has been made. */
  public static final PlayStats NONE =
      new PlayStats(0, 0, 0, Double.NaN, Map.of(), Map.of(), Map.of());

  public PlayStats {
    nodeMillis = Map.copyOf(nodeMillis);
    memories = Map.copyOf(memories);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
