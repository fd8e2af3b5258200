package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.editor.text.ValueText;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import dev.dreamwire.runtime.graph.Problem;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/** Draws nodes. */
final class NodePainter {
  static final double RADIUS = 10;
  private static final double INSET = NodeLayout.INSET;

  /**
   * What is known about a node besides its layout.
   *
   * @param selected whether it is selected
   * @param idle whether it is not computed
   * @param problem its worst problem
   * @param millis how long it takes a frame; null if that is not known
   * @param hover what is under the pointer
   * @param wires what is wired to what
   * @param emphasis how a port stands out
   */
  record Look(
      boolean selected,
      boolean idle,
      Optional<Problem> problem,
      Double millis,
      Hit hover,
      Wires wires,
      Function<Socket, PortPainter.Emphasis> emphasis) {}

  private final Shadow onDark = new Shadow(0.75);
  private final Shadow onLight = new Shadow(0.22);
  private final TextSource texts;
  private final EditorTexts uiTexts;
  private final PortPainter ports;
  private final FieldPainter fields;
  private final StatePainter states;

  NodePainter(PortPalette palette, TextSource texts, EditorTexts uiTexts) {
    this.texts = texts;
    this.uiTexts = uiTexts;
    this.ports = new PortPainter(palette, texts);
    this.fields = new FieldPainter(texts);
    this.states = new StatePainter(palette);
  }

  void paint(Brush brush, NodeLayout node, Look look) {
    boolean hovered = look.hover() instanceof Hit.OnNode(var over) && over.id().equals(node.id());
    frame(brush, node, look.selected(), hovered);
    // Only what lies on the body: a pale shadow or edge would be no node any more.
    brush.g().setGlobalAlpha(StatePainter.alpha(node, look.idle()));
    header(brush, node, look);
    node.picture().ifPresent(room -> emptyPicture(brush, room));
    for (Socket socket : node.ports().toList()) {
      ports.paint(
          brush,
          Optional.of(node.face().spec()).filter(spec -> !node.collapsed()),
          socket,
          look.wires().at(socket),
          look.emphasis().apply(socket));
    }
    for (Socket socket : node.paramInputs()) {
      if (shows(socket, look)) {
        ports.paint(
            brush,
            Optional.empty(),
            socket,
            look.wires().at(socket),
            look.emphasis().apply(socket));
      }
    }
    for (Field field : node.fields()) {
      boolean over = look.hover() instanceof Hit.OnField(var f) && f.equals(field);
      Optional<Color> alarm =
          look.problem()
              .filter(p -> p.port().equals(field.param().name()))
              .map(p -> alarm(brush.theme(), p));
      fields.paint(brush, node.face(), field, over, alarm, look.wires().into(field.ref()));
    }
    brush.g().setGlobalAlpha(1);
    states.over(brush, node);
    if (!node.face().known() && !node.collapsed()) {
      brush.left(
          uiTexts.get("node.unknown"),
          node.bounds().getMinX() + INSET + 4,
          node.bounds().getMaxY() - NodeLayout.ROW / 2 - 4,
          NodeLayout.WIDTH - 2 * INSET,
          brush.label(),
          brush.theme().muted());
    }
  }

  /** A parameter's input is hidden until it has a wire, could have one, or is pointed at. */
  private static boolean shows(Socket socket, Look look) {
    boolean pointedAt =
        switch (look.hover()) {
          case Hit.OnSocket(var over) -> over.equals(socket);
          case Hit.OnField(var over) -> over.ref().equals(socket.ref());
          default -> false;
        };
    return pointedAt
        || look.wires().at(socket)
        || switch (look.emphasis().apply(socket)) {
          case FOCUSED, OFFERED, TARGET -> true;
          case NONE, DIMMED -> false;
        };
  }

  private void frame(Brush brush, NodeLayout node, boolean selected, boolean hovered) {
    GraphicsContext g = brush.g();
    EditorTheme theme = brush.theme();
    Rectangle2D r = node.bounds();
    (theme.dark() ? onDark : onLight).paint(g, r);
    if (selected) {
      for (int ring = 4; ring > 0; ring--) {
        brush.strokeRound(
            Brush.grown(r, ring), RADIUS + ring, 2, EditorTheme.alpha(theme.accent(), 0.28 / ring));
      }
    }
    Hue hue = Hue.of(node.face().spec().category());
    if (node.face().composite()) {
      stack(brush, r, theme.of(hue));
    }
    brush.fillRound(r, RADIUS, theme.node());
    if (node.collapsed()) {
      brush.fillRound(r, RADIUS, theme.header(hue));
    } else {
      brush.fillTopRound(
          new Rectangle2D(r.getMinX(), r.getMinY(), r.getWidth(), NodeLayout.HEADER),
          RADIUS,
          theme.header(hue));
      g.setFill(EditorTheme.alpha(theme.of(hue), 0.35));
      g.fillRect(r.getMinX(), r.getMinY() + NodeLayout.HEADER - 1, r.getWidth(), 1);
    }
    Color edge =
        selected
            ? theme.accent()
            : hovered ? theme.border().interpolate(theme.accent(), 0.55) : theme.border();
    if (!node.face().known() || node.face().node().state().mode() == Mode.MUTED) {
      g.setLineDashes(5, 4);
    }
    brush.strokeRound(Brush.grown(r, -0.5), RADIUS - 0.5, selected ? 1.6 : 1, edge);
    g.setLineDashes();
  }

  /** The edges of two more sheets below an instance: there are nodes in it. */
  private static void stack(Brush brush, Rectangle2D r, Color color) {
    for (int sheet = 2; sheet > 0; sheet--) {
      double aside = 4 * sheet;
      Rectangle2D below =
          new Rectangle2D(
              r.getMinX() + aside, r.getMinY() + aside, r.getWidth() - 2 * aside, r.getHeight());
      brush.fillRound(below, RADIUS, brush.theme().node());
      brush.strokeRound(
          Brush.grown(below, -0.5), RADIUS - 0.5, 1, EditorTheme.alpha(color, 0.9 - 0.25 * sheet));
    }
  }

  private void header(Brush brush, NodeLayout node, Look look) {
    EditorTheme theme = brush.theme();
    Rectangle2D r = node.bounds();
    double middle = r.getMinY() + NodeLayout.HEADER / 2;
    Hue hue = Hue.of(node.face().spec().category());
    Feather icon =
        node.face().known() ? CategoryIcons.of(node.face().spec().category()) : Feather.HELP_CIRCLE;
    brush.icon(icon, r.getMinX() + INSET + 7, middle, 15, theme.of(hue));
    double right = r.getMaxX() - INSET;
    if (look.problem().isPresent()) {
      badge(brush, node.badge(), look.problem().get());
      right = node.badge().getMinX() - 4;
    }
    if (look.millis() != null) {
      String time = ValueText.millis(look.millis()) + " ms";
      right -= brush.right(time, right, middle, 70, brush.small(), theme.text()) + 6;
    }
    if (node.face().composite() && node.face().known()) {
      String inner = uiTexts.get("node.inner", node.face().inner());
      right -= brush.right(inner, right, middle, 60, brush.small(), theme.muted()) + 6;
    }
    brush.g().setGlobalAlpha(1);
    right = states.marks(brush, node, right);
    brush.g().setGlobalAlpha(StatePainter.alpha(node, look.idle()));
    double left = r.getMinX() + INSET + 21;
    brush.left(
        texts.title(node.face().spec()), left, middle, right - left, brush.title(), theme.text());
  }

  /** What is seen of a picture's place until there is one. */
  private void emptyPicture(Brush brush, Rectangle2D room) {
    brush.fillRound(room, 4, brush.theme().field());
    brush.centred(
        uiTexts.get("node.noPicture"),
        room.getMinX() + room.getWidth() / 2,
        room.getMinY() + room.getHeight() / 2,
        room.getWidth() - 2 * INSET,
        brush.small(),
        brush.theme().muted());
  }

  private static void badge(Brush brush, Rectangle2D r, Problem problem) {
    brush.g().setFill(alarm(brush.theme(), problem));
    brush.g().fillOval(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
    double x = r.getMinX() + r.getWidth() / 2;
    double y = r.getMinY() + r.getHeight() / 2;
    brush.g().setFill(Color.WHITE);
    brush.g().fillRoundRect(x - 1, y - 5, 2, 6.5, 2, 2);
    brush.g().fillOval(x - 1.2, y + 3, 2.4, 2.4);
  }

  private static Color alarm(EditorTheme theme, Problem problem) {
    return problem.severity() == Problem.Severity.ERROR ? theme.danger() : theme.warning();
  }

  /** Draws a node from far away: a box and, if there is room, its title. */
  void paintFar(Brush brush, NodeLayout node, Rectangle2D screen, Look look, boolean titled) {
    EditorTheme theme = brush.theme();
    GraphicsContext g = brush.g();
    Color color = theme.of(Hue.of(node.face().spec().category()));
    Color edge =
        look.problem()
            .map(p -> alarm(theme, p))
            .orElse(look.selected() ? theme.accent() : theme.border());
    double strip = Math.max(3, NodeLayout.HEADER * screen.getWidth() / NodeLayout.WIDTH);
    g.setFill(theme.node().interpolate(color, 0.10));
    g.fillRect(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    g.setFill(EditorTheme.alpha(color, 0.75 * StatePainter.alpha(node, look.idle())));
    g.fillRect(screen.getMinX(), screen.getMinY(), screen.getWidth(), strip);
    g.setStroke(edge);
    g.setLineWidth(look.selected() ? 2 : 1);
    g.strokeRect(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    if (titled) {
      brush.centred(
          texts.title(node.face().spec()),
          screen.getMinX() + screen.getWidth() / 2,
          screen.getMinY() + strip + (screen.getHeight() - strip) / 2,
          screen.getWidth() - 6,
          brush.small(),
          theme.text());
    }
  }
}
