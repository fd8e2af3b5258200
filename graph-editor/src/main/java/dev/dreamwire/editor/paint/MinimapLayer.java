package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/**
 * The small picture of the whole graph, which stays where it is while the graph is panned: its
 * nodes are drawn when they change, and the part that is seen is a shape above them.
 */
final class MinimapLayer extends Pane {
  private record Shown(Minimap map, EditorTheme theme, Fineness fineness) {}

  private final FineCanvas canvas = new FineCanvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private final Rectangle seen = new Rectangle();
  private Shown shown;
  private GraphLayout layout;

  MinimapLayer() {
    setManaged(false);
    setMouseTransparent(true);
    seen.setArcWidth(6);
    seen.setArcHeight(6);
    seen.setStrokeWidth(1.2);
    getChildren().addAll(canvas, seen);
    clear();
  }

  /** Shows nothing. */
  void clear() {
    shown = null;
    layout = null;
    setVisible(false);
  }

  /** Shows a map of a graph. */
  void show(Minimap map, GraphLayout graph, EditorTheme theme, Fineness fineness) {
    Shown next = new Shown(map, theme, fineness);
    if (!next.equals(shown) || graph != layout) {
      shown = next;
      layout = graph;
      paint();
      setVisible(true);
    }
  }

  /** Shows which part of the world is seen. */
  void look(Rectangle2D visible) {
    if (shown == null) {
      return;
    }
    Rectangle2D place = within(shown.map().toScreen(visible), Brush.grown(shown.map().panel(), -1));
    seen.setX(place.getMinX());
    seen.setY(place.getMinY());
    seen.setWidth(place.getWidth());
    seen.setHeight(place.getHeight());
  }

  private void paint() {
    Rectangle2D panel = shown.map().panel();
    EditorTheme theme = shown.theme();
    Fineness fineness = shown.fineness();
    double left = fineness.before(panel.getMinX());
    double top = fineness.before(panel.getMinY());
    canvas.fit(
        Math.ceil((panel.getWidth() + 1) * fineness.enlarged()),
        Math.ceil((panel.getHeight() + 1) * fineness.enlarged()),
        fineness);
    canvas.setTranslateX(left);
    canvas.setTranslateY(top);
    brush.use(theme);
    GraphicsContext g = brush.g();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.save();
    g.scale(fineness.enlarged(), fineness.enlarged());
    g.translate(-left, -top);
    brush.fillRound(panel, 8, theme.node());
    for (NodeLayout node : layout.nodes()) {
      Rectangle2D r = shown.map().toScreen(node.bounds());
      g.setFill(EditorTheme.alpha(theme.of(Hue.of(node.face().spec().category())), 0.8));
      g.fillRect(r.getMinX(), r.getMinY(), Math.max(2, r.getWidth()), Math.max(2, r.getHeight()));
    }
    brush.strokeRound(Brush.grown(panel, -0.5), 8, 1, theme.border());
    g.restore();
    seen.setFill(EditorTheme.alpha(theme.accent(), 0.10));
    seen.setStroke(theme.accent());
  }

  private static Rectangle2D within(Rectangle2D r, Rectangle2D limits) {
    double left = Math.clamp(r.getMinX(), limits.getMinX(), limits.getMaxX());
    double top = Math.clamp(r.getMinY(), limits.getMinY(), limits.getMaxY());
    return new Rectangle2D(
        left,
        top,
        Math.clamp(r.getMaxX(), limits.getMinX(), limits.getMaxX()) - left,
        Math.clamp(r.getMaxY(), limits.getMinY(), limits.getMaxY()) - top);
  }
}
