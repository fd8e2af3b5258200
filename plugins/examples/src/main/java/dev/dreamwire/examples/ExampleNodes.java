package dev.dreamwire.examples;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeType;
import java.util.List;

/** Offers the examples; named in {@code META-INF/services}, so that it is found. */
public final class ExampleNodes implements NodePack {
  @Override
  public List<NodeType> types() {
    return List.of(new ColourNode(), new MetronomeNode());
  }

  @Override
  public String bundle() {
    return "dev.dreamwire.examples.examples";
  }
}
