package dev.dreamwire.runtime.eval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param episodes of true play, of 260 frames each
 * @param targets frames to guess
 * @param starts for the opposite pairs
 * @param rollouts dreamed beside the true world
 * @param rolloutFrames of each
 * @param longStarts from which dreams are long
 * @param longSeconds of each long dream
 * @param revisits walks away and back, of each kind
 * @param readerEpisodes of true play that the reader of actions learns from, of 260 frames each
 * @param readerSteps of its training
 */
public record Extent(
    int episodes,
    int targets,
    int starts,
    int rollouts,
    int rolloutFrames,
    int longStarts,
    int longSeconds,
    int revisits,
    int readerEpisodes,
    int readerSteps) {
  /** Everything: about an hour on two quiet cores. */
  public static final Extent FULL = new Extent(16, 256, 128, 64, 64, 4, 600, 24, 40, 2500);

  /** A first look, some minutes: too little for narrow intervals. */
  public static final Extent QUICK = new Extent(4, 48, 16, 8, 64, 1, 60, 2, 12, 400);

  /** The same with another number of starts. */
  public Extent withStarts(int newStarts) {
    return new Extent(
        episodes,
        targets,
        newStarts,
        rollouts,
        rolloutFrames,
        longStarts,
        longSeconds,
        revisits,
        readerEpisodes,
        readerSteps);
  }

  /** The numbers by name, for a report. */
  Map<String, Integer> named() {
    Map<String, Integer> out = new LinkedHashMap<>();
    out.put("episodes", episodes);
    out.put("targets", targets);
    out.put("starts", starts);
    out.put("rollouts", rollouts);
    out.put("rolloutFrames", rolloutFrames);
    out.put("longStarts", longStarts);
    out.put("longSeconds", longSeconds);
    out.put("revisits", revisits);
    out.put("readerEpisodes", readerEpisodes);
    out.put("readerSteps", readerSteps);
    return out;
  }
}
