package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.data.RecordingInfo;
import dev.dreamwire.runtime.data.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** A recording and what was read of it. */
  private record Played(Path folder, RecordingInfo info, List<Episode> episodes) {
    static List<Played> read(List<Path> folders) throws IOException {
      List<Played> out = new ArrayList<>();
      for (Path folder : folders) {
        RecordingReader reader = RecordingReader.open(folder);
        List<Episode> episodes = new ArrayList<>();
        for (String name : reader.episodes()) {
          episodes.add(reader.read(name));
        }
        out.add(new Played(folder, reader.info(), episodes));
      }
      return out;
    }

    Played part(int from, int to) {
      return new Played(folder, info, episodes.subList(from, to));
    }
  }

  /**
   * Reads recordings. Where none are held out, every twentieth of the episodes of each is, the last
   * one at least; the only episode of a recording is not.
   *
   * @param data to learn from, at least one
   * @param heldOut to measure on; empty to hold back a part of {@code data}
   * @throws IOException if a recording is missing or damaged; the message names file and line
   * @throws TrainingException if they do not fit each other, or nothing can be held back
   */
  public static TrainingData open(List<Path> data, List<Path> heldOut) throws IOException {
    List<Played> train = Played.read(data);
    List<Played> held = Played.read(heldOut);
    requireAlike(train, held);
    return held.isEmpty()
        ? split(train)
        : new TrainingData(set(train), set(held), sources("training", train, "held out", held));
  }

  private static TrainingData split(List<Played> all) {
    List<Played> train = new ArrayList<>();
    List<Played> held = new ArrayList<>();
    for (Played recording : all) {
      int episodes = recording.episodes().size();
      int back = episodes < 2 ? 0 : Math.max(1, episodes / HELD_OUT_EVERY);
      train.add(recording.part(0, episodes - back));
      if (back > 0) {
        held.add(recording.part(episodes - back, episodes));
      }
    }
    if (held.isEmpty()) {
      throw TrainingException.of(null, "error.oneEpisode", all.getFirst().folder());
    }
    return new TrainingData(
        set(train),
        set(held),
        sources("training", train, "held out, from the same recording", held));
  }

  private static void requireAlike(List<Played> train, List<Played> held) {
    Played first = train.getFirst();
    for (Played other : Stream.concat(train.stream(), held.stream()).toList()) {
      if (other.info().width() != first.info().width()
          || other.info().height() != first.info().height()) {
        throw TrainingException.of(null, "error.recordingsSize", other.folder(), first.folder());
      }
      if (other.info().fps() != first.info().fps()) {
        throw TrainingException.of(
            null,
            "error.recordingsRate",
            other.folder(),
            other.info().fps(),
            first.folder(),
            first.info().fps());
      }
    }
  }

  private static ClipSet set(List<Played> recordings) {
    RecordingInfo info = recordings.getFirst().info();
    return new ClipSet(
        info.width(),
        info.height(),
        recordings.stream().flatMap(r -> r.episodes().stream()).toList());
  }

  private static List<String> sources(
      String what, List<Played> train, String heldWhat, List<Played> held) {
    return Stream.concat(
            train.stream().map(r -> source(what, r.info(), r.episodes())),
            held.stream().map(r -> source(heldWhat, r.info(), r.episodes())))
        .toList();
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
