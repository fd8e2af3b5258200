package dev.dreamwire.runtime.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * Spaces frames evenly: the next one is due a period after the last was due, not after it was done.
 * For one thread.
 */
public final class Pacer {
  private static final long LATEST_NANOS = 200_000_000L;

  private volatile double framesPerSecond;
  private long due;

  /** Frames a second; 0 for as fast as they come. */
  public Pacer(double framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
  }

  void framesPerSecond(double value) {
    framesPerSecond = value;
  }

  /** Forgets what was due, as after a pause. */
  void restart() {
    due = 0;
  }

  /** Waits until the next frame is due, or the thread is woken. */
  public void await() {
    double rate = framesPerSecond;
    if (rate <= 0) {
      return;
    }
    long now = System.nanoTime();
    // After a long hold-up the lost frames are not made up for, which would look like fast motion.
    if (due == 0 || now - due > LATEST_NANOS) {
      due = now;
    }
    while (due - now > 0) {
      LockSupport.parkNanos(due - now);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      now = System.nanoTime();
    }
    due += (long) (1e9 / rate);
  }
}
