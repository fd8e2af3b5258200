package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.control.ValueEdits;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.runtime.graph.GraphEdit;

/**
 * The edits of a parameter while it is open: each is seen at once, and all are one step in the end.
 * What is live is heard at once too; the rest is only drawn until a gesture ends, as every edit of
 * it compiles the graph anew. Window thread only.
 */
final class FieldSession implements ValueEdits {
  private final EditorModel model;
  private final Field field;
  private final Object before;
  private boolean over;

  FieldSession(EditorModel model, Field field) {
    this.model = model;
    this.field = field;
    this.before = model.graph().nodes().get(field.node()).params().get(field.param().name());
    model.seal();
  }

  @Override
  public void preview(String value) {
    if (field.param().live()) {
      take(value);
    } else if (there()) {
      model.preview(edit(value));
    }
  }

  @Override
  public void take(String value) {
    if (there()) {
      model.apply(edit(value));
    }
  }

  /** Leaves the parameter as it was. */
  void cancel() {
    if (there()) {
      model.apply(edit(before));
    }
  }

  /** Ends the step; what a control that is going still says is not heard. */
  void end() {
    over = true;
    model.endPreview();
    model.seal();
  }

  private boolean there() {
    return !over && model.graph().nodes().containsKey(field.node());
  }

  private GraphEdit edit(Object value) {
    return new GraphEdit.SetParam(field.node(), field.param().name(), value);
  }
}
