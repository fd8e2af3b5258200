package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.oasis.OasisImport;
import dev.dreamwire.runtime.oasis.OasisImportException;
import dev.dreamwire.runtime.oasis.OasisPreset;
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

  private final CliContext context;

  @Option(names = "--dit", paramLabel = "FILE", required = true, descriptionKey = "import.dit")
  private Path dit;

  @Option(names = "--vae", paramLabel = "FILE", required = true, descriptionKey = "import.vae")
  private Path vae;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "import.out")
  private Path out;

  @Option(names = "--image", paramLabel = "FILE", descriptionKey = "import.image")
  private Path image;

  @Option(names = "--width", defaultValue = "640", descriptionKey = "import.width")
  private int width;

  @Option(names = "--height", defaultValue = "360", descriptionKey = "import.height")
  private int height;

  @Option(names = "--window", defaultValue = "32", descriptionKey = "import.window")
  private int window;

  ImportOasisCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    for (Path file : new Path[] {dit, vae, image}) {
      if (file != null && !Files.isRegularFile(file)) {
        throw context.bad("import.noFile", file);
      }
    }
    context.tell("import.reading", dit, vae);
    OasisImport.Result models;
    try {
      models = new OasisImport(width, height, window).run(dit, vae, out);
    } catch (OasisImportException | IOException e) {
      throw new InputException(e.getMessage(), e);
    }
    Path preset = out.resolve("oasis" + PresetFile.EXTENSION);
    String scene = image == null ? SHIPPED_SCENE : image.toAbsolutePath().toString();
    PresetFile.write(preset, OasisPreset.of(NAME, models, scene));
    context.tell("import.done", models.ditTensors(), models.vaeTensors(), preset);
    return 0;
  }
}
