package dev.dreamwire.api.node;

import java.util.List;

/**
 * The names of an action vector's columns, in the order a model was trained with.
 *
 * @param names one a column
 */
public record Vocabulary(List<String> names) {
  /**
   * The 25 actions of Oasis and VPT. Buttons are 0 or 1; {@code cameraX} is pitch (+ looks down)
   * and {@code cameraY} is yaw (+ looks right), both −1..1 (etched-ai/open-oasis, utils.py and
   * issue 35).
   */
  public static final Vocabulary OASIS =
      new Vocabulary(
          List.of(
              "inventory",
              "ESC",
              "hotbar.1",
              "hotbar.2",
              "hotbar.3",
              "hotbar.4",
              "hotbar.5",
              "hotbar.6",
              "hotbar.7",
              "hotbar.8",
              "hotbar.9",
              "forward",
              "back",
              "left",
              "right",
              "cameraX",
              "cameraY",
              "jump",
              "sneak",
              "sprint",
              "swapHands",
              "attack",
              "use",
              "pickItem",
              "drop"));

  public Vocabulary {
    names = List.copyOf(names);
  }

  /** Number of columns. */
  public int size() {
    return names.size();
  }

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int column(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no action is called " + name + "; there are " + names);
    }
    return at;
  }
}
