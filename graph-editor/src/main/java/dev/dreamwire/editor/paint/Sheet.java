package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;

/**
 * The canvas that the graph is drawn on. It is larger than what is seen of it, so that panning
 * moves it, by whole pixels, for as long as what comes into sight has been drawn; then it is drawn
 * around the new place, more of it in the direction of the movement.
 */
final class Sheet {
  /** What may be drawn beyond each side of what is seen, in units of the window. */
  static final double MARGIN = 160;

  /** And no more than this share of that side: both together not twice of what is seen. */
  static final double SHARE = 0.2;

  /** How much of a margin changes sides, towards where the movement goes. */
  private static final double AHEAD = 0.5;

  /** The class library draws no canvas with more pixels at a side. */
  private static final double LARGEST = 4096;

  private final FineCanvas canvas = new FineCanvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private double marginX;
  private double marginY;
  private View drawn = View.NOTHING;
  private Camera drawnAt = Camera.HOME;

  FineCanvas canvas() {
    return canvas;
  }

  /** What is drawn, with the margin. */
  View drawn() {
    return drawn;
  }

  /** Makes room to see so much of it; what was drawn is gone if that is not what it was. */
  void fit(double width, double height, Fineness fineness) {
    marginX = margin(width, fineness);
    marginY = margin(height, fineness);
    double columns = Math.ceil((width + 2 * marginX) * fineness.enlarged());
    double rows = Math.ceil((height + 2 * marginY) * fineness.enlarged());
    if (canvas.fit(columns, rows, fineness)) {
      drawn = View.NOTHING;
    }
  }

  private static double margin(double side, Fineness fineness) {
    double room = (LARGEST / fineness.pixels() - side) / 2 - 1;
    return Math.max(0, fineness.before(Math.min(Math.min(MARGIN, SHARE * side), room)));
  }

  /** Whether all of this has been drawn. */
  boolean shows(View seen) {
    return drawn.covers(seen);
  }

  /** Moves what is drawn to where a camera at the same zoom sees it. */
  void look(Camera camera, Fineness fineness) {
    Point2D corner = drawn.corner(camera);
    canvas.setTranslateX(fineness.nearest(corner.getX()));
    canvas.setTranslateY(fineness.nearest(corner.getY()));
  }

  /**
   * Draws what is seen, and a margin around it if it is panned.
   *
   * @param paint draws a view in units of the window
   */
  void draw(View seen, EditorTheme theme, Fineness fineness, BiConsumer<Brush, View> paint) {
    drawn = around(seen, fineness);
    drawnAt = seen.camera();
    brush.use(theme);
    GraphicsContext g = brush.g();
    g.save();
    g.scale(fineness.enlarged(), fineness.enlarged());
    paint.accept(brush, drawn);
    g.restore();
  }

  /** What changes in one place, zooms or jumps is not moved over: a margin would be in vain. */
  private View around(View seen, Fineness fineness) {
    Camera camera = seen.camera();
    double dx = (camera.x() - drawnAt.x()) * camera.zoom();
    double dy = (camera.y() - drawnAt.y()) * camera.zoom();
    double way = Math.max(Math.abs(dx), Math.abs(dy));
    boolean panned =
        camera.zoom() == drawnAt.zoom()
            && way > 0
            && Math.abs(dx) <= 2 * marginX
            && Math.abs(dy) <= 2 * marginY;
    if (!panned) {
      return seen;
    }
    return seen.grown(marginX, marginY)
        .moved(
            fineness.nearest(AHEAD * marginX * dx / way),
            fineness.nearest(AHEAD * marginY * dy / way));
  }
}
