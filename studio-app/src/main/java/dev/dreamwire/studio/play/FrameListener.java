package dev.dreamwire.studio.play;

/** Learns of every frame that is made. */
@FunctionalInterface
public interface FrameListener {
  /**
   * A frame was made. On the engine's thread.
   *
   * @param index frames made since play started: 0 for the first
   * @param millis how long it took to make
   */
  void made(long index, double millis);
}
