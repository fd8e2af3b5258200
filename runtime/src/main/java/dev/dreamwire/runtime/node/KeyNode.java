package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
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

/** One more thing that a key does, held or switched, on top of other actions. */
final class KeyNode implements HostType {
  private static final Vocabulary ACTIONS = Vocabulary.OASIS;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:input.key", "Key", Category.INPUT)
        .help(
            """
            Lets a key do one thing more while it is held, on top of the actions wired to it: wire it \
            behind the Action Map. As a switch, one press begins it and the next ends it, for example to \
            walk on without holding a key. The value turns the camera from -1 to 1; buttons are 1.\
            """)
        .in(Port.of("controls", PortType.CONTROLS), Port.optional("action", PortType.ACTION))
        .out(Port.of("action", PortType.ACTION))
        .param(
            Param.key("key", "R", true),
            Param.choice("does", ACTIONS.names(), "forward", true),
            Param.number("value", -1, 1, 1, true),
            Param.bool("switch", true, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("action", Shape.of(ACTIONS.size()));
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new Holding();
  }

  /** Whether the key is down, and whether a switch is on. */
  private static final class Holding implements HostProcess {
    private final float[] action = new float[ACTIONS.size()];
    private final TensorView view = TensorView.of(Shape.of(ACTIONS.size()), action);
    private boolean down;
    private boolean on;

    @Override
    public void reset(long seed) {
      down = false;
      on = false;
    }

    @Override
    public void frame(Frame frame) {
      Controls controls = frame.value("controls", Controls.class);
      boolean was = down;
      down = controls.held().contains(frame.params().text("key"));
      boolean switches = frame.params().bool("switch");
      on = switches ? on ^ (down && !was) : down;
      Arrays.fill(action, 0);
      if (frame.wired("action")) {
        take(frame.tensor("action"));
      }
      if (on) {
        action[ACTIONS.column(frame.params().text("does"))] =
            (float) frame.params().number("value");
      }
      frame.output("action", view);
    }

    private void take(TensorView wired) {
      if (!wired.shape().equals(view.shape())) {
        throw new NodeException(
            "action", "must be " + view.shape() + " actions, is " + wired.shape(), null);
      }
      wired.values().get(0, action);
    }
  }
}
