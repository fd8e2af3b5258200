package dev.dreamwire.runtime.backend;

/** Where a program runs. Safe on every thread. */
public interface Backend {
  /** Short name for the command line and reports: {@code cpu}, {@code torch}. */
  String id();

  /**
   * Compiles a program. Slow (up to seconds); call it off the window's thread.
   *
   * @throws BackendException if the backend cannot run the program; the message names what it lacks
   */
  Executable compile(Program program, CompileOptions options);
}
