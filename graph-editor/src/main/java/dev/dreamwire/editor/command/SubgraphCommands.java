package dev.dreamwire.editor.command;

/** What is done with subgraphs. Window thread only. */
public interface SubgraphCommands {
  /** Puts the selected nodes into a subgraph. */
  void group();

  /** Puts the nodes of the selected instances in their place. */
  void ungroup();

  /** Shows the inside of the selected instance. */
  void enter();

  /** Shows the level around this one. */
  void leave();

  /** Offers what instances show of the selected node or of the level: parameters and ports. */
  void openPromotions();

  /** Gives the selected instance's subgraph, or the one that is entered, another title. */
  void retitle();

  /** Puts the selected instance's subgraph, or the one that is entered, into the library. */
  void publish();
}
