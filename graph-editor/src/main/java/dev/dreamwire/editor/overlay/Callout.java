package dev.dreamwire.editor.overlay;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** A sentence near the pointer that goes away by itself. */
final class Callout extends Label {
  private static final PseudoClass REFUSAL = PseudoClass.getPseudoClass("refusal");
  private static final Duration LONG = Duration.seconds(5);
  private static final double GAP = 16;
  private static final double MAX_WIDTH = 340;

  private final PauseTransition life = new PauseTransition(LONG);

  Callout() {
    getStyleClass().add("callout");
    setAccessibleRole(AccessibleRole.TOOLTIP);
    setWrapText(true);
    setMaxWidth(MAX_WIDTH);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    life.setOnFinished(end -> hide());
  }

  /** Says something for as long as {@link #hide} is not called. */
  void say(String sentence, Point2D at) {
    life.stop();
    show(sentence, at, false);
  }

  /** Says why something cannot be done, for a few seconds. */
  void refuse(String sentence, Point2D at) {
    show(sentence, at, true);
    life.playFromStart();
  }

  /** Whether a refusal is being shown. */
  boolean refusing() {
    return isVisible() && life.getStatus() == PauseTransition.Status.RUNNING;
  }

  private void show(String sentence, Point2D at, boolean refusal) {
    pseudoClassStateChanged(REFUSAL, refusal);
    setText(sentence);
    setAccessibleText(sentence);
    setVisible(true);
    applyCss();
    double width = Math.min(MAX_WIDTH, prefWidth(Region.USE_COMPUTED_SIZE) + 1);
    double height = prefHeight(width);
    Region parent = (Region) getParent();
    double x = Math.min(at.getX() + GAP, parent.getWidth() - width - 4);
    double y = at.getY() + GAP;
    if (y + height > parent.getHeight() - 4) {
      y = at.getY() - GAP - height;
    }
    resizeRelocate(Math.round(Math.max(4, x)), Math.round(Math.max(4, y)), width, height);
  }

  void hide() {
    life.stop();
    setVisible(false);
  }
}
