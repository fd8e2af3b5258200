package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut off or garbled open with named problems, or are refused in one line. */
class BrokenPresetTest {
  private static final int TRIES = 400;
  private static final String[] ODD = {
    "null",
    "-1",
    "1e999",
    "NaN",
    "\"\"",
    "{}",
    "[]",
    "\"\\u0000\"",
    "99999999999999999999",
    ",",
    "}"
  };

  private final NodeRegistry registry = InstalledNodes.find().registry();
  private final Random random = new Random(11);
  @TempDir private Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void read() throws IOException {
    file = folder.resolve("broken.dreamwire.json");
    try (InputStream in =
        BrokenPresetTest.class.getResourceAsStream("format-1/game.dreamwire.json")) {
      whole = in.readAllBytes();
    }
  }

  /** Opens what is there as the window would, and holds it to its promise. */
  private void open(byte[] content) throws IOException {
    Files.write(file, content);
    try {
      Preset preset = PresetFile.read(file);
      for (Problem problem : GraphCheck.check(preset.graph(), registry)) {
        assertFalse(problem.message().isBlank());
      }
      byte[] saved = PresetFile.format(preset);
      assertArrayEquals(saved, PresetFile.format(PresetFile.parse("again", saved)));
    } catch (PresetException refused) {
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
      assertEquals(0, refused.getMessage().indexOf(file.toString()), refused.getMessage());
    }
    assertArrayEquals(content, Files.readAllBytes(file));
  }

  @Test
  void cutOffAnywhere() throws IOException {
    for (int length = 0; length < whole.length; length += 7) {
      open(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void withBytesThatAreNotWhatTheyWere() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      byte[] broken = whole.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      open(broken);
    }
  }

  @Test
  void withValuesThatDoNotBelongThere() throws IOException {
    String text = new String(whole, StandardCharsets.UTF_8);
    String[] tokens = text.split("(?<=[\\[\\]{},:])|(?=[\\[\\]{},:])");
    for (int i = 0; i < TRIES; i++) {
      String[] broken = tokens.clone();
      broken[random.nextInt(broken.length)] = ODD[random.nextInt(ODD.length)];
      open(String.join("", broken).getBytes(StandardCharsets.UTF_8));
    }
  }
}
