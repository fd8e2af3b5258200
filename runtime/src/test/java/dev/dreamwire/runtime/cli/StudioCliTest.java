package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioCliTest {
  @TempDir Path folder;

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("mine.dreamwire.json"), json);
  }

  private static void refused(String line, String... args) {
    CliRun run = CliRun.of(args);
    assertEquals("studio: " + line + System.lineSeparator(), run.err());
    assertEquals(2, run.code());
  }

  @Test
  void withoutACommandTheWindowOpensOnTheDefaultPreset() {
    assertEquals(List.of("default"), CliRun.of().opened());
  }

  @Test
  void openHandsAFileToTheWindow() throws IOException {
    Path file = file("{\"format\": 1, \"name\": \"x\", \"nodes\": [], \"wires\": []}");
    assertEquals(List.of(file.toString()), CliRun.of("open", file.toString()).opened());
  }

  @Test
  void helpNamesEveryCommand() {
    CliRun run = CliRun.of("help");
    assertEquals(0, run.code());
    for (String command : List.of("open", "check", "nodes")) {
      assertTrue(run.out().contains(System.lineSeparator() + "  " + command), run.out());
    }
  }

  @Test
  void anUnknownCommandIsOneLine() {
    refused("Unmatched argument at index 0: 'dream'", "dream");
  }

  @Test
  void aTrainingBenchOfNoRecipeIsOneLine() {
    refused(
        "nowhere is neither a file nor a recipe that ships; \"default\" does",
        "bench",
        "--train",
        "nowhere");
  }

  @Test
  void aMissingPresetIsOneLine() {
    CliRun run = CliRun.of("check", "nowhere.json");
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count());
    assertTrue(run.err().startsWith("studio: nowhere.json: is neither a file nor"), run.err());
  }

  @Test
  void brokenJsonIsToldWithItsPlace() throws IOException {
    Path file = file("{\"format\": 1,}");
    refused(
        file
            + ":1:14: is not valid JSON here: Unexpected character ('}' (code 125)): was expecting"
            + " double-quote to start field name",
        "check",
        file.toString());
  }

  @Test
  void anUnknownNodeTypeIsNamed() throws IOException {
    Path file =
        file(
            """
            {"format": 1, "name": "x", "nodes": [{"id": "a", "type": "b:c"}], "wires": []}
            """);
    CliRun run = CliRun.of("check", file.toString());
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count());
    assertTrue(run.err().contains("error a has the unknown type b:c"), run.err());
    assertTrue(run.out().startsWith("error a has the unknown type b:c"), run.out());
  }
}
