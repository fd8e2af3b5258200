package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.NodeSpec.Category;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.paint.Color;

/** Colours that are told apart on dark and on light ground. */
public enum Hue {
  SKY("#38bdf8", "#0284c7"),
  EMERALD("#34d399", "#059669"),
  VIOLET("#a78bfa", "#7c3aed"),
  AMBER("#fbbf24", "#d97706"),
  TEAL("#2dd4bf", "#0f766e"),
  ROSE("#fb7185", "#e11d48"),
  ORANGE("#fb923c", "#ea580c"),
  INDIGO("#818cf8", "#4f46e5"),
  LIME("#a3e635", "#4d7c0f"),
  PINK("#f472b6", "#db2777"),
  FUCHSIA("#e879f9", "#a21caf"),
  SLATE("#94a3b8", "#64748b");

  private final Color onDark;
  private final Color onLight;

  Hue(String onDark, String onLight) {
    this.onDark = Color.web(onDark);
    this.onLight = Color.web(onLight);
  }

  /** The colour for a ground. */
  public Color on(boolean darkGround) {
    return darkGround ? onDark : onLight;
  }

  /** The colour of a name in lower case; grey if there is none of it. */
  public static Hue named(String name) {
    return Arrays.stream(values())
        .filter(hue -> hue.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(SLATE);
  }

  /** The colour of a category's nodes. */
  public static Hue of(Category category) {
    return switch (category) {
      case INPUT -> SKY;
      case SCENE -> EMERALD;
      case MODEL -> VIOLET;
      case DIFFUSION -> ORANGE;
      case IMAGE -> TEAL;
      case OUTPUT -> PINK;
      case ANALYSIS -> SLATE;
      case SUBGRAPH -> INDIGO;
    };
  }
}
