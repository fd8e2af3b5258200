package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** Draws the small picture of the whole graph. */
final class MinimapPainter {
  private MinimapPainter() {}

  static void paint(Brush brush, Minimap map, GraphLayout layout, Rectangle2D visible) {
    EditorTheme theme = brush.theme();
    GraphicsContext g = brush.g();
    brush.fillRound(map.panel(), 8, theme.node());
    for (NodeLayout node : layout.nodes()) {
      Rectangle2D r = map.toScreen(node.bounds());
      g.setFill(EditorTheme.alpha(theme.of(Hue.of(node.face().spec().category())), 0.8));
      g.fillRect(r.getMinX(), r.getMinY(), Math.max(2, r.getWidth()), Math.max(2, r.getHeight()));
    }
    Rectangle2D seen = within(map.toScreen(visible), Brush.grown(map.panel(), -1));
    brush.fillRound(seen, 3, EditorTheme.alpha(theme.accent(), 0.10));
    brush.strokeRound(seen, 3, 1.2, theme.accent());
    brush.strokeRound(Brush.grown(map.panel(), -0.5), 8, 1, theme.border());
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
