package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.node.ActionMapping;
import dev.dreamwire.runtime.screen.ScreenException;
import dev.dreamwire.runtime.screen.ScreenRecorder;
import dev.dreamwire.runtime.screen.ScreenSource;
import dev.dreamwire.runtime.screen.X11Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What {@code studio record screen} can be told, and how it records. */
final class ScreenOptions {
  /** What is recorded instead of a world. */
  static final String SCREEN = "screen";

  private static final Pattern REGION =
      Pattern.compile("(-?\\d{1,5}),(-?\\d{1,5}),(\\d{1,5})[x×](\\d{1,5})");

  private static final int FASTEST = 120;

  @Option(names = "--window", paramLabel = "TITLE", descriptionKey = "record.window")
  private String window;

  @Option(names = "--region", paramLabel = "X,Y,WxH", descriptionKey = "record.region")
  private String region;

  @Option(
      names = "--display",
      paramLabel = "D",
      defaultValue = "",
      descriptionKey = "record.display")
  private String display;

  @Option(names = "--fps", paramLabel = "N", defaultValue = "20", descriptionKey = "record.fps")
  private int fps;

  @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "record.keys")
  private Path keys;

  @Option(names = "--mouse", paramLabel = "P", defaultValue = "40", descriptionKey = "record.mouse")
  private double mouse;

  @Option(names = "--lag", paramLabel = "N", defaultValue = "0", descriptionKey = "record.lag")
  private int lag;

  /**
   * Records until there are enough frames or the process is asked to end.
   *
   * @throws InputException if what was told is wrong, or cannot be recorded
   */
  void record(int frames, int width, int height, Path out, CliContext context) throws IOException {
    if ((window == null) == (region == null)) {
      throw context.bad("record.whatScreen");
    }
    if (fps < 1 || fps > FASTEST || lag < 0 || !(mouse > 0)) {
      throw context.bad("record.screenNumbers", FASTEST);
    }
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch written = new CountDownLatch(1);
    Thread onExit = Thread.ofPlatform().unstarted(() -> end(stop, written));
    ActionMapping mapping = mapping(context);
    try (ScreenSource source = source(mapping, context)) {
      Runtime.getRuntime().addShutdownHook(onExit);
      context.tell("record.screenBegins", out);
      String name = window == null ? SCREEN : window;
      ScreenRecorder.Plan plan = new ScreenRecorder.Plan(name, frames, fps, width, height, lag);
      ScreenRecorder.Result result =
          new ScreenRecorder(
                  source,
                  mapping::action,
                  plan,
                  stop::get,
                  kept -> context.tell("record.progress", kept, frames))
              .record(out);
      context.tell("record.screenDone", result.frames(), result.episodes(), result.gaps(), out);
    } catch (ScreenException e) {
      throw new InputException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      written.countDown();
    }
  }

  /** Lets the episode be written before the process ends. */
  private static void end(AtomicBoolean stop, CountDownLatch written) {
    stop.set(true);
    try {
      written.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ActionMapping mapping(CliContext context) {
    try {
      return new ActionMapping(
          keys == null ? ActionMapping.DEFAULT : Files.readString(keys), mouse);
    } catch (NodeException | IOException e) {
      throw context.bad("record.badKeys", keys, e.getMessage());
    }
  }

  private ScreenSource source(ActionMapping mapping, CliContext context) {
    if (window != null) {
      return X11Screen.window(display, window, mapping.keys());
    }
    Matcher numbers = REGION.matcher(region);
    if (!numbers.matches()) {
      throw context.bad("record.badRegion", region);
    }
    return X11Screen.region(
        display,
        new X11Screen.Region(
            Integer.parseInt(numbers.group(1)),
            Integer.parseInt(numbers.group(2)),
            Integer.parseInt(numbers.group(3)),
            Integer.parseInt(numbers.group(4))),
        mapping.keys());
  }
}
