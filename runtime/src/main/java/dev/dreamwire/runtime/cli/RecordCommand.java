package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.data.RecordingException;
import dev.dreamwire.runtime.data.WorldRecorder;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studio record}: lets a bot play in a true world and keeps pictures and actions. */
@Command(name = "record", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[x×](\\d{1,4})");
  private static final int TOLD_PARTS = 10;

  private final CliContext context;

  @Parameters(
      paramLabel = "WORLD",
      arity = "0..1",
      defaultValue = World.NAME,
      descriptionKey = "record.world")
  private String world;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "100000",
      descriptionKey = "record.frames")
  private int frames;

  @Option(
      names = "--policy",
      paramLabel = "P",
      defaultValue = "mixed",
      descriptionKey = "record.policy")
  private String policy;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", descriptionKey = "record.seed")
  private long seed;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "64x48",
      descriptionKey = "record.size")
  private String size;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "record.out")
  private Path out;

  RecordCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (!world.equals(World.NAME)) {
      throw context.bad("record.noWorld", world, World.NAME);
    }
    if (frames < 1) {
      throw context.bad("record.fewFrames", frames);
    }
    if (!Policy.ids().contains(policy)) {
      throw context.bad("record.noPolicy", policy, String.join(", ", Policy.ids()));
    }
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw context.bad("record.badSize", size);
    }
    record(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    context.tell("record.done", frames, out);
    return 0;
  }

  private void record(int width, int height) throws IOException {
    if (width < 1
        || width > World.LARGEST_PICTURE
        || height < 1
        || height > World.LARGEST_PICTURE) {
      throw context.bad("record.badSize", size);
    }
    try {
      new WorldRecorder(new World())
          .record(frames, Policy.of(policy), seed, width, height, out, progress());
    } catch (RecordingException unusable) {
      throw new InputException(unusable.getMessage(), unusable);
    }
  }

  private IntConsumer progress() {
    int[] told = {0};
    return done -> {
      int part = (int) ((long) done * TOLD_PARTS / frames);
      if (part > told[0]) {
        told[0] = part;
        context.tell("record.progress", done, frames);
      }
    };
  }
}
