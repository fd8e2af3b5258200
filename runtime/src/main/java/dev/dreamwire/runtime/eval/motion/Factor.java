package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.world.Player;
import java.util.List;

/**
 * One thing that an action decides, and its classes. A command that the true world did not follow,
 * such as walking against a wall, cannot be read from pictures and has no class.
 */
public enum Factor {
  /** The view turns. */
  TURN(List.of("turn-none", "turn-left", "turn-right")),
  /** The view tilts. */
  LOOK(List.of("look-none", "look-up", "look-down")),
  /** The body walks along the view. */
  WALK(List.of("walk-none", "back", "forward")),
  /** The body walks across the view. */
  STRAFE(List.of("strafe-none", "left", "right")),
  /** The body leaves the ground. */
  JUMP(List.of("jump-none", "jump"));

  /** What {@link #label} gives where pictures cannot tell. */
  public static final int UNTOLD = -1;

  private static final double STANDS = 0.05;
  private final List<String> classes;

  Factor(List<String> classes) {
    this.classes = classes;
  }

  /** Names of the classes; the first is that in which nothing is done. */
  public List<String> classes() {
    return classes;
  }

  /** Classes of all factors together. */
  public static int allClasses() {
    int sum = 0;
    for (Factor factor : values()) {
      sum += factor.classes.size();
    }
    return sum;
  }

  /** Number of this factor's first class among all. */
  public int offset() {
    int sum = 0;
    for (int i = 0; i < ordinal(); i++) {
      sum += values()[i].classes.size();
    }
    return sum;
  }

  /**
   * The class of a true step.
   *
   * @param before the player in the true world
   * @param after the player one frame later
   * @return a class's number, or {@link #UNTOLD}
   */
  public int label(float[] action, Player before, Player after) {
    boolean stands = Math.hypot(after.vx(), after.vz()) < STANDS;
    return switch (this) {
      case TURN -> sign(at(action, "cameraY"));
      case LOOK -> {
        int side = sign(at(action, "cameraX"));
        yield side != 0 && before.pitch() == after.pitch() ? UNTOLD : side;
      }
      case WALK -> moving(at(action, "forward") - at(action, "back"), stands);
      case STRAFE -> moving(at(action, "right") - at(action, "left"), stands);
      case JUMP -> at(action, "jump") < 0.5 ? 0 : before.onGround() ? 1 : UNTOLD;
    };
  }

  private static int moving(double way, boolean stands) {
    int side = sign(way);
    return side != 0 && stands ? UNTOLD : side;
  }

  /** 0 for nothing, 1 for −, 2 for +. */
  private static int sign(double value) {
    return value < 0 ? 1 : value > 0 ? 2 : 0;
  }

  private static double at(float[] action, String column) {
    return action[Vocabulary.OASIS.column(column)];
  }
}
