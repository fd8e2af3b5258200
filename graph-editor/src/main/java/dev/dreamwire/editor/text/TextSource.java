package dev.dreamwire.editor.text;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import java.util.Locale;

/**
 * Names of node types and their parts in the language of the person's window. Every method has a
 * default that says what the type itself says, in English.
 */
public interface TextSource {
  /** The texts that the types themselves bring. */
  TextSource ENGLISH = new TextSource() {};

  /** A type's title. */
  default String title(NodeSpec spec) {
    return spec.title();
  }

  /** A type's help, one paragraph. */
  default String help(NodeSpec spec) {
    return spec.help();
  }

  /** A category's name. */
  default String category(Category category) {
    String name = category.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** A port's label. */
  default String port(NodeSpec spec, Port port) {
    return words(port.name());
  }

  /** A parameter's label. */
  default String param(NodeSpec spec, Param param) {
    return words(param.name());
  }

  /** The name of one of a parameter's choices. */
  default String choice(NodeSpec spec, Param param, String choice) {
    return words(choice);
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}
