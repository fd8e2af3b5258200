package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.model.EditorModel;
import javafx.geometry.Rectangle2D;

/** Looks at the place that is pointed at on the map. */
final class MinimapGesture implements Gesture {
  private final EditorModel model;
  private final Minimap map;
  private final Camera before;
  private final Rectangle2D seen;

  /**
   * Starts on a map, which holds still while the gesture lasts.
   *
   * @param seen what of the world the canvas shows
   */
  MinimapGesture(EditorModel model, Minimap map, Rectangle2D seen, Pointer start) {
    this.model = model;
    this.map = map;
    this.before = model.cameraProperty().get();
    this.seen = seen;
    drag(start);
  }

  @Override
  public void drag(Pointer pointer) {
    double zoom = before.zoom();
    model
        .cameraProperty()
        .set(
            before.centredOn(
                map.toWorld(pointer.screen()), seen.getWidth() * zoom, seen.getHeight() * zoom));
  }

  @Override
  public void release(Pointer pointer) {
    drag(pointer);
  }

  @Override
  public void cancel() {
    model.cameraProperty().set(before);
  }
}
