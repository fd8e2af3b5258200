package dev.dreamwire.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.preset.PresetFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real program is killed while a person edits and saves. */
class KilledEditorTest {
  /** What may be lost, in milliseconds of editing. */
  private static final int MOST_LOST = 5000;

  @TempDir private Path folder;

  /** What the program told: how many edits and saves there were, and when. */
  private record Told(int edits, int saves, long millis) {}

  /** Kills the program at some point; what it told until then. */
  private List<Told> editUntilKilled(String mode, Predicate<Told> enough)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledEditor.class.getName(),
                folder.toString(),
                mode)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Told> told = new ArrayList<>();
    try (BufferedReader lines = program.inputReader()) {
      String line;
      while ((line = lines.readLine()) != null) {
        String[] parts = line.split(" ");
        told.add(
            new Told(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        if (enough.test(told.getLast())) {
          break;
        }
      }
      program.destroyForcibly();
    }
    assertEquals(128 + 9, program.waitFor());
    return told;
  }

  /** What the person had, some time before the end. */
  private static int editsBefore(List<Told> told, int millis) {
    long until = told.getLast().millis() - millis;
    return told.stream().filter(t -> t.millis() <= until).mapToInt(Told::edits).max().orElse(0);
  }

  @Test
  void noMoreThanTheLastSecondsOfEditingAreLost() throws IOException, InterruptedException {
    List<Told> told = editUntilKilled("edit", t -> t.millis() > MOST_LOST + 3000);
    List<Recovery.Left> left = new Recovery(folder.resolve("recovery")).left();
    assertEquals(1, left.size());
    int kept = left.getFirst().unsaved().preset().graph().nodes().size();
    assertTrue(kept >= editsBefore(told, MOST_LOST), kept + " of " + told.getLast() + " were kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void aSaveThatIsCutOffLeavesTheFileWhole(int saves) throws IOException, InterruptedException {
    editUntilKilled("save", t -> t.saves() >= saves);
    Path file = folder.resolve("edited" + PresetFile.EXTENSION);
    assertFalse(PresetFile.read(file).graph().nodes().isEmpty());
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.filter(KilledEditorTest::isPreset).toList()) {
        assertTrue(Files.size(one) > 0, one.toString());
        PresetFile.read(one);
      }
    }
  }

  private static boolean isPreset(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(PresetFile.EXTENSION) || name.endsWith(".bak");
  }
}
