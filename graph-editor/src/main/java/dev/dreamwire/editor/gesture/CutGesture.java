package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;

/** Cuts the wires that the pointer crosses. */
final class CutGesture implements Gesture {
  private final EditorModel model;
  private final List<Point2D> trail = new ArrayList<>();
  private final Set<Wire> cut = new LinkedHashSet<>();

  CutGesture(EditorModel model, Pointer start) {
    this.model = model;
    trail.add(start.world());
  }

  @Override
  public void drag(Pointer pointer) {
    Point2D from = trail.getLast();
    for (WireLayout wire : model.layout().wires()) {
      if (wire.path().crosses(from, pointer.world())) {
        cut.add(wire.wire());
      }
    }
    trail.add(pointer.world());
    model.sketchProperty().set(new Sketch.Cut(trail, cut));
  }

  @Override
  public void release(Pointer pointer) {
    model.sketchProperty().set(new Sketch.Nothing());
    if (!cut.isEmpty()) {
      model.apply(
          new GraphEdit.Compound(
              "edit.cut", cut.stream().<GraphEdit>map(GraphEdit.Disconnect::new).toList()));
    }
  }

  @Override
  public void cancel() {
    model.sketchProperty().set(new Sketch.Nothing());
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }
}
