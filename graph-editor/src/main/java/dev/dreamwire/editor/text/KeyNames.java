package dev.dreamwire.editor.text;

import javafx.scene.input.KeyCode;

/** What keys and mouse buttons are called on screen. */
public final class KeyNames {
  private static final String MOUSE = "MOUSE_";

  private KeyNames() {}

  /** A key for people; a name that this keyboard does not know as it is stored. */
  public static String of(String key, EditorTexts texts) {
    if (key.startsWith(MOUSE)) {
      return switch (key) {
        case "MOUSE_PRIMARY", "MOUSE_SECONDARY", "MOUSE_MIDDLE" -> texts.get("key." + key);
        default -> key;
      };
    }
    try {
      return KeyCode.valueOf(key).getName();
    } catch (IllegalArgumentException unknown) {
      return key;
    }
  }
}
