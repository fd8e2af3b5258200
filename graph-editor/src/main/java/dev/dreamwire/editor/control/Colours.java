package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Colour;
import javafx.scene.paint.Color;

/** Colours of parameters as JavaFX has them. */
public final class Colours {
  private Colours() {}

  /** For the screen. */
  public static Color of(Colour colour) {
    return Color.rgb(colour.rgb() >> 16, colour.rgb() >> 8 & 255, colour.rgb() & 255);
  }

  /** For a parameter; how much is seen through is lost. */
  static Colour of(Color color) {
    return new Colour(
        byteOf(color.getRed()) << 16 | byteOf(color.getGreen()) << 8 | byteOf(color.getBlue()));
  }

  private static int byteOf(double share) {
    return (int) Math.round(255 * share);
  }
}
