package dev.dreamwire.editor.paint;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Draws text that fits, icons and rounded boxes. Window thread only. */
final class Brush {
  private static final int KEPT = 4000;

  private record Fitted(String text, Font font, double width) {}

  private final GraphicsContext g;
  private final Text ruler = new Text();
  private final Map<Feather, String> glyphs = new EnumMap<>(Feather.class);
  private final String iconFamily = iconFamily();
  private final Map<Fitted, String> fitted = kept();
  private final Map<Fitted, Double> widths = kept();
  private EditorTheme theme;
  private Font title;
  private Font label;
  private Font strong;
  private Font small;

  Brush(GraphicsContext g) {
    this.g = g;
  }

  private static <V> Map<Fitted, V> kept() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Fitted, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  private static String iconFamily() {
    return IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
        .resolve(Feather.ACTIVITY.getDescription())
        .getFontFamily();
  }

  void use(EditorTheme newTheme) {
    if (newTheme.equals(theme)) {
      return;
    }
    theme = newTheme;
    title = theme.font(12.5, FontWeight.BOLD);
    label = theme.font(12, FontWeight.NORMAL);
    strong = theme.font(12, FontWeight.MEDIUM);
    small = theme.font(10.5, FontWeight.NORMAL);
  }

  GraphicsContext g() {
    return g;
  }

  EditorTheme theme() {
    return theme;
  }

  Font title() {
    return title;
  }

  Font label() {
    return label;
  }

  Font strong() {
    return strong;
  }

  Font small() {
    return small;
  }

  /** Writes text from {@code x} on, cut to a width; returns the width it took. */
  double left(String text, double x, double middle, double width, Font font, Color color) {
    return write(text, x, middle, width, font, color, TextAlignment.LEFT);
  }

  /** Writes text up to {@code x}, cut to a width; returns the width it took. */
  double right(String text, double x, double middle, double width, Font font, Color color) {
    return write(text, x, middle, width, font, color, TextAlignment.RIGHT);
  }

  /** Writes text around {@code x}, cut to a width; returns the width it took. */
  double centred(String text, double x, double middle, double width, Font font, Color color) {
    return write(text, x, middle, width, font, color, TextAlignment.CENTER);
  }

  private double write(
      String text,
      double x,
      double middle,
      double width,
      Font font,
      Color color,
      TextAlignment alignment) {
    String fit = fit(text, font, width);
    g.setFont(font);
    g.setFill(color);
    g.setTextAlign(alignment);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(fit, x, middle);
    return width(fit, font);
  }

  private String fit(String text, Font font, double width) {
    if (width(text, font) <= width) {
      return text;
    }
    return fitted.computeIfAbsent(
        new Fitted(text, font, width),
        key -> {
          int end = text.length();
          while (end > 0 && measure(text.substring(0, end) + "…", font) > width) {
            end--;
          }
          return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
        });
  }

  double width(String text, Font font) {
    return widths.computeIfAbsent(new Fitted(text, font, 0), key -> measure(text, font));
  }

  private double measure(String text, Font font) {
    ruler.setFont(font);
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  /** Draws an icon around a point. */
  void icon(Feather icon, double x, double y, double size, Color color) {
    g.setFont(Font.font(iconFamily, size));
    g.setFill(color);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(glyphs.computeIfAbsent(icon, i -> Character.toString(i.getCode())), x, y);
  }

  void fillRound(Rectangle2D r, double radius, Color color) {
    g.setFill(color);
    g.fillRoundRect(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight(), 2 * radius, 2 * radius);
  }

  /** Fills a box with a round top. Clipping a round box would cost ten times as much. */
  void fillTopRound(Rectangle2D r, double radius, Color color) {
    double left = r.getMinX();
    double top = r.getMinY();
    double right = r.getMaxX();
    double bottom = r.getMaxY();
    g.setFill(color);
    g.beginPath();
    g.moveTo(left, bottom);
    g.arcTo(left, top, right, top, radius);
    g.arcTo(right, top, right, bottom, radius);
    g.lineTo(right, bottom);
    g.closePath();
    g.fill();
  }

  void strokeRound(Rectangle2D r, double radius, double width, Color color) {
    g.setStroke(color);
    g.setLineWidth(width);
    g.strokeRoundRect(
        r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight(), 2 * radius, 2 * radius);
  }

  /** A rectangle grown by so much at each side. */
  static Rectangle2D grown(Rectangle2D r, double by) {
    return new Rectangle2D(
        r.getMinX() - by,
        r.getMinY() - by,
        Math.max(0, r.getWidth() + 2 * by),
        Math.max(0, r.getHeight() + 2 * by));
  }
}
