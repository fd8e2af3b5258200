package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.data.RecordingException;
import dev.dreamwire.runtime.data.VideoImport;
import dev.dreamwire.runtime.node.ActionScripts;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studio import videos}: makes a recording of videos and their tables of actions. */
@Command(name = "videos", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class ImportVideosCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "DIR", descriptionKey = "import.videos")
  private Path folder;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "64x48",
      descriptionKey = "record.size")
  private String size;

  @Option(names = "--every", paramLabel = "N", defaultValue = "1", descriptionKey = "import.every")
  private int every;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "record.out")
  private Path out;

  ImportVideosCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Matcher sides = RecordCommand.SIZE.matcher(size);
    if (!sides.matches()) {
      throw context.bad("record.badSize", size);
    }
    int width = Integer.parseInt(sides.group(1));
    int height = Integer.parseInt(sides.group(2));
    if (Math.min(width, height) < 1 || Math.max(width, height) > World.LARGEST_PICTURE) {
      throw context.bad("record.badSize", size);
    }
    if (!Files.isDirectory(folder)) {
      throw context.bad("import.noFolder", folder);
    }
    if (every < 1) {
      throw context.bad("import.everyWrong", every);
    }
    String name = folder.toAbsolutePath().getFileName().toString();
    VideoImport.Form form = new VideoImport.Form(name, width, height, every, ActionScripts.ENDINGS);
    try {
      int frames =
          new VideoImport(form, ActionScripts::read)
              .run(folder, out, done -> context.tell("import.videosProgress", done));
      context.tell("record.done", frames, out);
      return 0;
    } catch (RecordingException unusable) {
      throw new InputException(unusable.getMessage(), unusable);
    }
  }
}
