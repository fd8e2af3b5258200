package dev.dreamwire.editor.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Scale;

/** A canvas that has as many more pixels as the window enlarges what it shows. */
final class FineCanvas extends Canvas {
  private final Scale shrunk = new Scale(1, 1);

  FineCanvas() {
    getTransforms().add(shrunk);
  }

  /**
   * Makes it so large and so fine.
   *
   * @param columns its own pixels
   * @param rows its own pixels
   * @return whether it was not yet, so that nothing is left of what was drawn
   */
  boolean fit(double columns, double rows, Fineness fineness) {
    double scale = 1 / fineness.enlarged();
    boolean fits = getWidth() == columns && getHeight() == rows && shrunk.getX() == scale;
    if (!fits) {
      setWidth(columns);
      setHeight(rows);
      shrunk.setX(scale);
      shrunk.setY(scale);
    }
    return !fits;
  }
}
