package dev.dreamwire.runtime.graph;

/**
 * Something on the canvas for people only: what plays is the same without it. Immutable.
 *
 * @param id unique among a graph's annotations
 * @param kind what it is
 * @param text a frame's title, or what a comment says; may have several lines
 * @param colour name of its colour, in lower case; one that is not known is drawn grey
 * @param area on the canvas, in world units
 */
public record Annotation(String id, Kind kind, String text, String colour, Area area) {
  /** What an annotation is. */
  public enum Kind {
    /** A box with a title that carries what lies in it when it is moved. */
    FRAME,
    /** A sheet of text. */
    COMMENT
  }

  /**
   * A rectangle in world units.
   *
   * @param x left edge
   * @param y top edge
   * @param width not negative
   * @param height not negative
   */
  public record Area(double x, double y, double width, double height) {
    /** This rectangle elsewhere. */
    public Area moved(double dx, double dy) {
      return new Area(x + dx, y + dy, width, height);
    }

    /** Whether another lies in this one. */
    public boolean contains(Area other) {
      return other.x >= x
          && other.y >= y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  /** This annotation with another text. */
  public Annotation withText(String newText) {
    return new Annotation(id, kind, newText, colour, area);
  }

  /** This annotation in another colour. */
  public Annotation withColour(String newColour) {
    return new Annotation(id, kind, text, newColour, area);
  }

  /** This annotation elsewhere, or in another size. */
  public Annotation at(Area newArea) {
    return new Annotation(id, kind, text, colour, newArea);
  }
}
