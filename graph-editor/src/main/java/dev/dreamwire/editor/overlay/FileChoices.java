package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import java.util.List;
import java.util.Optional;

/** The files that a parameter can name, as the program around the editor knows them. */
public interface FileChoices {
  /** Nothing is known; names are typed. */
  FileChoices NONE = new FileChoices() {};

  /** Names that a person may want, the likeliest first. Window thread only; must be quick. */
  default List<String> known(NodeSpec spec, Param param) {
    return List.of();
  }

  /** Whether {@link #browse} can be asked. */
  default boolean browses() {
    return false;
  }

  /**
   * Lets the person look for a file. Window thread only.
   *
   * @return its name; empty if they thought better of it
   */
  default Optional<String> browse(List<String> extensions) {
    return Optional.empty();
  }
}
