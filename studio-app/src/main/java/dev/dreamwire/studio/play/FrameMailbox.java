package dev.dreamwire.studio.play;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Hands pictures from the engine's thread to the window's without either waiting: three buffers,
 * the latest picture wins, nothing is allocated once the size is known.
 */
public final class FrameMailbox {
  private static final int FRESH = 4;
  private static final int SLOT = 3;

  private final Picture[] slots = {new Picture(), new Picture(), new Picture()};

  /** Slot that waits between the two threads, with {@link #FRESH} if nobody took it yet. */
  private final AtomicInteger middle = new AtomicInteger(1);

  private final AtomicBoolean announced = new AtomicBoolean();
  private final Consumer<Runnable> reader;
  private final Consumer<Picture> show;
  private int back;
  private int front = 2;

  /**
   * A mailbox.
   *
   * @param reader runs something on the reading thread; has at most one thing of this mailbox
   *     waiting
   * @param show gets the latest picture there; valid during the call
   */
  public FrameMailbox(Consumer<Runnable> reader, Consumer<Picture> show) {
    this.reader = reader;
    this.show = show;
  }

  /**
   * Hands over a picture. On the writing thread.
   *
   * @param rgb three planes of {@code width · height} values, −1..1; read with absolute indices
   * @param inputNanos when the input came that this picture answers first; 0 if there was none
   */
  public void post(FloatBuffer rgb, int width, int height, long inputNanos) {
    slots[back].set(rgb, width, height, inputNanos);
    back = middle.getAndSet(back | FRESH) & SLOT;
    if (announced.compareAndSet(false, true)) {
      reader.accept(this::deliver);
    }
  }

  private void deliver() {
    announced.set(false);
    if ((middle.get() & FRESH) != 0) {
      front = middle.getAndSet(front) & SLOT;
      show.accept(slots[front]);
    }
  }

  /** A picture as opaque ARGB pixels, row by row. */
  public static final class Picture {
    private static final float HALF = 127.5f;
    private static final int OPAQUE = 0xff000000;

    private int width;
    private int height;
    private int[] argb = {};
    private long inputNanos;

    private void set(FloatBuffer rgb, int newWidth, int newHeight, long newInputNanos) {
      width = newWidth;
      height = newHeight;
      inputNanos = newInputNanos;
      int count = width * height;
      if (argb.length != count) {
        argb = new int[count];
      }
      for (int i = 0; i < count; i++) {
        int r = level(rgb.get(i));
        int g = level(rgb.get(count + i));
        int b = level(rgb.get(2 * count + i));
        argb[i] = OPAQUE | r << 16 | g << 8 | b;
      }
    }

    private static int level(float value) {
      return Math.clamp(Math.round((value + 1) * HALF), 0, 255);
    }

    /** Pixels a row. */
    public int width() {
      return width;
    }

    /** Number of rows. */
    public int height() {
      return height;
    }

    /** The pixels; not to be changed or kept. */
    public int[] argb() {
      return argb;
    }

    /**
     * When the input came that this picture answers first, by {@link System#nanoTime}; 0 for none.
     */
    public long inputNanos() {
      return inputNanos;
    }
  }
}
