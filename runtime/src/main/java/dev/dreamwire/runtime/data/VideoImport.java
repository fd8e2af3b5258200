package dev.dreamwire.runtime.data;

import dev.dreamwire.api.node.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Makes a recording of a folder of anyone's videos, each with its actions beside it under the same
 * name. Row i of the actions leads from frame i to frame i + 1. Stateless.
 */
public final class VideoImport {
  private static final Set<String> VIDEOS = Set.of("mp4", "mkv", "webm", "avi", "mov");
  private static final int LONGEST_EPISODE = 1000;
  private static final String PERSON = "person";

  /** Reads what was done in a video. */
  @FunctionalInterface
  public interface Actions {
    /**
     * Reads a file of actions.
     *
     * @return a vector of the Oasis actions a frame
     * @throws IOException if it cannot be read; the message says where
     */
    List<float[]> read(Path file) throws IOException;
  }

  /**
   * How videos are taken in.
   *
   * @param name of the game, for the recording's description
   * @param width of the recorded pictures, pixels
   * @param height of the recorded pictures, pixels
   * @param every frame of the video that is kept: 1 for all, 2 for every second
   * @param endings of the files of actions, the first that is there counts
   */
  public record Form(String name, int width, int height, int every, List<String> endings) {
    public Form {
      endings = List.copyOf(endings);
    }
  }

  private final Form form;
  private final Actions actions;

  /** An import. */
  public VideoImport(Form form, Actions actions) {
    this.form = form;
    this.actions = actions;
  }

  /**
   * Takes a folder in.
   *
   * @param progress told after every video how many frames there are
   * @return frames in all
   * @throws IOException if there is no video, one has no actions, or they do not fit it
   */
  public int run(Path folder, Path out, IntConsumer progress) throws IOException {
    List<Path> videos = videos(folder);
    for (Path video : videos) {
      table(video);
    }
    RecordingWriter writer = new RecordingWriter(out, info(videos.getFirst()));
    int frames = 0;
    for (Path video : videos) {
      frames += take(video, writer);
      progress.accept(frames);
    }
    return frames;
  }

  private static List<Path> videos(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> videos = files.filter(file -> VIDEOS.contains(ending(file))).sorted().toList();
      if (videos.isEmpty()) {
        throw new RecordingException(
            folder, 0, "there is no video; names end in " + String.join(", ", VIDEOS));
      }
      return videos;
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Path table(Path video) throws RecordingException {
    String name = video.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Optional<Path> found =
        form.endings().stream()
            .map(ending -> video.resolveSibling(stem + ending))
            .filter(Files::isRegularFile)
            .findFirst();
    return found.orElseThrow(
        () ->
            new RecordingException(
                video, 0, "its actions are missing; put " + stem + ".csv beside it"));
  }

  private RecordingInfo info(Path video) throws IOException {
    try (VideoReader reader = new VideoReader(video)) {
      if (!(reader.fps() > 0)) {
        throw new RecordingException(video, 0, "it does not say how many frames a second it has");
      }
      int fps = Math.max(1, (int) Math.round(reader.fps() / form.every()));
      return RecordingInfo.of(form.name(), PERSON, 0, fps, form.width(), form.height());
    }
  }

  private int take(Path video, RecordingWriter writer) throws IOException {
    Path table = table(video);
    List<float[]> rows = actions.read(table);
    byte[] rgb = new byte[3 * form.width() * form.height()];
    int kept = 0;
    int frame = 0;
    try (VideoReader reader = new VideoReader(video, form.width(), form.height())) {
      boolean more = reader.read(rgb);
      while (more) {
        try (RecordingWriter.EpisodeWriter episode = writer.episode()) {
          for (int i = 0; more && i < LONGEST_EPISODE; i++, kept++) {
            if (frame >= rows.size()) {
              throw new RecordingException(
                  table, 0, "it has " + rows.size() + " rows, but the video goes on");
            }
            int last = Math.min(frame + form.every(), rows.size());
            episode.add(rgb, together(rows.subList(frame, last)), null);
            frame++;
            for (int passed = 1; more && passed < form.every(); passed++, frame++) {
              more = reader.skip();
            }
            more = more && reader.read(rgb);
          }
          episode.finish();
        }
      }
    }
    // The last frame leads nowhere, so its row may be missing or not; more are too many.
    if (rows.size() > frame + 1) {
      throw new RecordingException(
          table, frame + 2, "this row has no frame: the video ends after " + frame + " frames");
    }
    return kept;
  }

  /** What several frames do together: buttons pressed in any, turns added up. */
  private static float[] together(List<float[]> rows) {
    float[] out = rows.getFirst().clone();
    for (float[] row : rows.subList(1, rows.size())) {
      for (int c = 0; c < out.length; c++) {
        boolean turns = Vocabulary.OASIS.names().get(c).startsWith("camera");
        out[c] = turns ? Math.clamp(out[c] + row[c], -1f, 1f) : Math.max(out[c], row[c]);
      }
    }
    return out;
  }
}
