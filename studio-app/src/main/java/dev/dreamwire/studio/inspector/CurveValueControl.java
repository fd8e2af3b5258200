package dev.dreamwire.studio.inspector;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.control.CurveControl;
import dev.dreamwire.editor.text.EditorTexts;
import javafx.scene.Node;

/** A curve, drawn where it is. */
final class CurveValueControl implements ParamControl {
  private static final double HEIGHT = 170;

  private final CurveControl curve;

  CurveValueControl(Param.CurveKind kind, LiveEdits edits) {
    curve = new CurveControl(kind, EditorTexts.display(), edits);
    curve.setMinHeight(HEIGHT);
    curve.setPrefHeight(HEIGHT);
  }

  @Override
  public Node node() {
    return curve;
  }

  @Override
  public void show(Object value) {
    curve.show(String.valueOf(value));
  }

  @Override
  public void describe(String name) {
    curve.describe(name);
  }
}
