package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.ActiveGraph;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;

/**
 * Draws how nodes were set aside: what is not computed is pale, a bypassed node shows which input
 * its outputs hand on, a frozen one lies under ice. Each has a mark of its own, so that none is
 * told by its colour alone.
 */
final class StatePainter {
  private static final double MARK = 16;
  private static final double PALE = 0.42;

  private final PortPalette palette;

  StatePainter(PortPalette palette) {
    this.palette = palette;
  }

  /** How strongly a node is drawn. */
  static double alpha(NodeLayout node, boolean idle) {
    return idle || node.face().node().state().mode() == Mode.BYPASSED ? PALE : 1;
  }

  /** The hue of a mode's mark. */
  private static Hue hue(Mode mode) {
    return switch (mode) {
      case ACTIVE, MUTED -> Hue.SLATE;
      case BYPASSED -> Hue.FUCHSIA;
      case FROZEN -> Hue.SKY;
    };
  }

  private static List<Feather> marks(NodeState state) {
    List<Feather> marks = new ArrayList<>();
    switch (state.mode()) {
      case MUTED -> marks.add(Feather.SLASH);
      case BYPASSED -> marks.add(Feather.CORNER_UP_RIGHT);
      case FROZEN -> marks.add(Feather.CLOUD_SNOW);
      case ACTIVE -> {}
    }
    if (state.pinned()) {
      marks.add(Feather.MAP_PIN);
    }
    return marks;
  }

  /** Draws a node's marks in its header, ending at {@code right}; returns where they begin. */
  double marks(Brush brush, NodeLayout node, double right) {
    NodeState state = node.face().node().state();
    double middle = node.bounds().getMinY() + NodeLayout.HEADER / 2;
    double x = right;
    for (Feather mark : marks(state)) {
      Hue hue = mark == Feather.MAP_PIN ? Hue.SLATE : hue(state.mode());
      brush.icon(mark, x - MARK / 2, middle, 13, brush.theme().of(hue));
      x -= MARK + 2;
    }
    return x;
  }

  /** Draws what lies over a node's body: the ways past it, or ice. */
  void over(Brush brush, NodeLayout node) {
    switch (node.face().node().state().mode()) {
      case BYPASSED -> node.outputs().forEach(output -> way(brush, node, output));
      case FROZEN -> ice(brush, node.bounds());
      case ACTIVE, MUTED -> {}
    }
  }

  private void way(Brush brush, NodeLayout node, Socket output) {
    Optional<Point2D> from =
        ActiveGraph.passed(node.face().spec(), output.port().name())
            .flatMap(port -> node.inputs().stream().filter(s -> s.port() == port).findFirst())
            .map(Socket::at);
    if (from.isEmpty()) {
      return;
    }
    GraphicsContext g = brush.g();
    Point2D a = from.get();
    Point2D b = output.at();
    double bend = (b.getX() - a.getX()) / 3;
    g.setLineCap(StrokeLineCap.ROUND);
    g.beginPath();
    g.moveTo(a.getX(), a.getY());
    g.bezierCurveTo(a.getX() + bend, a.getY(), b.getX() - bend, b.getY(), b.getX(), b.getY());
    g.setLineWidth(3);
    g.setStroke(brush.theme().of(palette.of(output.port().type())));
    g.stroke();
  }

  private static void ice(Brush brush, Rectangle2D r) {
    Color ice = brush.theme().of(Hue.SKY);
    brush.fillRound(r, NodePainter.RADIUS, EditorTheme.alpha(ice, 0.10));
    brush.g().setLineDashes(2, 4);
    brush.strokeRound(Brush.grown(r, 2.5), NodePainter.RADIUS + 2.5, 1.4, ice);
    brush.g().setLineDashes();
  }
}
