package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * What a drag moves, on a canvas of its own that is hardly larger: the rest of the graph below it
 * stays as it was drawn.
 */
final class LiftedLayer extends Pane {
  /** A canvas that changes its size gets new memory; this one changes it seldom. */
  private static final double STEP = 128;

  private final Canvas canvas = new Canvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private final Scale fineness = new Scale(1, 1);

  LiftedLayer() {
    setManaged(false);
    setMouseTransparent(true);
    canvas.getTransforms().add(fineness);
    getChildren().add(canvas);
    setVisible(false);
  }

  /** Shows nothing. */
  void clear() {
    setVisible(false);
  }

  /**
   * Draws something.
   *
   * @param place in pixels of the canvas below; nothing outside of it is drawn
   * @param pixels how many a unit of the window has
   * @param paint draws in world units
   */
  void show(
      Rectangle2D place, EditorTheme theme, Camera camera, double pixels, Consumer<Brush> paint) {
    double left = Math.floor(place.getMinX());
    double top = Math.floor(place.getMinY());
    double columns = inSteps((place.getMaxX() - left) * pixels);
    double rows = inSteps((place.getMaxY() - top) * pixels);
    if (canvas.getWidth() != columns || canvas.getHeight() != rows) {
      canvas.setWidth(columns);
      canvas.setHeight(rows);
    }
    fineness.setX(1 / pixels);
    fineness.setY(1 / pixels);
    canvas.relocate(left, top);
    brush.use(theme);
    GraphicsContext g = brush.g();
    g.clearRect(0, 0, columns, rows);
    g.save();
    g.scale(pixels, pixels);
    g.translate(-left - camera.x() * camera.zoom(), -top - camera.y() * camera.zoom());
    g.scale(camera.zoom(), camera.zoom());
    paint.accept(brush);
    g.restore();
    setVisible(true);
  }

  private static double inSteps(double size) {
    return Math.ceil(size / STEP) * STEP;
  }
}
