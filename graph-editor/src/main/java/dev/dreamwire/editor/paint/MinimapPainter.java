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
    g.save();
    brush.fillRound(map.panel(), 8, EditorTheme.alpha(theme.node(), 0.92));
    g.beginPath();
    g.rect(
        map.panel().getMinX(),
        map.panel().getMinY(),
        map.panel().getWidth(),
        map.panel().getHeight());
    g.clip();
    for (NodeLayout node : layout.nodes()) {
      Rectangle2D r = map.toScreen(node.bounds());
      g.setFill(
          EditorTheme.alpha(theme.of(Hue.of(node.face().spec().category())), 0.8));
      g.fillRect(
          r.getMinX(), r.getMinY(), Math.max(2, r.getWidth()), Math.max(2, r.getHeight()));
    }
    brush.fillRound(map.toScreen(visible), 3, EditorTheme.alpha(theme.accent(), 0.10));
    brush.strokeRound(map.toScreen(visible), 3, 1.2, theme.accent());
    g.restore();
    brush.strokeRound(Brush.grown(map.panel(), -0.5), 8, 1, theme.border());
  }
}
