package dev.dreamwire.runtime.screen;

/** When frames are due. For one thread. */
interface Ticks {
  /** Begins to count anew: the next frame is due now. */
  void restart();

  /**
   * Waits until the next frame is due.
   *
   * @return how many frames' time it came late; 0 if it was waited for
   * @throws InterruptedException if the thread is interrupted
   */
  double await() throws InterruptedException;

  /** Ticks of the machine's clock. */
  static Ticks every(double framesPerSecond) {
    return new Ticks() {
      private final double nanos = 1e9 / framesPerSecond;
      private long begin = System.nanoTime();
      private long count;

      @Override
      public void restart() {
        begin = System.nanoTime();
        count = 0;
      }

      @Override
      public double await() throws InterruptedException {
        long due = begin + (long) (nanos * count++);
        long left = due - System.nanoTime();
        if (left > 0) {
          Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
        return Math.max(0, -left / nanos);
      }
    };
  }
}
