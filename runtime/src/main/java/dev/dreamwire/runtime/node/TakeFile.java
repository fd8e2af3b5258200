package dev.dreamwire.runtime.node;

import java.io.Closeable;
import java.io.IOException;

/** What a take is written into; used by the take's thread alone. */
interface TakeFile extends Closeable {
  /** Adds a frame. */
  void write(TakenFrame frame) throws IOException;

  /** Ends what was written: it gets its name. */
  @Override
  void close() throws IOException;
}
