package dev.dreamwire.studio.errors;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handler for what nobody caught, on every thread: logs it, saves the document, tells the
 * person.
 *
 * <p>An error that repeats (one a frame, say) is logged in full and told once in {@value
 * #QUIET_NANOS} nanoseconds and counted in between. Never throws.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
  /** How long the same error stays quiet. */
  static final long QUIET_NANOS = 5_000_000_000L;

  private static final int REMEMBERED = 200;
  private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

  private final Listener listener;
  private final LongSupplier nanoClock;
  private final Map<String, Seen> seen = new HashMap<>();

  /** Learns of errors, on the thread that they happened on. */
  @FunctionalInterface
  public interface Listener {
    /** One error, after it was logged; repeats that were kept quiet do not come here. */
    void happened(Throwable error);
  }

  /** When an error was last told, and how often it came since. */
  private record Seen(long toldAt, int quiet) {}

  /** A handler that tells a listener. */
  public UncaughtErrors(Listener listener) {
    this(listener, System::nanoTime);
  }

  UncaughtErrors(Listener listener, LongSupplier nanoClock) {
    this.listener = listener;
    this.nanoClock = nanoClock;
  }

  /** Makes this the handler of every thread that has none of its own. */
  public void install() {
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    int quiet = quietRepeats(signature(error));
    if (quiet < 0) {
      return;
    }
    LOG.error("uncaught on thread {} ({} repeats kept quiet)", thread.getName(), quiet, error);
    try {
      listener.happened(error);
    } catch (RuntimeException e) {
      LOG.error("the error could not be told", e);
    }
  }

  /** How many repeats were kept quiet until now; −1 if this one is to be kept quiet too. */
  private synchronized int quietRepeats(String signature) {
    long now = nanoClock.getAsLong();
    Seen last = seen.get(signature);
    if (last != null && now - last.toldAt() < QUIET_NANOS) {
      seen.put(signature, new Seen(last.toldAt(), last.quiet() + 1));
      return -1;
    }
    if (seen.size() > REMEMBERED) {
      seen.clear();
    }
    seen.put(signature, new Seen(now, 0));
    return last == null ? 0 : last.quiet();
  }

  private static String signature(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    return error.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }
}
