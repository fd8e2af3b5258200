package dev.dreamwire.studio.i18n;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.text.TextSource;

/** What node types, their ports and parameters are called in the window. */
public final class NodeTexts implements TextSource {
  private final Messages messages;

  /** Texts in a language. */
  public NodeTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String category(Category category) {
    return messages.get("category." + category.name());
  }

  @Override
  public String param(NodeSpec spec, Param param) {
    String words = TextSource.super.param(spec, param);
    return words.substring(0, 1).toUpperCase(messages.locale()) + words.substring(1);
  }
}
