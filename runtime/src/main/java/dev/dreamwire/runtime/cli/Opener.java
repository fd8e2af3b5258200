package dev.dreamwire.runtime.cli;

/** Opens the window, which the command line does not know itself. */
@FunctionalInterface
public interface Opener {
  /**
   * Opens a preset in a window and returns when it is closed.
   *
   * @param preset a name of the catalogue or a file
   * @return the exit code
   */
  int open(String preset);
}
