package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.NodeSpec.Category;
import org.kordamp.ikonli.feather.Feather;

/** The icons of the palette's groups. */
public final class CategoryIcons {
  private CategoryIcons() {}

  /** The icon of a category. */
  public static Feather of(Category category) {
    return switch (category) {
      case INPUT -> Feather.COMMAND;
      case SCENE -> Feather.MAP;
      case MODEL -> Feather.CPU;
      case DIFFUSION -> Feather.ACTIVITY;
      case IMAGE -> Feather.IMAGE;
      case OUTPUT -> Feather.MONITOR;
      case ANALYSIS -> Feather.BAR_CHART_2;
      case SUBGRAPH -> Feather.LAYERS;
    };
  }
}
