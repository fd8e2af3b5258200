package dev.dreamwire.runtime.world;

import dev.dreamwire.api.node.Vocabulary;

/** Writes an action vector by its columns' names. */
public final class Action {
  private final float[] values = new float[Vocabulary.OASIS.size()];

  /** An action in which nothing is pressed. */
  public static Action idle() {
    return new Action();
  }

  private Action() {}

  /** Presses a button, for instance {@code forward} or {@code jump}. */
  public Action press(String button) {
    return set(button, 1);
  }

  /** Turns: −1 a full turn of a frame to the left, +1 to the right. */
  public Action turn(double yaw) {
    return set("cameraY", yaw);
  }

  /** Looks: −1 up as far as a frame goes, +1 down. */
  public Action look(double pitch) {
    return set("cameraX", pitch);
  }

  /** Gives a column a value. */
  public Action set(String column, double value) {
    values[Vocabulary.OASIS.column(column)] = (float) value;
    return this;
  }

  /** The vector, a new one each time. */
  public float[] vector() {
    return values.clone();
  }
}
