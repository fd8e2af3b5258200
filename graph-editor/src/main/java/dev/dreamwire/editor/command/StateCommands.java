package dev.dreamwire.editor.command;

import dev.dreamwire.runtime.graph.NodeState.Mode;

/** What keys do to the states of the selected nodes. */
public interface StateCommands {
  /** Puts the selected nodes into a mode; active again if all are in it. */
  void toggle(Mode mode);

  /** Shows only the headers of the selected nodes; all of them again if that is so. */
  void collapse();

  /** Keeps the selected nodes where they are; free again if that is so. */
  void pin();

  /** Shows small pictures of what the selected nodes make; hides them if all have one. */
  void picture();

  /** Offers what can be done with the selected nodes. */
  void openMenu();
}
