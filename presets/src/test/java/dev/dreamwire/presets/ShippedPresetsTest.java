package dev.dreamwire.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.train.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPresetsTest {
  private static final PresetCatalogue CATALOGUE = PresetCatalogue.shipped();

  static Set<String> names() {
    return CATALOGUE.names();
  }

  @Test
  void oneOfThemIsTheDefault() {
    assertFalse(names().isEmpty());
    Preset first = CATALOGUE.open(PresetCatalogue.DEFAULT).preset();
    assertTrue(names().stream().map(n -> CATALOGUE.open(n).preset()).anyMatch(first::equals));
  }

  @Test
  void theDefaultComesWithTheRecipeItWasTrainedBy() {
    assertEquals("island-96x64", Recipe.open(CATALOGUE.named(PresetCatalogue.DEFAULT)).name());
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsModelsAreTheFilesItNames(String name) {
    LoadedPreset loaded = CATALOGUE.open(name);
    for (Preset.Model model : loaded.preset().models()) {
      assertFalse(model.sha256().isBlank(), model.name());
      assertTrue(Files.isRegularFile(loaded.files().find(model.file())), model.name());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsGraphHasNoProblem(String name) {
    Preset preset = CATALOGUE.open(name).preset();
    assertEquals(List.of(), GraphCheck.check(preset.graph(), InstalledNodes.find().registry()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsScenesArePictures(String name) throws IOException {
    LoadedPreset loaded = CATALOGUE.open(name);
    for (Preset.Scene scene : loaded.preset().scenes()) {
      int width = name.equals("island-96x64") ? 96 : 64;
      assertEquals(width, ImageIO.read(loaded.files().find(scene.image()).toFile()).getWidth());
      assertEquals(Set.of("en", "zh-CN"), scene.titles().keySet());
    }
  }

  @Test
  void oasisSaysWhatIsMissingAndWhatToDo(@TempDir Path home) {
    String before = System.getProperty("dreamwire.home");
    System.setProperty("dreamwire.home", home.toString());
    try {
      LoadedPreset loaded = CATALOGUE.open("oasis-500m");
      String weights =
          (String) loaded.preset().graph().node("dit").orElseThrow().params().get("weights");
      NodeException missing = assertThrows(NodeException.class, () -> loaded.files().find(weights));
      assertTrue(missing.getMessage().contains(home.toString()), missing.getMessage());
      assertTrue(missing.getMessage().contains("studio import oasis"), missing.getMessage());
    } finally {
      if (before == null) {
        System.clearProperty("dreamwire.home");
      } else {
        System.setProperty("dreamwire.home", before);
      }
    }
  }
}
