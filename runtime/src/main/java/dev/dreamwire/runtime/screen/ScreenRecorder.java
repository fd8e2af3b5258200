package dev.dreamwire.runtime.screen;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.runtime.data.RecordingInfo;
import dev.dreamwire.runtime.data.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Records a person's play at a fixed rate. An episode holds frames without a gap: where one would
 * come late by more than a frame, or the person turns to another window, the episode ends and the
 * next begins. One use each; for one thread.
 */
public final class ScreenRecorder {
  private static final int LONGEST_EPISODE = 1000;
  private static final int SHORTEST_EPISODE = 16;
  private static final double LATE = 1;
  private static final String PERSON = "person";

  /**
   * What is recorded.
   *
   * @param name of the game, for the recording's description
   * @param frames in all
   * @param fps frames a second
   * @param width of the recorded pictures, pixels
   * @param height of the recorded pictures, pixels
   * @param lag frames that the game takes to show what was pressed, 0 or more
   */
  public record Plan(String name, int frames, int fps, int width, int height, int lag) {}

  /**
   * What came of it.
   *
   * @param frames that were kept
   * @param episodes that they are in
   * @param gaps at which a frame came too late
   */
  public record Result(int frames, int episodes, int gaps) {}

  private final ScreenSource source;
  private final Function<Controls, float[]> actions;
  private final Plan plan;
  private final Ticks ticks;
  private final BooleanSupplier stop;
  private final IntConsumer progress;
  private int kept;
  private int episodes;
  private int gaps;

  /**
   * A recorder.
   *
   * @param actions the action vector that controls stand for
   * @param stop asked at every frame whether to end
   * @param progress told after every episode how many frames are kept
   */
  public ScreenRecorder(
      ScreenSource source,
      Function<Controls, float[]> actions,
      Plan plan,
      BooleanSupplier stop,
      IntConsumer progress) {
    this(source, actions, plan, stop, progress, Ticks.every(plan.fps()));
  }

  ScreenRecorder(
      ScreenSource source,
      Function<Controls, float[]> actions,
      Plan plan,
      BooleanSupplier stop,
      IntConsumer progress,
      Ticks ticks) {
    this.source = source;
    this.actions = actions;
    this.plan = plan;
    this.stop = stop;
    this.progress = progress;
    this.ticks = ticks;
  }

  /**
   * Records until there are enough frames, or it is stopped.
   *
   * @param folder new or empty
   * @throws IOException if the folder cannot be written
   * @throws ScreenException if what is recorded is gone
   * @throws InterruptedException if the thread is interrupted; whole episodes stay
   */
  public Result record(Path folder) throws IOException, InterruptedException {
    RecordingWriter writer =
        new RecordingWriter(
            folder,
            RecordingInfo.of(plan.name(), PERSON, 0, plan.fps(), plan.width(), plan.height()));
    while (kept < plan.frames() && !stop.getAsBoolean()) {
      ticks.restart();
      while (!source.attended() && !stop.getAsBoolean()) {
        ticks.await();
      }
      try (RecordingWriter.EpisodeWriter episode = writer.episode()) {
        int frames = record(episode);
        if (frames >= Math.min(SHORTEST_EPISODE, plan.frames() - kept)) {
          episode.finish();
          kept += frames;
          episodes++;
          progress.accept(kept);
        }
      }
    }
    return new Result(kept, episodes, gaps);
  }

  /** One episode without a gap; the number of its frames. */
  private int record(RecordingWriter.EpisodeWriter episode)
      throws IOException, InterruptedException {
    byte[] rgb = new byte[3 * plan.width() * plan.height()];
    int most = Math.min(LONGEST_EPISODE, plan.frames() - kept);
    Deque<float[]> onTheWay = new ArrayDeque<>();
    for (int i = 0; i < plan.lag(); i++) {
      onTheWay.add(actions.apply(Controls.IDLE));
    }
    ticks.restart();
    ticks.await();
    source.controls();
    source.grab(rgb, plan.width(), plan.height());
    int frames = 0;
    while (true) {
      double late = ticks.await();
      onTheWay.addLast(actions.apply(source.controls()));
      episode.add(rgb, onTheWay.removeFirst(), null);
      frames++;
      boolean gap = late > LATE;
      gaps += gap ? 1 : 0;
      if (gap || frames == most || stop.getAsBoolean() || !source.attended()) {
        return frames;
      }
      source.grab(rgb, plan.width(), plan.height());
    }
  }
}
