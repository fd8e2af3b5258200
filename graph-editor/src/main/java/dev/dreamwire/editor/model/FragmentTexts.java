package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Graph;

/** Parts of graphs as text, as the program around the editor writes them. */
public interface FragmentTexts {
  /** The text of some nodes and the wires between them. */
  String write(Graph fragment);

  /**
   * The nodes of a text.
   *
   * @throws IllegalArgumentException if the text holds none; the message is for people
   */
  Graph read(String text);
}
