package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/**
 * What a drag moves, on a canvas of its own that is hardly larger: the rest of the graph below it
 * stays as it was drawn.
 */
final class LiftedLayer extends Pane {
  /** A canvas that changes its size gets new memory; this one changes it seldom. */
  private static final double STEP = 128;

  private final FineCanvas canvas = new FineCanvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());

  LiftedLayer() {
    setManaged(false);
    setMouseTransparent(true);
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
   * @param paint draws in world units
   */
  void show(
      Rectangle2D place,
      EditorTheme theme,
      Camera camera,
      Fineness fineness,
      Consumer<Brush> paint) {
    double left = fineness.before(place.getMinX());
    double top = fineness.before(place.getMinY());
    double enlarged = fineness.enlarged();
    double columns = inSteps((place.getMaxX() - left) * enlarged);
    double rows = inSteps((place.getMaxY() - top) * enlarged);
    canvas.fit(columns, rows, fineness);
    canvas.relocate(left, top);
    brush.use(theme);
    GraphicsContext g = brush.g();
    g.clearRect(0, 0, columns, rows);
    g.save();
    g.scale(enlarged, enlarged);
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
