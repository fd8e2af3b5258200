package dev.dreamwire.runtime.data;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.api.node.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a recording folder; see {@link RecordingWriter} for its form. Videos may be anyone's H.264:
 * their pictures are scaled to the recording's size. Immutable; several threads may read episodes
 * at once.
 */
public final class RecordingReader {
  /** Name of the file that describes the recording. */
  static final String INFO = "recording.json";

  private final Path folder;
  private final RecordingInfo info;
  private final List<String> episodes;

  private RecordingReader(Path folder, RecordingInfo info, List<String> episodes) {
    this.folder = folder;
    this.info = info;
    this.episodes = List.copyOf(episodes);
  }

  /**
   * Opens a folder and checks what it holds, without reading the pictures.
   *
   * @throws RecordingException if something is missing or wrong, with the file's name
   */
  public static RecordingReader open(Path folder) throws RecordingException {
    RecordingInfo info = info(folder.resolve(INFO));
    List<String> episodes;
    try (Stream<Path> files = Files.list(folder)) {
      episodes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("episode-\\d+\\.mp4"))
              .map(name -> name.substring(0, name.length() - ".mp4".length()))
              .sorted()
              .toList();
    } catch (IOException unreadable) {
      throw new RecordingException(folder, 0, "the folder cannot be read", unreadable);
    }
    if (episodes.isEmpty()) {
      throw new RecordingException(folder, 0, "there is no episode-NNNN.mp4 in the folder");
    }
    for (String episode : episodes) {
      Path table = folder.resolve(episode + ".csv");
      if (!Files.isRegularFile(table)) {
        throw new RecordingException(table, 0, "the table of this episode's actions is missing");
      }
    }
    return new RecordingReader(folder, info, episodes);
  }

  /** What the recording says of itself. */
  public RecordingInfo info() {
    return info;
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Names of the episodes, in order. */
  public List<String> episodes() {
    return episodes;
  }

  /**
   * The actions of an episode, without its pictures.
   *
   * @throws RecordingException if the table is wrong, with file and line
   */
  public ActionTable actions(String episode) throws RecordingException {
    return ActionTable.read(folder.resolve(episode + ".csv"));
  }

  /**
   * A whole episode.
   *
   * @throws IOException if a file is missing, damaged or does not fit the other, with file and line
   */
  public Episode read(String episode) throws IOException {
    ActionTable table = actions(episode);
    Path tableFile = folder.resolve(episode + ".csv");
    Path videoFile = folder.resolve(episode + ".mp4");
    int frames = table.actions().length;
    int frameBytes = info.width() * info.height() * 3;
    if ((long) frames * frameBytes > Integer.MAX_VALUE - 8) {
      throw new RecordingException(
          tableFile, 0, "an episode of " + frames + " frames is too long; split it into shorter");
    }
    byte[] rgb = new byte[frames * frameBytes];
    try (VideoReader video = new VideoReader(videoFile, info.width(), info.height())) {
      int read = 0;
      while (read < frames && video.read(rgb, read * frameBytes)) {
        read++;
      }
      if (read < frames) {
        throw new RecordingException(
            tableFile, read + 2, "this row has no frame: the video ends after " + read + " frames");
      }
      if (video.skip()) {
        throw new RecordingException(
            tableFile,
            frames + 1,
            "the table ends with this row, after " + frames + " frames, but the video goes on");
      }
    }
    return new Episode(episode, info.width(), info.height(), rgb, table.actions(), table.players());
  }

  private static RecordingInfo info(Path file) throws RecordingException {
    if (!Files.isRegularFile(file)) {
      throw new RecordingException(
          file, 0, "the file is missing; a recording is a folder with this file and its episodes");
    }
    RecordingInfo info;
    try {
      info =
          new ObjectMapper()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(file.toFile(), RecordingInfo.class);
    } catch (IOException broken) {
      throw new RecordingException(file, 0, "this is no description of a recording", broken);
    }
    check(file, info);
    return info;
  }

  private static void check(Path file, RecordingInfo info) throws RecordingException {
    if (info.format() < 1 || info.format() > RecordingInfo.FORMAT) {
      throw new RecordingException(
          file,
          0,
          "its format number is "
              + info.format()
              + "; this program reads 1 to "
              + RecordingInfo.FORMAT);
    }
    if (info.fps() < 1 || info.width() < 1 || info.height() < 1) {
      throw new RecordingException(file, 0, "fps, width and height must be 1 or more");
    }
    if (!info.vocabulary().equals(Vocabulary.OASIS.names())) {
      throw new RecordingException(
          file, 0, "its vocabulary must be " + String.join(", ", Vocabulary.OASIS.names()));
    }
  }
}
