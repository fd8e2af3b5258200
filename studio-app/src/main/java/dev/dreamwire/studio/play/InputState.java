package dev.dreamwire.studio.play;

import dev.dreamwire.api.node.Controls;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What a person holds down, written by the window's thread and sampled by the engine's.
 *
 * <p>A key that goes down and up between two samples is in the next one all the same.
 */
public final class InputState {
  private final LongSupplier nanoClock;
  private final Set<String> held = new HashSet<>();
  private final Set<String> tapped = new HashSet<>();
  private double mouseX;
  private double mouseY;
  private long waitingSince;
  private long sampledSince;

  /** Nothing held. */
  public InputState() {
    this(System::nanoTime);
  }

  InputState(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** A key or button goes down; repeats are harmless. */
  public synchronized void press(String name) {
    if (held.add(name)) {
      tapped.add(name);
      stamp();
    }
  }

  /** A key or button comes up. */
  public synchronized void release(String name) {
    if (held.remove(name)) {
      stamp();
    }
  }

  /** The mouse moves, in pixels to the right and down. */
  public synchronized void move(double x, double y) {
    mouseX += x;
    mouseY += y;
    stamp();
  }

  /** All comes up, as when the viewport loses the keyboard. */
  public synchronized void releaseAll() {
    held.clear();
    tapped.clear();
    mouseX = 0;
    mouseY = 0;
    waitingSince = 0;
  }

  /** What is held now and how far the mouse moved since the last sample. */
  public synchronized Controls sample() {
    Set<String> names = new HashSet<>(held);
    names.addAll(tapped);
    Controls controls = new Controls(names, mouseX, mouseY);
    tapped.clear();
    mouseX = 0;
    mouseY = 0;
    sampledSince = waitingSince;
    waitingSince = 0;
    return controls;
  }

  /**
   * When the oldest input of the last sample came, by {@link System#nanoTime}; 0 if nothing
   * changed.
   */
  public synchronized long sampledSince() {
    return sampledSince;
  }

  private void stamp() {
    if (waitingSince == 0) {
      waitingSince = nanoClock.getAsLong();
    }
  }
}
