package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.data.RecordingInfo;
import dev.dreamwire.runtime.data.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Recordings to learn from and to measure on.
 *
 * @param data to learn from
 * @param heldOut to measure on, from other episodes
 * @param source for the model card: where the play came from, a line each
 */
public record TrainingData(ClipSet data, ClipSet heldOut, List<String> source) {
  private static final int HELD_OUT_EVERY = 20;

  public TrainingData {
    source = List.copyOf(source);
  }

  /**
   * Reads two recordings.
   *
   * @throws IOException if a recording is missing or damaged; the message names file and line
   * @throws TrainingException if they do not fit each other
   */
  public static TrainingData open(Path data, Path heldOut) throws IOException {
    RecordingReader train = RecordingReader.open(data);
    RecordingReader held = RecordingReader.open(heldOut);
    List<Episode> trainEpisodes = read(train);
    List<Episode> heldEpisodes = read(held);
    if (train.info().width() != held.info().width()
        || train.info().height() != held.info().height()) {
      throw new TrainingException(
          heldOut + " has pictures of another size than " + data + "; record both alike", null);
    }
    return new TrainingData(
        set(train.info(), trainEpisodes),
        set(held.info(), heldEpisodes),
        List.of(
            source("training", train.info(), trainEpisodes),
            source("held out", held.info(), heldEpisodes)));
  }

  /**
   * Reads one recording and holds every twentieth of its episodes back, the last one at least.
   *
   * @throws IOException if it is missing or damaged; the message names file and line
   * @throws TrainingException if it has only one episode
   */
  public static TrainingData open(Path data) throws IOException {
    RecordingReader reader = RecordingReader.open(data);
    List<Episode> all = read(reader);
    if (all.size() < 2) {
      throw new TrainingException(
          data + " has one episode; two are needed, so that one can be held out for measuring",
          null);
    }
    int held = Math.max(1, all.size() / HELD_OUT_EVERY);
    List<Episode> trainEpisodes = all.subList(0, all.size() - held);
    List<Episode> heldEpisodes = all.subList(all.size() - held, all.size());
    return new TrainingData(
        set(reader.info(), trainEpisodes),
        set(reader.info(), heldEpisodes),
        List.of(
            source("training", reader.info(), trainEpisodes),
            source("held out, from the same recording", reader.info(), heldEpisodes)));
  }

  private static ClipSet set(RecordingInfo info, List<Episode> episodes) {
    return new ClipSet(info.width(), info.height(), episodes);
  }

  private static List<Episode> read(RecordingReader reader) throws IOException {
    List<Episode> out = new ArrayList<>();
    for (String name : reader.episodes()) {
      out.add(reader.read(name));
    }
    return out;
  }

  private static String source(String what, RecordingInfo info, List<Episode> episodes) {
    int frames = episodes.stream().mapToInt(Episode::frames).sum();
    return what
        + ": "
        + frames
        + " frames in "
        + episodes.size()
        + " episodes of "
        + info.world()
        + ", policy "
        + info.policy()
        + ", seed "
        + info.seed()
        + ", "
        + info.width()
        + "×"
        + info.height()
        + ", "
        + info.fps()
        + " fps";
  }
}
