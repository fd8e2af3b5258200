package dev.dreamwire.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final Unsaved LOST =
      new Unsaved(
          Preset.of("Lost", Graph.EMPTY), Optional.of(Path.of("/somewhere/lost.dreamwire.json")));

  @TempDir private Path folder;

  /** A copy of a program whose process number nobody has any more. */
  private void crash() throws IOException {
    new Recovery(folder).keep(3, LOST);
    try (Stream<Path> files = Files.list(folder)) {
      Path own = files.findFirst().orElseThrow();
      Files.move(own, folder.resolve("999999999-1-3.dreamwire.json"));
    }
  }

  @Test
  void whatACrashLeftIsFoundByTheNextStart() throws IOException {
    crash();
    assertEquals(
        List.of(LOST), new Recovery(folder).left().stream().map(Recovery.Left::unsaved).toList());
  }

  @Test
  void theCopyOfAProgramThatStillRunsIsLeftAlone() {
    new Recovery(folder).keep(3, LOST);
    assertTrue(new Recovery(folder).left().isEmpty());
  }

  @Test
  void aDroppedCopyIsGone() throws IOException {
    Recovery recovery = new Recovery(folder);
    recovery.keep(3, LOST);
    recovery.drop(3);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aCopyThatCannotBeReadIsKeptButNotOffered() throws IOException {
    Path broken = folder.resolve("999999999-1-3.dreamwire.json");
    Files.writeString(broken, "{");
    assertTrue(new Recovery(folder).left().isEmpty());
    assertTrue(Files.exists(broken));
  }
}
