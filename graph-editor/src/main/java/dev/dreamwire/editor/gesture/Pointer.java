package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Camera;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/**
 * Where the pointer is and what is held with it.
 *
 * @param screen on the canvas, in pixels
 * @param world on the graph, in world units
 * @param shift whether Shift is held
 * @param alt whether Alt is held
 */
public record Pointer(Point2D screen, Point2D world, boolean shift, boolean alt) {
  static Pointer of(MouseEvent event, Camera camera) {
    Point2D screen = new Point2D(event.getX(), event.getY());
    return new Pointer(screen, camera.toWorld(screen), event.isShiftDown(), event.isAltDown());
  }
}
