package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;

/** Shows a picture to whoever hosts the graph. */
final class ViewportNode implements HostType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:viewport", "Viewport", Category.OUTPUT)
        .help("The screen of the game: shows every frame as soon as it is made.")
        .in(Port.of("image", PortType.IMAGE))
        .build();
  }

  @Override
  public HostProcess open(NodeContext context) {
    ViewportSink sink = context.service(ViewportSink.class).orElse((node, image) -> {});
    String id = context.nodeId();
    return frame -> sink.show(id, frame.tensor("image"));
  }
}
