package dev.dreamwire.runtime.data;

import java.io.IOException;
import java.nio.file.Path;

/** A recording that cannot be read or written; its message names the file and the line. */
public final class RecordingException extends IOException {
  private static final long serialVersionUID = 1;

  /** A fault in a file; {@code line} counts from 1, 0 stands for the whole file. */
  public RecordingException(Path file, int line, String what) {
    super(place(file, line) + what);
  }

  /** A fault in a file with its cause. */
  public RecordingException(Path file, int line, String what, Throwable cause) {
    super(place(file, line) + what, cause);
  }

  private static String place(Path file, int line) {
    return file + (line > 0 ? ":" + line : "") + ": ";
  }
}
