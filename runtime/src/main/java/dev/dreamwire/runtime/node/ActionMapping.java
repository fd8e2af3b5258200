package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.Vocabulary;
import java.util.Set;

/**
 * What keys and mouse stand for, outside a graph: a table as in an Action Map, and how far the
 * mouse moves for the largest turn of a frame. Immutable.
 */
public final class ActionMapping {
  /** The table that an Action Map begins with. */
  public static final String DEFAULT =
      """
      W forward
      S back
      A left
      D right
      SPACE jump
      SHIFT sneak
      CONTROL sprint
      LEFT cameraY -0.5
      RIGHT cameraY 0.5
      UP cameraX -0.5
      DOWN cameraX 0.5
      MOUSE_PRIMARY attack
      MOUSE_SECONDARY use
      MOUSE_MIDDLE pickItem
      E inventory
      Q drop
      F swapHands
      DIGIT1 hotbar.1
      DIGIT2 hotbar.2
      DIGIT3 hotbar.3
      DIGIT4 hotbar.4
      DIGIT5 hotbar.5
      DIGIT6 hotbar.6
      DIGIT7 hotbar.7
      DIGIT8 hotbar.8
      DIGIT9 hotbar.9
      """;

  private static final Vocabulary ACTIONS = Vocabulary.OASIS;
  private static final int PITCH = ACTIONS.column("cameraX");
  private static final int YAW = ACTIONS.column("cameraY");

  private final ActionTableText table;
  private final double mousePixels;

  /**
   * A mapping.
   *
   * @param table lines of a key, an action and perhaps a value
   * @param mousePixels of movement in a frame that make the largest turn, more than 0
   * @throws dev.dreamwire.api.node.NodeException naming the line that is wrong
   */
  public ActionMapping(String table, double mousePixels) {
    this.table = ActionTableText.parse("table", table, ACTIONS);
    this.mousePixels = mousePixels;
  }

  /** Names of the keys and buttons in the table. */
  public Set<String> keys() {
    return table.keys();
  }

  /** The action vector of what is held and how far the mouse moved, a new one each time. */
  public float[] action(Controls controls) {
    float[] action = new float[ACTIONS.size()];
    table.apply(controls, action);
    turn(controls, mousePixels, mousePixels, action);
    return action;
  }

  /**
   * Adds the mouse's movement to an action vector.
   *
   * @param yawPixels that make the largest turn
   * @param pitchPixels that make the largest look down; negative to look up
   */
  static void turn(Controls controls, double yawPixels, double pitchPixels, float[] action) {
    add(action, YAW, controls.mouseX() / yawPixels);
    add(action, PITCH, controls.mouseY() / pitchPixels);
  }

  private static void add(float[] action, int column, double by) {
    action[column] = (float) Math.clamp(action[column] + by, -1, 1);
  }
}
