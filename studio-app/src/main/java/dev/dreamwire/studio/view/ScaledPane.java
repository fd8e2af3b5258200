package dev.dreamwire.studio.view;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows something larger or smaller than it is: it has the room that is left at that size. */
public final class ScaledPane extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1);

  /** Shows something at its own size. */
  public ScaledPane(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /**
   * Shows it at another size.
   *
   * @param factor 1 for its own
   */
  public void scale(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
