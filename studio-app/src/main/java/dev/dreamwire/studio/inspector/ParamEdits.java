package dev.dreamwire.studio.inspector;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a parameter's control does with what a person chose. */
interface ParamEdits {
  /**
   * Sets the value; null for the default.
   *
   * @param settled whether the person let go, so that the next change is undone by itself
   */
  void set(Object value, boolean settled);

  /** Asks for a file. */
  Optional<Path> chooseFile(List<String> extensions);

  /** Which other parameters have a key, for people. */
  List<String> keyHolders(String key);
}
