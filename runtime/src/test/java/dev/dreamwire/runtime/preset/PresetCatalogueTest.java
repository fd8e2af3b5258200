package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.graph.Graph;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetCatalogueTest {
  @TempDir Path folder;

  private URLClassLoader jar() throws IOException {
    Map<String, byte[]> content =
        Map.of(
            "index.json",
            """
            {"default": "game", "presets": {"game": "game.dreamwire.json", "gone": "gone.json"}}
            """
                .getBytes(StandardCharsets.UTF_8),
            "game.dreamwire.json",
            PresetFile.format(Preset.of("Game", Graph.EMPTY)),
            "weights/w.bin",
            new byte[] {1, 2, 3});
    Path jar = folder.resolve("presets.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new JarEntry("dreamwire/presets/" + entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  private PresetCatalogue catalogue(ClassLoader loader) {
    return new PresetCatalogue(new ResourceFiles(loader, folder.resolve("cache")));
  }

  @Test
  void whatShipsIsFoundByNameAndByDefault() throws IOException {
    try (URLClassLoader loader = jar()) {
      PresetCatalogue catalogue = catalogue(loader);
      assertEquals(Set.of("game", "gone"), catalogue.names());
      assertEquals("Game", catalogue.open("game").preset().name());
      assertEquals("Game", catalogue.open(PresetCatalogue.DEFAULT).preset().name());
    }
  }

  @Test
  void filesThatShipAreCopiedOnceUnderTheirHash() throws IOException {
    try (URLClassLoader loader = jar()) {
      PresetFiles files = catalogue(loader).open("game").files();
      Path file = files.find("preset:weights/w.bin");
      assertEquals(
          -1, Files.mismatch(file, Files.write(folder.resolve("w"), new byte[] {1, 2, 3})));
      assertEquals(
          "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
          file.getParent().getFileName().toString());
      assertEquals(file, files.find("preset:weights/w.bin"));
      try (var left = Files.list(folder.resolve("cache"))) {
        assertEquals(1, left.count());
      }
    }
  }

  @Test
  void aFileFindsItsNeighbours() throws IOException {
    try (URLClassLoader loader = jar()) {
      Path preset = folder.resolve("mine.dreamwire.json");
      PresetFile.write(preset, Preset.of("Mine", Graph.EMPTY));
      Path picture = Files.write(folder.resolve("start.png"), new byte[] {0});
      LoadedPreset mine = catalogue(loader).open(preset.toString());
      assertEquals("Mine", mine.preset().name());
      assertEquals(picture, mine.files().find("start.png"));
      assertEquals(picture, mine.files().find(picture.toString()));
    }
  }

  @Test
  void whatIsMissingIsTold() throws IOException {
    try (URLClassLoader loader = jar()) {
      PresetCatalogue catalogue = catalogue(loader);
      assertEquals(
          "gme: is neither a file nor a preset that ships (game, gone)",
          assertThrows(PresetException.class, () -> catalogue.open("gme")).getMessage());
      assertTrue(
          assertThrows(PresetException.class, () -> catalogue.open("gone"))
              .getMessage()
              .contains("install the program again"));
      PresetFiles files = catalogue.open("game").files();
      assertThrows(NodeException.class, () -> files.find("preset:weights/none.bin"));
      assertThrows(NodeException.class, () -> files.find("preset:../secret"));
      assertThrows(NodeException.class, () -> files.find(folder.resolve("no.png").toString()));
      assertThrows(NodeException.class, () -> files.find(""));
    }
  }

  @Test
  void thePlatformsFoldersAreUsedUnlessTheyAreMoved() {
    Path home = Path.of("/home/ada");
    assertEquals(
        new PlatformFolders(home.resolve(".config/dreamwire"), Path.of("/fast/dreamwire")),
        PlatformFolders.of(null, "Linux", home, Map.of("XDG_CACHE_HOME", "/fast")));
    assertEquals(
        home.resolve("Library/Caches/Dreamwire"),
        PlatformFolders.of(null, "Mac OS X", home, Map.of()).cache());
    assertEquals(
        Path.of("/moved/cache"), PlatformFolders.of("/moved", "Linux", home, Map.of()).cache());
  }
}
