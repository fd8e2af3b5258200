package dev.dreamwire.runtime.cli;

import java.util.Optional;

/** Opens the window, which the command line does not know itself. */
@FunctionalInterface
public interface Opener {
  /**
   * Opens a preset in a window and returns when it is closed.
   *
   * @param preset a name of the catalogue or a file
   * @param bench what to measure before the window closes by itself; empty for a person's window
   * @return the exit code
   */
  int open(String preset, Optional<WindowBench> bench);
}
