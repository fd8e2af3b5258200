package dev.dreamwire.runtime.node;

import java.nio.file.Path;

/** Where recorders keep what they write if a person did not say, as a service for nodes. */
@FunctionalInterface
public interface RecordingPlace {
  /** The folder; made when needed. */
  Path folder();
}
