package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * How long the preset takes for a frame, as it is played but without a window, after some frames
 * that are not counted. Beside it stands the machine's load, without which the times say little.
 */
final class SpeedProtocol implements Protocol {
  private static final int WARM = 40;
  private static final int FRAMES = 200;
  private static final double BUDGET = 50;
  private static final int START = 5;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) {
    float[] action = Action.idle().press("forward").turn(0.5).vector();
    Player start = lab.starts(START, 1).getFirst();
    lab.dreamer().restart(lab.play().picture(start), start.pose(), lab.seed());
    double[] millis = new double[FRAMES];
    for (int i = -WARM; i < FRAMES; i++) {
      long began = System.nanoTime();
      lab.dreamer().next(action);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
        progress.accept((i + 1.0) / FRAMES);
      }
    }
    Arrays.sort(millis);
    double median = millis[FRAMES / 2];
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return Section.of(
        Measure.SPEED.id(),
        List.of(
            Figure.of("fps", Estimate.of(1000 / median), Unit.FPS, Goal.atLeast(1000 / BUDGET)),
            Figure.of(
                "p95",
                Estimate.of(millis[FRAMES * 95 / 100]),
                Unit.MILLISECOND,
                Goal.atMost(BUDGET)),
            Figure.of("p50", Estimate.of(median), Unit.MILLISECOND),
            Figure.of("p99", Estimate.of(millis[FRAMES * 99 / 100]), Unit.MILLISECOND),
            Figure.of("load", Estimate.of(load), Unit.NUMBER)));
  }
}
