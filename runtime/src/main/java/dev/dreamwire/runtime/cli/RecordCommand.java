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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code studio record}: lets a bot play in a true world, or a person in a game on the screen, and
 * keeps pictures and actions.
 */
@Command(name = "record", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
  /** Two sides of a picture. */
  static final Pattern SIZE = Pattern.compile("(\\d{1,4})[x×](\\d{1,4})");

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

  @Mixin private ScreenOptions screen = new ScreenOptions();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "record.out")
  private Path out;

  RecordCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    boolean ofScreen = world.equals(ScreenOptions.SCREEN);
    if (!ofScreen && !world.equals(World.NAME)) {
      throw context.bad("record.noWorld", world, World.NAME, ScreenOptions.SCREEN);
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
    record(ofScreen, Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    return 0;
  }

  private void record(boolean ofScreen, int width, int height) throws IOException {
    if (width < 1
        || width > World.LARGEST_PICTURE
        || height < 1
        || height > World.LARGEST_PICTURE) {
      throw context.bad("record.badSize", size);
    }
    try {
      if (ofScreen) {
        screen.record(frames, width, height, out, context);
        return;
      }
      new WorldRecorder(new World())
          .record(frames, Policy.of(policy), seed, width, height, out, progress());
      context.tell("record.done", frames, out);
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
