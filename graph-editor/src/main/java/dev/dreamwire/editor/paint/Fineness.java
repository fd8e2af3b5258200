package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * How fine something is shown. Text and edges are crisp, and look the same wherever they lie, only
 * if what they are drawn on lies on whole pixels of the screen.
 *
 * @param enlarged how much the window enlarges it: so many pixels has a canvas for each unit
 * @param pixels how many pixels of the screen show each unit
 */
record Fineness(double enlarged, double pixels) {
  /** How fine a node of a window is shown. */
  static Fineness of(Node node) {
    double enlarged = node.getLocalToSceneTransform().getMxx();
    Scene scene = node.getScene();
    Window window = scene == null ? null : scene.getWindow();
    return new Fineness(enlarged, window == null ? enlarged : enlarged * window.getRenderScaleX());
  }

  /** The whole pixel at or before a place, in units. */
  double before(double at) {
    return Math.floor(at * pixels) / pixels;
  }

  /** The whole pixel that is nearest to a place, in units. */
  double nearest(double at) {
    return Math.round(at * pixels) / pixels;
  }

  /** The camera nearby under which the world's origin falls on a whole pixel. */
  Camera nearest(Camera camera) {
    double zoom = camera.zoom();
    return new Camera(nearest(camera.x() * zoom) / zoom, nearest(camera.y() * zoom) / zoom, zoom);
  }
}
