package dev.dreamwire.api.node;

import java.util.Locale;

/**
 * An opaque colour in sRGB. Immutable.
 *
 * @param rgb {@code 0xRRGGBB}
 */
public record Colour(int rgb) {
  /** Drops what is above 24 bits. */
  public Colour {
    rgb &= 0xffffff;
  }

  /**
   * Reads {@code #rrggbb}, in letters of any case.
   *
   * @throws IllegalArgumentException if the text is no colour
   */
  public static Colour parse(String text) {
    if (!text.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("a colour is written #rrggbb, not " + text);
    }
    return new Colour(Integer.parseInt(text.substring(1), 16));
  }

  /** As it is stored: {@code #rrggbb} in lower case. */
  public String text() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** Share of red, 0..1. */
  public double red() {
    return (rgb >> 16) / 255.0;
  }

  /** Share of green, 0..1. */
  public double green() {
    return (rgb >> 8 & 255) / 255.0;
  }

  /** Share of blue, 0..1. */
  public double blue() {
    return (rgb & 255) / 255.0;
  }
}
