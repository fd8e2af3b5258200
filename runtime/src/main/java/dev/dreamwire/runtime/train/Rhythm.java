package dev.dreamwire.runtime.train;

/**
 * How often things are done while training.
 *
 * @param reportSeconds between two progress events
 * @param checkpointSeconds between two checkpoints
 * @param sheetSeconds between two sample sheets
 */
public record Rhythm(double reportSeconds, double checkpointSeconds, double sheetSeconds) {
  /** A checkpoint makes a stage forget its dreams, so not all too often. */
  public static final Rhythm DEFAULT = new Rhythm(15, 300, 600);
}
