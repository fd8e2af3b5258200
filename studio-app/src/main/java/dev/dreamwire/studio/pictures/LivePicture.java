package dev.dreamwire.studio.pictures;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.studio.view.MemoryImage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The picture of one node: takes a value now and then, paints it beside the engine's thread and the
 * window's, and shows it. While one is being painted others are let go by.
 */
final class LivePicture {
  private static final long REST_NANOS = 100_000_000L;

  private final PortType type;
  private final Executor painter;
  private final Executor window;
  private final Consumer<MemoryImage> show;
  private final LongSupplier clock;
  private final MemoryImage[] images = {new MemoryImage(), new MemoryImage()};
  private final AtomicBoolean busy = new AtomicBoolean();
  private float[] values = {};
  private int next;
  private boolean seen;
  private long taken;

  /**
   * No picture yet.
   *
   * @param type what the values are
   * @param painter paints
   * @param window runs what it is given on the window's thread
   * @param show gets each new picture there
   * @param clock nanoseconds
   */
  LivePicture(
      PortType type,
      Executor painter,
      Executor window,
      Consumer<MemoryImage> show,
      LongSupplier clock) {
    this.type = type;
    this.painter = painter;
    this.window = window;
    this.show = show;
    this.clock = clock;
  }

  /** Takes a value, unless one was taken a moment ago. On the engine's thread. */
  void offer(TensorView value) {
    long now = clock.getAsLong();
    if (seen && now - taken < REST_NANOS || !busy.compareAndSet(false, true)) {
      return;
    }
    seen = true;
    taken = now;
    int count = Math.toIntExact(value.shape().count());
    if (values.length != count) {
      values = new float[count];
    }
    value.values().get(0, values);
    Shape shape = value.shape();
    painter.execute(() -> paint(shape));
  }

  private void paint(Shape shape) {
    MemoryImage image = images[next];
    next = 1 - next;
    TensorPainter.paint(type, shape, values, image);
    window.execute(
        () -> {
          show.accept(image);
          busy.set(false);
        });
  }
}
