package dev.dreamwire.studio.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** How large the interface is, in percent of its usual size. */
public final class InterfaceScale {
  /** The sizes to choose from, rising. */
  public static final List<Integer> STEPS = List.of(75, 90, 100, 110, 125, 150, 175, 200);

  /** The usual size. */
  public static final int USUAL = 100;

  private static final double FONT = 13;

  private InterfaceScale() {}

  /** The next larger size, or the largest. */
  public static int larger(int percent) {
    return STEPS.stream().filter(step -> step > percent).findFirst().orElse(STEPS.getLast());
  }

  /** The next smaller size, or the smallest. */
  public static int smaller(int percent) {
    return STEPS.reversed().stream()
        .filter(step -> step < percent)
        .findFirst()
        .orElse(STEPS.getFirst());
  }

  /** A size that is allowed: none is so small or so large that nobody could change it back. */
  public static int allowed(int percent) {
    return Math.clamp(percent, STEPS.getFirst(), STEPS.getLast());
  }

  /**
   * The address of a style sheet that gives menus, tips and dialogs letters of a size. These are
   * windows of their own; what lies in the studio's window is enlarged as a whole.
   */
  public static String stylesheet(int percent) {
    String css =
        String.format(
            Locale.ROOT,
            ".root, .context-menu, .tooltip, .combo-box-popup { -fx-font-size: %.1f; }"
                + " .studio { -fx-font-size: %.1f; }",
            FONT * percent / 100,
            FONT);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
