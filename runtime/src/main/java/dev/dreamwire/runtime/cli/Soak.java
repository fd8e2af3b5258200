package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.engine.PlanRun;
import java.io.IOException;
import java.util.Locale;

/** Plays as fast as frames come, for long, and watches the process' memory. Used by one thread. */
final class Soak {
  private static final int SAMPLES = 400;
  private static final int TOLD_EVERY = 20;

  private final PlanRun run;
  private final CliContext context;

  Soak(PlanRun run, CliContext context) {
    this.run = run;
    this.context = context;
  }

  /**
   * Plays and prints a table of the memory and what came of it.
   *
   * @return whether the memory is flat
   * @throws InputException where the system does not tell a process' memory
   */
  boolean play(long frames) {
    MemoryTrace trace = new MemoryTrace();
    long step = Math.max(1, frames / SAMPLES);
    context.out().println(context.texts().get("soak.columns"));
    trace.add(0, memory());
    long began = System.nanoTime();
    for (long frame = 1; frame <= frames; frame++) {
      run.frame();
      if (frame % step == 0) {
        trace.add(frame, memory());
        if (frame / step % TOLD_EVERY == 0) {
          print(frame, trace.samples().getLast().bytes());
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    context
        .out()
        .println(
            context
                .texts()
                .get(
                    trace.flat() ? "soak.flat" : "soak.grows",
                    frames,
                    text("%.1f", frames / seconds),
                    text("%.0f", megabytes(trace.peak())),
                    text("%.3f", megabytes(trace.slope() * 1000))));
    context.out().flush();
    return trace.flat();
  }

  private void print(long frame, long bytes) {
    context.out().println(text("%8d %10.1f", frame, megabytes(bytes)));
    context.out().flush();
  }

  private long memory() {
    try {
      return ResidentMemory.bytes().orElseThrow(() -> context.bad("soak.unknown"));
    } catch (IOException e) {
      throw new InputException(context.texts().get("soak.unknown"), e);
    }
  }

  private static double megabytes(double bytes) {
    return bytes / (1 << 20);
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
