package dev.dreamwire.runtime.data;

import dev.dreamwire.api.node.Vocabulary;
import java.util.List;

/**
 * What {@code recording.json} says of a recording.
 *
 * @param format number of the form of the folder, {@link #FORMAT}
 * @param world stable name of the world it shows, or whatever its owner calls the source
 * @param policy who acted
 * @param seed what the recording was made from; 0 where there is none
 * @param fps frames a second
 * @param width pixels to the right
 * @param height pixels down
 * @param vocabulary names of the action columns
 */
public record RecordingInfo(
    int format,
    String world,
    String policy,
    long seed,
    int fps,
    int width,
    int height,
    List<String> vocabulary) {
  /** The form that this program writes, and the newest it reads. */
  public static final int FORMAT = 1;

  public RecordingInfo {
    vocabulary = vocabulary == null ? List.of() : List.copyOf(vocabulary);
  }

  /** A recording in the newest form with the Oasis actions. */
  public static RecordingInfo of(
      String world, String policy, long seed, int fps, int width, int height) {
    return new RecordingInfo(
        FORMAT, world, policy, seed, fps, width, height, Vocabulary.OASIS.names());
  }
}
