package dev.dreamwire.runtime.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.world.Player;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes a recording: a folder of {@code recording.json} and, for every episode, a lossless {@code
 * episode-NNNN.mp4} and an {@code episode-NNNN.csv}. An episode appears under its name only when it
 * is whole. For one thread at a time.
 */
public final class RecordingWriter {
  private final Path folder;
  private final RecordingInfo info;
  private int next = 1;

  /**
   * Begins a recording in a folder that is new or empty.
   *
   * @throws RecordingException if there is something in the folder already, or it cannot be written
   */
  public RecordingWriter(Path folder, RecordingInfo info) throws RecordingException {
    this.folder = folder;
    this.info = info;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new RecordingException(
              folder, 0, "the folder is not empty; name a new one for the recording");
        }
      }
      Path part = folder.resolve(".recording.json.part");
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(part.toFile(), info);
      Files.move(part, folder.resolve(RecordingReader.INFO), StandardCopyOption.ATOMIC_MOVE);
    } catch (RecordingException told) {
      throw told;
    } catch (IOException unwritable) {
      throw new RecordingException(folder, 0, "the folder cannot be written", unwritable);
    }
  }

  /** Begins the next episode. */
  public EpisodeWriter episode() throws IOException {
    return new EpisodeWriter(String.format(Locale.ROOT, "episode-%04d", next++));
  }

  /** An episode being written; closed without {@link #finish()} it leaves nothing behind. */
  public final class EpisodeWriter implements AutoCloseable {
    private final String name;
    private final Path videoPart;
    private final Path tablePart;
    private final VideoWriter video;
    private final BufferedWriter table;
    private Boolean posed;
    private boolean finished;

    private EpisodeWriter(String name) throws IOException {
      this.name = name;
      videoPart = folder.resolve("." + name + ".mp4.part");
      tablePart = folder.resolve("." + name + ".csv.part");
      video =
          new VideoWriter(videoPart, info.width(), info.height(), info.fps(), VideoCodec.LOSSLESS);
      table = openTable();
    }

    private BufferedWriter openTable() throws IOException {
      try {
        return Files.newBufferedWriter(tablePart);
      } catch (IOException unwritable) {
        try (video) {
          throw unwritable;
        } finally {
          Files.deleteIfExists(videoPart);
        }
      }
    }

    /**
     * Adds a frame and the action that leads from it to the next.
     *
     * @param player where the player is in this frame; null if unknown, then in all frames
     * @throws IOException if it cannot be written
     */
    public void add(byte[] rgb, float[] action, Player player) throws IOException {
      if (posed == null) {
        posed = player != null;
        table.write(ActionTable.header(posed) + "\n");
      }
      if (posed != (player != null)) {
        throw new IllegalArgumentException("either all frames of an episode have a pose or none");
      }
      video.write(rgb);
      table.write(ActionTable.row(action, player) + "\n");
    }

    /**
     * Completes the episode: now it is there under its name.
     *
     * @throws IOException if it cannot be written
     */
    public void finish() throws IOException {
      video.close();
      table.close();
      // The table first: a reader looks for videos, and finds the table of each.
      Files.move(tablePart, folder.resolve(name + ".csv"), StandardCopyOption.ATOMIC_MOVE);
      Files.move(videoPart, folder.resolve(name + ".mp4"), StandardCopyOption.ATOMIC_MOVE);
      finished = true;
    }

    @Override
    public void close() throws IOException {
      if (!finished) {
        try (table;
            video) {
          finished = true;
        } finally {
          Files.deleteIfExists(videoPart);
          Files.deleteIfExists(tablePart);
        }
      }
    }
  }
}
