package dev.dreamwire.runtime.screen;

import dev.dreamwire.api.node.Controls;

/** A piece of a screen, and what a person does at it. For one thread. */
public interface ScreenSource extends AutoCloseable {
  /**
   * Takes a picture.
   *
   * @param rgb receives red, green, blue, row by row from the top, averaged to the wanted size
   * @throws ScreenException if what is shown is gone
   */
  void grab(byte[] rgb, int width, int height);

  /**
   * What was held at any time since the last call, and how far the mouse moved since. Names are
   * those of an Action Map: {@code W}, {@code SPACE}, {@code MOUSE_PRIMARY}.
   */
  Controls controls();

  /** Whether keys go to what is recorded; while not, nothing is kept. */
  boolean attended();

  @Override
  void close();
}
