package dev.dreamwire.runtime.train.health;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.runtime.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was noticed in the training of one model, in the file {@code NAME.health.json} of its
 * folder, so that a run that goes on and the model's card know it. For one thread.
 */
public final class HealthRecord {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A finding, and what became of it.
   *
   * @param gone step at which it was noticed no more, −1 if it stayed to the end
   */
  public record Entry(Finding finding, long gone) {
    static final long STAYS = -1;

    /** Whether it was still so at the end. */
    public boolean stays() {
      return gone == STAYS;
    }
  }

  private final Path file;
  private final List<Entry> entries;

  private HealthRecord(Path file, List<Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** The record of a model in a folder; empty if there is no file. */
  public static HealthRecord open(Path folder, String name) throws IOException {
    Path file = folder.resolve(name + ".health.json");
    List<Entry> entries =
        Files.exists(file)
            ? JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {})
            : List.of();
    return new HealthRecord(file, new ArrayList<>(entries));
  }

  /** A new record, in place of what an earlier run left. */
  public static HealthRecord begin(Path folder, String name) throws IOException {
    Path file = folder.resolve(name + ".health.json");
    Files.deleteIfExists(file);
    return new HealthRecord(file, new ArrayList<>());
  }

  /** All that was noticed, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  void add(Finding finding) {
    entries.add(new Entry(finding, Entry.STAYS));
    write();
  }

  void gone(Ailment ailment, long step) {
    entries.replaceAll(
        entry ->
            entry.stays() && entry.finding().ailment() == ailment
                ? new Entry(entry.finding(), step)
                : entry);
    write();
  }

  private void write() {
    try {
      AtomicFile.write(file, JSON.writeValueAsBytes(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
