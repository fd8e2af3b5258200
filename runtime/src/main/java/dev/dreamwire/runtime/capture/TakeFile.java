package dev.dreamwire.runtime.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a take is written into; used by the take's thread alone. */
interface TakeFile extends Closeable {
  /** Where it is once it is {@linkplain #keep kept}. */
  Path place();

  /** Adds a frame. */
  void write(CapturedFrame frame) throws IOException;

  /** All frames are there: ends what was written and gives it its name. */
  void keep() throws IOException;

  /** Lets go of it, and of what was not kept. */
  @Override
  void close() throws IOException;
}
