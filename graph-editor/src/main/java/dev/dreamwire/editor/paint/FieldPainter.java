package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.editor.text.ValueText;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/** Draws parameters as they look while they are not being edited. */
final class FieldPainter {
  private static final double RADIUS = 6;
  private static final double INSET = 8;
  private static final double LINE = 2;
  private static final double WIDEST_SLIDER = 1e6;

  private final TextSource texts;

  FieldPainter(TextSource texts) {
    this.texts = texts;
  }

  /**
   * Draws one.
   *
   * @param driver what drives it; then that is shown, and no value
   */
  void paint(
      Brush brush,
      NodeFace face,
      Field field,
      boolean hovered,
      Optional<Color> alarm,
      Optional<PortRef> driver) {
    EditorTheme theme = brush.theme();
    Rectangle2D r = field.bounds();
    Object value = face.value(field.param());
    if (driver.isEmpty()) {
      brush.fillRound(r, RADIUS, theme.field());
      fraction(field.param().kind(), value)
          .ifPresent(share -> slider(brush, r, share, Hue.of(face.spec().category())));
    } else {
      brush.g().setLineDashes(3, 3);
      brush.strokeRound(Brush.grown(r, -0.5), RADIUS, 1, EditorTheme.alpha(theme.muted(), 0.6));
      brush.g().setLineDashes();
    }
    if (hovered || alarm.isPresent()) {
      Color edge = alarm.orElse(EditorTheme.alpha(theme.accent(), 0.7));
      brush.strokeRound(Brush.grown(r, -0.5), RADIUS, 1, edge);
    }
    double middle = r.getMinY() + r.getHeight() / 2;
    double used =
        driver.isPresent()
            ? driven(brush, face, field, driver.get())
            : value(brush, face, field, value);
    brush.left(
        texts.param(face.spec(), field.param()),
        r.getMinX() + INSET,
        middle,
        r.getWidth() - 2 * INSET - used - 8,
        brush.label(),
        theme.muted());
  }

  private double value(Brush brush, NodeFace face, Field field, Object value) {
    Rectangle2D r = field.bounds();
    double middle = r.getMinY() + r.getHeight() / 2;
    double right = r.getMaxX() - INSET;
    return switch (field.param().kind()) {
      case Param.BoolKind k -> toggle(brush, right, middle, Boolean.TRUE.equals(value));
      case Param.ChoiceKind k -> withIcon(brush, face, field, value, Feather.CHEVRON_DOWN);
      case Param.FileKind k -> withIcon(brush, face, field, value, Feather.FILE);
      case Param.ColourKind k when k.problem(value) == null ->
          ValuePainter.swatch(brush, Colour.parse((String) value), right, middle);
      case Param.CurveKind k when k.problem(value) == null ->
          ValuePainter.curve(
              brush, k, Curve.parse((String) value), right, middle, Hue.of(face.spec().category()));
      case Param.KeyKind k when k.problem(value) == null && !"".equals(value) ->
          ValuePainter.key(
              brush,
              ValueText.of(value, face.spec(), field.param(), texts),
              r.getWidth() / 2,
              right,
              middle);
      default -> plain(brush, face, field, value, right, middle);
    };
  }

  /** What drives it, with a link instead of the widget. */
  private double driven(Brush brush, NodeFace face, Field field, PortRef driver) {
    Rectangle2D r = field.bounds();
    double right = r.getMaxX() - INSET;
    double middle = r.getMinY() + r.getHeight() / 2;
    brush.icon(Feather.LINK_2, right - 6, middle, 12, brush.theme().muted());
    double room = room(brush, face, field, right - 18);
    return 18
        + brush.right(
            driver.node(), right - 18, middle, room, brush.label(), brush.theme().muted());
  }

  /** How far along its range a number is; empty where a slider would say nothing. */
  static OptionalDouble fraction(Param.Kind kind, Object value) {
    if (!(value instanceof Number number)) {
      return OptionalDouble.empty();
    }
    return switch (kind) {
      case Param.IntKind(long min, long max) -> share(number.doubleValue(), min, max);
      case Param.FloatKind(double min, double max) -> share(number.doubleValue(), min, max);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble share(double value, double min, double max) {
    return max > min && max - min <= WIDEST_SLIDER
        ? OptionalDouble.of(Math.clamp((value - min) / (max - min), 0, 1))
        : OptionalDouble.empty();
  }

  private static void slider(Brush brush, Rectangle2D r, double share, Hue hue) {
    Color color = brush.theme().of(hue);
    double width = r.getWidth() * share;
    if (width < 2 * RADIUS) {
      return;
    }
    brush.fillRound(
        new Rectangle2D(r.getMinX(), r.getMinY(), width, r.getHeight()),
        RADIUS,
        brush.theme().filled(hue));
    brush.g().setFill(color);
    brush.g().fillRect(r.getMinX() + RADIUS / 2, r.getMaxY() - LINE, width - RADIUS, LINE);
  }

  private double plain(
      Brush brush, NodeFace face, Field field, Object value, double right, double middle) {
    double room = room(brush, face, field, right);
    String unit = field.param().unit();
    double used = 0;
    if (!unit.isEmpty()) {
      used = brush.right(unit, right, middle, room, brush.small(), brush.theme().muted()) + 4;
    }
    return used
        + brush.right(
            ValueText.of(value, face.spec(), field.param(), texts),
            right - used,
            middle,
            room - used,
            brush.strong(),
            brush.theme().text());
  }

  /** What the label leaves, and never less than half. */
  private double room(Brush brush, NodeFace face, Field field, double right) {
    double label = brush.width(texts.param(face.spec(), field.param()), brush.label());
    double left = field.bounds().getMinX() + INSET;
    return Math.max(field.bounds().getWidth() / 2, right - left - label - INSET);
  }

  private double withIcon(Brush brush, NodeFace face, Field field, Object value, Feather icon) {
    double right = field.bounds().getMaxX() - INSET;
    double middle = field.bounds().getMinY() + field.bounds().getHeight() / 2;
    brush.icon(icon, right - 5, middle, 12, brush.theme().muted());
    return 16 + plain(brush, face, field, value, right - 16, middle);
  }

  private static double toggle(Brush brush, double right, double middle, boolean on) {
    EditorTheme theme = brush.theme();
    double width = 28;
    Rectangle2D track = new Rectangle2D(right - width, middle - 8, width, 16);
    brush.fillRound(track, 8, on ? theme.accent() : EditorTheme.alpha(theme.muted(), 0.45));
    double x = on ? track.getMaxX() - 8 : track.getMinX() + 8;
    brush.g().setFill(Color.WHITE);
    brush.g().fillOval(x - 5.5, middle - 5.5, 11, 11);
    return width;
  }
}
