package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.oasis.MadeUpOasis;
import dev.dreamwire.runtime.oasis.OasisFolder;
import dev.dreamwire.runtime.oasis.OasisImport;
import dev.dreamwire.runtime.oasis.OasisImportException;
import dev.dreamwire.runtime.oasis.OasisPreset;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code studio import oasis}: makes a preset of the released checkpoints. */
@Command(name = "oasis", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class ImportOasisCommand implements Callable<Integer> {
  private static final String SHIPPED_SCENE = "preset:scenes/coast.png";
  private static final String NAME = "Oasis";
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  private final CliContext context;

  @Option(names = "--dit", paramLabel = "FILE", descriptionKey = "import.dit")
  private Path dit;

  @Option(names = "--vae", paramLabel = "FILE", descriptionKey = "import.vae")
  private Path vae;

  @Option(
      names = "--synthetic",
      arity = "0..1",
      fallbackValue = "full",
      paramLabel = "SIZE",
      descriptionKey = "import.synthetic")
  private String synthetic;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "import.out")
  private Path out;

  @Option(names = "--image", paramLabel = "FILE", descriptionKey = "import.image")
  private Path image;

  @Option(names = "--video", paramLabel = "FILE", descriptionKey = "import.video")
  private Path video;

  @Option(
      names = "--video-offset",
      paramLabel = "N",
      defaultValue = "0",
      descriptionKey = "import.videoOffset")
  private int videoOffset;

  @Option(
      names = "--prompt-frames",
      paramLabel = "N",
      defaultValue = "8",
      descriptionKey = "import.promptFrames")
  private int promptFrames;

  @Option(names = "--actions", paramLabel = "FILE", descriptionKey = "import.actions")
  private Path actions;

  @Option(names = "--width", defaultValue = "" + WIDTH, descriptionKey = "import.width")
  private int width;

  @Option(names = "--height", defaultValue = "" + HEIGHT, descriptionKey = "import.height")
  private int height;

  @Option(names = "--window", defaultValue = "32", descriptionKey = "import.window")
  private int window;

  ImportOasisCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    checkPrompt();
    if (synthetic != null) {
      return makeUp();
    }
    if (dit == null || vae == null) {
      throw context.bad("import.needsBoth");
    }
    checkFiles(dit, vae);
    Path folder = out == null ? OasisFolder.path() : out;
    context.tell("import.reading", dit, vae);
    OasisImport.Result models;
    try {
      models = new OasisImport(width, height, window).run(dit, vae, folder);
    } catch (OasisImportException | IOException e) {
      throw new InputException(e.getMessage(), e);
    }
    if (out == null && image == null && video == null && height == HEIGHT && width == WIDTH) {
      context.tell("import.done", models.ditTensors(), models.vaeTensors(), OasisFolder.PRESET);
      return 0;
    }
    return writePreset(folder, models);
  }

  private void checkPrompt() {
    checkFiles(image, video, actions);
    if (image != null && video != null) {
      throw context.bad("import.oneStart");
    }
    if (actions != null && video == null) {
      throw context.bad("import.actionsAlone");
    }
    if (videoOffset < 0 || promptFrames < 1) {
      throw context.bad("import.promptRange");
    }
  }

  private void checkFiles(Path... files) {
    for (Path file : files) {
      if (file != null && !Files.isRegularFile(file)) {
        throw context.bad("import.noFile", file);
      }
    }
  }

  private int makeUp() {
    if (dit != null || vae != null || out == null) {
      throw context.bad("import.syntheticAlone");
    }
    ReferenceConfig size =
        switch (synthetic) {
          case "full" -> ReferenceConfig.oasis500m();
          case "small" -> ReferenceConfig.small();
          default -> throw context.bad("bench.syntheticSize", synthetic);
        };
    context.tell("import.makingUp", out);
    try {
      return writePreset(out, MadeUpOasis.write(size, DType.BF16, out));
    } catch (IOException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  private int writePreset(Path folder, OasisImport.Result models) {
    Path preset = folder.resolve("oasis" + PresetFile.EXTENSION);
    PresetFile.write(preset, preset(models));
    context.tell("import.done", models.ditTensors(), models.vaeTensors(), preset);
    return 0;
  }

  private Preset preset(OasisImport.Result models) {
    if (video == null) {
      return OasisPreset.of(NAME, models, image == null ? SHIPPED_SCENE : absolute(image));
    }
    String recorded = actions == null ? "" : absolute(actions);
    return OasisPreset.of(
        NAME,
        models,
        new OasisPreset.VideoPrompt(absolute(video), videoOffset, promptFrames, recorded));
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }
}
