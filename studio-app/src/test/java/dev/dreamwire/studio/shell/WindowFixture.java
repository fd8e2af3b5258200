package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.preset.ResourceFiles;
import dev.dreamwire.studio.play.FrameLoopEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A window on a stage, with a folder of its own and dialogs that a test answers. */
final class WindowFixture {
  private static final Map<String, Integer> SCENES =
      Map.of("coast", 0x4a90c2, "village", 0xb08d57, "forest", 0x3f7d44, "desert", 0xd9b36c);

  final FakeDialogs dialogs = new FakeDialogs();

  /** What the window opens first. */
  final String preset;

  final Studio studio;
  final StudioWindow window;

  /** Null if the engine is the real one. */
  FakeEngine engine;

  /** A window whose engine paints stripes. On the window's thread. */
  static WindowFixture striped(Stage stage, Path folder) throws IOException {
    return new WindowFixture(stage, folder, stripes(folder), resources(folder), false);
  }

  /** A window whose engine is the real one, with small untrained models. On the window's thread. */
  static WindowFixture dreaming(Stage stage, Path folder) throws IOException {
    RandomModels.write(folder);
    return new WindowFixture(stage, folder, stripes(folder), resources(folder), true);
  }

  /** A window with the preset and the models that ship. On the window's thread. */
  static WindowFixture shipped(Stage stage, Path folder) {
    return new WindowFixture(stage, folder, PresetCatalogue.DEFAULT, resources(folder), true);
  }

  private WindowFixture(
      Stage stage, Path folder, String preset, ResourceFiles resources, boolean dreaming) {
    this.preset = preset;
    NodeRegistry registry = InstalledNodes.find().registry();
    studio =
        new Studio(
            new Studio.Settings(
                folder.resolve("config"), folder.resolve("pictures"), resources, Locale.ENGLISH),
            registry,
            host ->
                dreaming
                    ? new FrameLoopEngine(host, registry, new CpuBackend(), CompileOptions.DEFAULT)
                    : (engine = new FakeEngine(host)));
    window = new StudioWindow(stage, studio, owner -> dialogs);
  }

  private static ResourceFiles resources(Path folder) {
    return new ResourceFiles(WindowFixture.class.getClassLoader(), folder.resolve("cache"));
  }

  /** A preset file with pictures of its scenes beside it. */
  private static String stripes(Path folder) throws IOException {
    Path preset = folder.resolve("stripes.dreamwire.json");
    try (InputStream in =
        WindowFixture.class.getResourceAsStream("/dev/dreamwire/studio/stripes.dreamwire.json")) {
      Files.write(preset, in.readAllBytes());
    }
    for (Map.Entry<String, Integer> scene : SCENES.entrySet()) {
      BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 64 * 48; i++) {
        image.setRGB(i % 64, i / 64, i / 64 < 24 ? 0x9cc9f0 : scene.getValue());
      }
      ImageIO.write(image, "png", folder.resolve(scene.getKey() + ".png").toFile());
    }
    return preset.toString();
  }
}
