package dev.dreamwire.studio.inspector;

import dev.dreamwire.editor.control.ValueEdits;

/**
 * Edits of a value that is drawn: what is live is heard while it is dragged, the rest once it is
 * let go, as every edit of it compiles the graph anew.
 */
record LiveEdits(ParamEdits edits, boolean live) implements ValueEdits {
  @Override
  public void preview(String value) {
    if (live) {
      edits.set(value, false);
    }
  }

  @Override
  public void take(String value) {
    edits.set(value, true);
  }
}
