package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.runtime.model.HistoryView;

/** Closes the loop of a game: the frame that was made becomes the past of the next. */
final class HistoryNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:history", "History", Category.DIFFUSION)
        .help(
            """
            The memory of a game. It takes each finished frame and the action that led to it, and hands \
            them out as the past when the next frame is made. Every loop of a graph must pass it. Play \
            starts with the latent that is wired to start.\
            """)
        .in(
            Port.start("start", PortType.LATENT),
            Port.feedback("frame", PortType.LATENT),
            Port.feedback("action", PortType.ACTION))
        .out(Port.of("history", PortType.HISTORY))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    scope.outputHandle(
        "history", HistoryView.of(scope, scope.input("frame"), scope.input("action")));
  }
}
