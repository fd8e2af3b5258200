package dev.dreamwire.studio.viewport;

import dev.dreamwire.studio.play.InputState;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;

/**
 * Gives a region's keys and mouse to the game, from a click until Esc. While captured, the pointer
 * is hidden and put back to the middle before it leaves the region, so that a person can turn for
 * ever.
 */
final class InputCapture {
  /** How far from the middle the pointer may go, as a share of the region's size. */
  private static final double LEASH = 0.25;

  private final Region region;
  private final InputState input;
  private final ReadOnlyBooleanWrapper captured = new ReadOnlyBooleanWrapper();
  private Robot robot;
  private double lastX;
  private double lastY;
  private boolean jumping;

  InputCapture(Region region, InputState input) {
    this.region = region;
    this.input = input;
    region.setFocusTraversable(true);
    region.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    region.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    region.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    region.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
    region.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    region.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    region.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    region.focusedProperty().subscribe(focused -> releaseUnless(focused));
  }

  /** Whether the game has keys and mouse. */
  ReadOnlyBooleanProperty capturedProperty() {
    return captured.getReadOnlyProperty();
  }

  /** Gives keys and mouse to the game. */
  void capture() {
    region.requestFocus();
    region.setCursor(Cursor.NONE);
    captured.set(true);
    robot = new Robot();
    lastX = robot.getMouseX();
    lastY = robot.getMouseY();
    jumping = false;
  }

  /** Takes them back. */
  void release() {
    releaseUnless(false);
  }

  private void releaseUnless(boolean keep) {
    if (!keep && captured.get()) {
      captured.set(false);
      region.setCursor(Cursor.DEFAULT);
      input.releaseAll();
    }
  }

  private void pressed(MouseEvent e) {
    if (captured.get()) {
      input.press("MOUSE_" + e.getButton().name());
    } else {
      capture();
      lastX = e.getScreenX();
      lastY = e.getScreenY();
    }
    e.consume();
  }

  private void released(MouseEvent e) {
    if (captured.get()) {
      input.release("MOUSE_" + e.getButton().name());
      e.consume();
    }
  }

  private void moved(MouseEvent e) {
    if (!captured.get()) {
      return;
    }
    e.consume();
    Bounds bounds = region.localToScreen(region.getLayoutBounds());
    double x = e.getScreenX();
    double y = e.getScreenY();
    if (jumping && nearer(x, y, bounds.getCenterX(), bounds.getCenterY())) {
      jumping = false;
    } else {
      input.move(x - lastX, y - lastY);
    }
    lastX = x;
    lastY = y;
    boolean leaving =
        Math.abs(x - bounds.getCenterX()) > bounds.getWidth() * LEASH
            || Math.abs(y - bounds.getCenterY()) > bounds.getHeight() * LEASH;
    if (leaving && !jumping) {
      robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
      jumping = true;
    }
  }

  /** Moves that were under way before the pointer was put back come first; they still count. */
  private boolean nearer(double x, double y, double centreX, double centreY) {
    return Math.hypot(x - centreX, y - centreY) < Math.hypot(x - lastX, y - lastY);
  }

  private void keyPressed(KeyEvent e) {
    if (!captured.get()) {
      if (e.getCode() == KeyCode.ENTER) {
        capture();
        e.consume();
      }
      return;
    }
    if (e.getCode() == KeyCode.ESCAPE) {
      release();
    } else if (e.getCode() != KeyCode.F11) {
      input.press(e.getCode().name());
    } else {
      return;
    }
    e.consume();
  }

  private void keyReleased(KeyEvent e) {
    if (captured.get()) {
      input.release(e.getCode().name());
      e.consume();
    }
  }

  private void keyTyped(KeyEvent e) {
    if (captured.get()) {
      e.consume();
    }
  }
}
