package dev.dreamwire.runtime.screen;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** X's names for the keys of an Action Map. Stateless. */
final class KeyNames {
  private static final Map<String, List<String>> NAMED =
      Map.ofEntries(
          Map.entry("SPACE", List.of("space")),
          Map.entry("SHIFT", List.of("Shift_L", "Shift_R")),
          Map.entry("CONTROL", List.of("Control_L", "Control_R")),
          Map.entry("ALT", List.of("Alt_L", "Alt_R")),
          Map.entry("LEFT", List.of("Left")),
          Map.entry("RIGHT", List.of("Right")),
          Map.entry("UP", List.of("Up")),
          Map.entry("DOWN", List.of("Down")),
          Map.entry("ENTER", List.of("Return")),
          Map.entry("ESCAPE", List.of("Escape")),
          Map.entry("TAB", List.of("Tab")),
          Map.entry("BACK_SPACE", List.of("BackSpace")),
          Map.entry("COMMA", List.of("comma")),
          Map.entry("PERIOD", List.of("period")),
          Map.entry("SLASH", List.of("slash")),
          Map.entry("PAGE_UP", List.of("Prior")),
          Map.entry("PAGE_DOWN", List.of("Next")),
          Map.entry("HOME", List.of("Home")),
          Map.entry("END", List.of("End")));

  private static final Map<Integer, String> BUTTONS =
      Map.of(
          1, "MOUSE_PRIMARY",
          2, "MOUSE_MIDDLE",
          3, "MOUSE_SECONDARY",
          8, "MOUSE_BACK",
          9, "MOUSE_FORWARD");

  private KeyNames() {}

  /** X's names of a key; empty if there is none, as for buttons. */
  static List<String> keysyms(String key) {
    if (NAMED.containsKey(key)) {
      return NAMED.get(key);
    }
    if (key.matches("[A-Z]")) {
      return List.of(key.toLowerCase(Locale.ROOT));
    }
    if (key.matches("DIGIT\\d")) {
      return List.of(key.substring("DIGIT".length()));
    }
    return key.matches("F\\d{1,2}") ? List.of(key) : List.of();
  }

  /** The name of a mouse button by X's number; empty if it has none. */
  static String button(int number) {
    return BUTTONS.getOrDefault(number, "");
  }

  /** Whether a name is that of a button. */
  static boolean isButton(String key) {
    return BUTTONS.containsValue(key);
  }
}
