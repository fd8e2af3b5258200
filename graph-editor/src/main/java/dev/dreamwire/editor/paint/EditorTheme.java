package dev.dreamwire.editor.paint;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The colours and type face that the canvas is drawn with, taken from the window's style sheets.
 *
 * @param canvas the ground
 * @param dot the ground's grid
 * @param node a node's body
 * @param border a node's edge
 * @param field a parameter's ground
 * @param text what is read first
 * @param muted what is read second
 * @param accent what is selected
 * @param danger errors
 * @param warning warnings
 * @param family type face
 */
public record EditorTheme(
    Color canvas,
    Color dot,
    Color node,
    Color border,
    Color field,
    Color text,
    Color muted,
    Color accent,
    Color danger,
    Color warning,
    String family) {
  /** Whether the ground is dark. */
  public boolean dark() {
    return canvas.getBrightness() < 0.5;
  }

  /** A hue as it looks on this ground. */
  public Color of(Hue hue) {
    return hue.on(dark());
  }

  /** A node's header in a hue. */
  public Color header(Hue hue) {
    return node.interpolate(of(hue), dark() ? 0.16 : 0.12);
  }

  /** The filled part of a slider in a hue: weak enough that its label is read. */
  public Color filled(Hue hue) {
    return field.interpolate(of(hue), 0.13);
  }

  Font font(double size, FontWeight weight) {
    return Font.font(family, weight, size);
  }

  static Color alpha(Color color, double alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * alpha);
  }
}
