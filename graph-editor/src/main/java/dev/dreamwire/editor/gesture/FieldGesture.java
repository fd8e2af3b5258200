package dev.dreamwire.editor.gesture;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.runtime.graph.GraphEdit;
import javafx.scene.Cursor;

/**
 * A click on a switch turns it, on another field edits it; a drag moves the node. What a wire
 * drives is not turned.
 */
final class FieldGesture implements Gesture {
  private final EditorModel model;
  private final Desk desk;
  private final NodeLayout node;
  private final Field field;
  private final MoveNodesGesture move;

  FieldGesture(EditorModel model, Desk desk, NodeLayout node, Field field, Pointer start) {
    this.model = model;
    this.desk = desk;
    this.node = node;
    this.field = field;
    this.move = new MoveNodesGesture(model, node, start);
  }

  @Override
  public void drag(Pointer pointer) {
    move.drag(pointer);
  }

  @Override
  public void release(Pointer pointer) {
    move.release(pointer);
    if (move.dragging()) {
      return;
    }
    boolean driven = field.driver(model.graph()).isPresent();
    if (field.param().kind() instanceof Param.BoolKind && !driven) {
      boolean on = Boolean.TRUE.equals(node.face().value(field.param()));
      model.apply(new GraphEdit.SetParam(field.node(), field.param().name(), !on));
      model.seal();
    } else {
      desk.edit(field);
    }
  }

  @Override
  public void cancel() {
    move.cancel();
  }

  @Override
  public Cursor cursor() {
    return move.cursor();
  }
}
