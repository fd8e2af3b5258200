package dev.dreamwire.runtime.memory;

import java.util.List;
import java.util.Optional;

/**
 * What a memory holds, as seen from above.
 *
 * @param here where the player is reckoned to be
 * @param known where views from before the game were seen from
 * @param kept where the kept views were seen from, oldest first
 * @param recalled where the nearest of what is recalled was seen from; empty if there is none
 * @param share of the next picture that is recalled, 0..1
 */
public record MemoryMap(
    Pose here, List<Pose> known, List<Pose> kept, Optional<Pose> recalled, double share) {
  public MemoryMap {
    known = List.copyOf(known);
    kept = List.copyOf(kept);
  }
}
