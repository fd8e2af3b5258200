package dev.dreamwire.studio;

import dev.dreamwire.runtime.cli.StudioCli;
import dev.dreamwire.studio.shell.StudioLauncher;

/**
 * Where the program starts: the command line, whose {@code open} (the default) opens the window.
 */
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(StudioCli.run(new StudioLauncher(), args));
  }
}
