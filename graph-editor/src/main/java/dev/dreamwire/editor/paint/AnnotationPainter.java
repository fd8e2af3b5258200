package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Kind;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/** Draws frames and comments, below wires and nodes. */
final class AnnotationPainter {
  private static final double RADIUS = 12;
  private static final double INSET = 12;
  private static final double LINE = 18;

  private AnnotationPainter() {}

  static void paint(Brush brush, Annotation annotation, boolean selected) {
    EditorTheme theme = brush.theme();
    Annotation.Area area = annotation.area();
    Rectangle2D r = new Rectangle2D(area.x(), area.y(), area.width(), area.height());
    Color color = theme.of(Hue.named(annotation.colour()));
    boolean frame = annotation.kind() == Kind.FRAME;
    brush.fillRound(r, RADIUS, EditorTheme.alpha(color, frame ? 0.07 : 0.16));
    if (frame) {
      brush.fillTopRound(
          new Rectangle2D(r.getMinX(), r.getMinY(), r.getWidth(), GraphLayout.TITLE),
          RADIUS,
          EditorTheme.alpha(color, 0.22));
      brush.left(
          annotation.text(),
          r.getMinX() + INSET,
          r.getMinY() + GraphLayout.TITLE / 2,
          r.getWidth() - 2 * INSET,
          brush.title(),
          theme.text());
    } else {
      text(brush, annotation.text(), r);
    }
    Color edge = selected ? theme.accent() : EditorTheme.alpha(color, 0.55);
    brush.strokeRound(Brush.grown(r, -0.5), RADIUS, selected ? 2 : 1, edge);
    grip(brush, r, edge);
  }

  private static void grip(Brush brush, Rectangle2D r, Color color) {
    brush.g().setStroke(color);
    brush.g().setLineWidth(1.2);
    for (double back : new double[] {6, 10}) {
      brush
          .g()
          .strokeLine(r.getMaxX() - back, r.getMaxY() - 4, r.getMaxX() - 4, r.getMaxY() - back);
    }
  }

  private static void text(Brush brush, String text, Rectangle2D r) {
    double room = r.getWidth() - 2 * INSET;
    double y = r.getMinY() + INSET + LINE / 2;
    for (String line : lines(brush, text, room)) {
      if (y + LINE / 2 > r.getMaxY()) {
        return;
      }
      brush.left(line, r.getMinX() + INSET, y, room, brush.label(), brush.theme().text());
      y += LINE;
    }
  }

  /** Breaks a text where its language allows it. */
  private static List<String> lines(Brush brush, String text, double room) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      BreakIterator breaks = BreakIterator.getLineInstance();
      breaks.setText(paragraph);
      int from = 0;
      int last = 0;
      for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
        String more = paragraph.substring(from, at).stripTrailing();
        if (last > from && brush.width(more, brush.label()) > room) {
          lines.add(paragraph.substring(from, last).stripTrailing());
          from = last;
        }
        last = at;
      }
      lines.add(paragraph.substring(from).stripTrailing());
    }
    return lines;
  }
}
