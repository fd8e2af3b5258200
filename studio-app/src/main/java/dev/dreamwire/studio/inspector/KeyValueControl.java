package dev.dreamwire.studio.inspector;

import dev.dreamwire.editor.control.KeyControl;
import dev.dreamwire.editor.text.EditorTexts;
import javafx.scene.Node;

/** A key: a button that waits for another. */
final class KeyValueControl implements ParamControl {
  private final KeyControl key;

  KeyValueControl(ParamEdits edits) {
    key = new KeyControl(EditorTexts.display(), edits::keyHolders, new LiveEdits(edits, false));
  }

  @Override
  public Node node() {
    return key;
  }

  @Override
  public void show(Object value) {
    key.show(String.valueOf(value));
  }

  @Override
  public void describe(String name) {
    key.describe(name);
  }
}
