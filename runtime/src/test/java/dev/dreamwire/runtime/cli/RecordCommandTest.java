package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCommandTest {
  @TempDir Path folder;

  @Test
  void recordsWhatItWasAskedFor() throws IOException {
    Path out = folder.resolve("data");
    CliRun run =
        CliRun.of(
            "record",
            "island",
            "--frames",
            "40",
            "--policy",
            "bump",
            "--seed",
            "9",
            "--size",
            "32x24",
            "--out",
            out.toString());
    assertEquals(0, run.code(), run.err());
    RecordingReader reader = RecordingReader.open(out);
    assertEquals("bump", reader.info().policy());
    assertEquals(9, reader.info().seed());
    assertEquals(40, reader.read("episode-0001").frames());
    assertEquals(32, reader.info().width());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "mars, --frames, 10, mars",
    "island, --frames, 0, --frames",
    "island, --policy, dance, dance",
    "island, --size, big, big",
    "island, --size, 0x48, 0x48"
  })
  void badInputIsOneLineAndWritesNothing(String world, String option, String value, String named) {
    Path out = folder.resolve("data");
    CliRun run = CliRun.of("record", world, option, value, "--out", out.toString());
    assertEquals(2, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("studio: ") && run.err().contains(named), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "dear");
    CliRun run = CliRun.of("record", "island", "--frames", "10", "--out", folder.toString());
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("not empty"), run.err());
    assertFalse(Files.exists(folder.resolve("recording.json")));
  }
}
