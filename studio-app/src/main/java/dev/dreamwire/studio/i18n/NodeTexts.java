package dev.dreamwire.studio.i18n;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.TypeTexts;

/** What node types, their ports and parameters are called in the window. For one thread. */
public final class NodeTexts implements TextSource {
  private final Messages messages;
  private final TypeTexts types;

  /** Texts in the window's language. */
  public NodeTexts(NodeRegistry registry, Messages messages) {
    this.messages = messages;
    this.types = new TypeTexts(registry, messages.locale());
  }

  @Override
  public String title(NodeSpec spec) {
    return types.title(spec);
  }

  @Override
  public String help(NodeSpec spec) {
    return types.help(spec);
  }

  @Override
  public String category(Category category) {
    return messages.get("category." + category.name());
  }

  @Override
  public String port(NodeSpec spec, Port port) {
    return types.port(spec, port);
  }

  @Override
  public String param(NodeSpec spec, Param param) {
    return types.param(spec, param);
  }

  @Override
  public String choice(NodeSpec spec, Param param, String choice) {
    return types.choice(spec, param, choice);
  }
}
