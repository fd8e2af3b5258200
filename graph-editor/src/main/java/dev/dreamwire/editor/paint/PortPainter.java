package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.text.TextSource;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/**
 * Draws ports. The colour says what flows, the shape how it is carried: a disc for numbers of every
 * frame, a diamond for a thing known beforehand, a square for an object; hollow while unwired.
 */
final class PortPainter {
  private static final double RADIUS = 5;
  private static final double LABEL_GAP = 13;
  private static final double DIMMED = 0.22;
  private static final double RING = 10;

  private final PortPalette palette;
  private final TextSource texts;

  PortPainter(PortPalette palette, TextSource texts) {
    this.palette = palette;
    this.texts = texts;
  }

  /** How a port stands out: while a wire is being made, and where the keyboard rests. */
  enum Emphasis {
    NONE,
    FOCUSED,
    OFFERED,
    TARGET,
    DIMMED
  }

  /**
   * Draws a port.
   *
   * @param spec what its node declares; empty to leave its label out
   */
  void paint(
      Brush brush, Optional<NodeSpec> spec, Socket socket, boolean wired, Emphasis emphasis) {
    GraphicsContext g = brush.g();
    g.save();
    if (emphasis == Emphasis.DIMMED) {
      g.setGlobalAlpha(DIMMED * g.getGlobalAlpha());
    }
    Color color = brush.theme().of(palette.of(socket.port().type()));
    if (emphasis == Emphasis.OFFERED || emphasis == Emphasis.TARGET) {
      double halo = emphasis == Emphasis.TARGET ? 13 : 9.5;
      g.setFill(EditorTheme.alpha(color, emphasis == Emphasis.TARGET ? 0.45 : 0.25));
      g.fillOval(socket.at().getX() - halo, socket.at().getY() - halo, 2 * halo, 2 * halo);
    }
    mark(brush, socket, wired, color);
    if (emphasis == Emphasis.FOCUSED) {
      g.setStroke(brush.theme().accent());
      g.setLineWidth(2);
      g.strokeOval(socket.at().getX() - RING, socket.at().getY() - RING, 2 * RING, 2 * RING);
    }
    boolean strong = emphasis == Emphasis.OFFERED || emphasis == Emphasis.FOCUSED;
    spec.ifPresent(of -> label(brush, of, socket, wired || strong));
    g.restore();
  }

  private static void mark(Brush brush, Socket socket, boolean wired, Color color) {
    GraphicsContext g = brush.g();
    double x = socket.at().getX();
    double y = socket.at().getY();
    Color ground = brush.theme().canvas();
    shape(g, socket, x, y, RADIUS + 2);
    g.setFill(ground);
    g.fill();
    shape(g, socket, x, y, wired ? RADIUS : RADIUS - 0.75);
    if (wired || socket.output()) {
      g.setFill(color);
      g.fill();
    } else {
      g.setFill(EditorTheme.alpha(color, 0.18));
      g.fill();
      g.setStroke(color);
      g.setLineWidth(1.6);
      g.stroke();
    }
  }

  private static void shape(GraphicsContext g, Socket socket, double x, double y, double r) {
    g.beginPath();
    switch (socket.port().type().carrier()) {
      case TENSOR -> g.arc(x, y, r, r, 0, 360);
      case HANDLE -> {
        double d = r * 1.25;
        g.moveTo(x, y - d);
        g.lineTo(x + d, y);
        g.lineTo(x, y + d);
        g.lineTo(x - d, y);
      }
      case OBJECT -> {
        double s = r * 0.9;
        g.rect(x - s, y - s, 2 * s, 2 * s);
      }
    }
    g.closePath();
  }

  private void label(Brush brush, NodeSpec spec, Socket socket, boolean strong) {
    Port port = socket.port();
    EditorTheme theme = brush.theme();
    double x = socket.at().getX();
    double y = socket.at().getY();
    double room = NodeLayout.WIDTH / 2 - LABEL_GAP - 4;
    if (spec.inputs().isEmpty() || spec.outputs().isEmpty()) {
      room = NodeLayout.WIDTH - 2 * LABEL_GAP;
    }
    String text = texts.port(spec, port);
    Color color = strong ? theme.text() : theme.muted();
    if (socket.output()) {
      brush.right(text, x - LABEL_GAP, y, room, brush.label(), color);
      return;
    }
    double used = brush.left(text, x + LABEL_GAP, y, room, brush.label(), color);
    double after = x + LABEL_GAP + used;
    switch (port.role()) {
      case FEEDBACK -> brush.icon(Feather.ROTATE_CCW, after + 11, y, 10, theme.muted());
      case START -> brush.icon(Feather.FLAG, after + 11, y, 10, theme.muted());
      case NORMAL -> {
        if (!port.unit().isEmpty()) {
          brush.left(port.unit(), after + 5, y, room - used - 5, brush.small(), theme.muted());
        }
      }
    }
  }
}
