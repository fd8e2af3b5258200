package dev.dreamwire.runtime.screen;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;

/**
 * A program with a window, red at the left and green at the right, that plays itself with a robot's
 * keys and mouse until it is ended.
 */
final class SomeGame extends Frame {
  private static final long serialVersionUID = 1;

  static final String TITLE = "Some Game";

  private SomeGame() {
    super(TITLE);
    setUndecorated(true);
    setBounds(50, 40, 320, 200);
  }

  @Override
  public void paint(Graphics g) {
    g.setColor(Color.RED);
    g.fillRect(0, 0, 160, 200);
    g.setColor(Color.GREEN);
    g.fillRect(160, 0, 160, 200);
  }

  /** Entry of the process. */
  public static void main(String[] args) throws AWTException {
    new SomeGame().setVisible(true);
    Robot robot = new Robot();
    while (true) {
      robot.keyPress(KeyEvent.VK_W);
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      robot.delay(40);
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      robot.keyRelease(KeyEvent.VK_W);
      robot.delay(40);
    }
  }
}
