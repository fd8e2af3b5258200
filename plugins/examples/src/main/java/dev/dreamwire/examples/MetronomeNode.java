package dev.dreamwire.examples;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import java.util.Arrays;
import java.util.Map;

/**
 * Does one thing at a steady beat. A host node: plain Java that runs once a frame, with a buffer of
 * its own that it fills anew and hands out.
 */
final class MetronomeNode implements HostType {
  private static final Vocabulary ACTIONS = Vocabulary.OASIS;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("examples:metronome", "Metronome", Category.INPUT)
        .help(
            """
            Does one thing in every so many frames, for example a jump a second. Wire it where the \
            Action Map is wired.\
            """)
        .out(Port.of("action", PortType.ACTION))
        .param(
            Param.choice("does", ACTIONS.names(), "jump", false),
            Param.integer("every", 1, 1000, 20, true).in("frames"))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("action", Shape.of(ACTIONS.size()));
  }

  @Override
  public HostProcess open(NodeContext context) {
    int column = ACTIONS.column(context.params().text("does"));
    float[] action = new float[ACTIONS.size()];
    TensorView view = TensorView.of(Shape.of(ACTIONS.size()), action);
    return frame -> {
      Arrays.fill(action, 0);
      boolean beat = Math.max(0, frame.index()) % frame.params().integer("every") == 0;
      action[column] = beat ? 1 : 0;
      frame.output("action", view);
    };
  }
}
