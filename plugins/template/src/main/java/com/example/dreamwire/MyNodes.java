package com.example.dreamwire;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeType;
import java.util.List;

/** The nodes of this plugin; named in {@code META-INF/services}, so that the studio finds it. */
public final class MyNodes implements NodePack {
  @Override
  public List<NodeType> types() {
    return List.of(new NegativeNode());
  }

  @Override
  public String bundle() {
    return "com.example.dreamwire.nodes";
  }
}
