package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;
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

/** Turns keys and mouse into the action vector that models are trained with. */
final class ActionMapNode implements HostType {
  private static final Vocabulary ACTIONS = Vocabulary.OASIS;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:input.action_map", "Action Map", Category.INPUT)
        .help(
            """
            What each key does: a line with a key, an action, and for turning a value from -1 to 1. \
            The mouse turns by its own: the two sensitivities say how many pixels of movement in a \
            frame make the largest turn. In the island that comes with the program these have an \
            effect: forward, back, left, right, cameraX, cameraY, jump, sneak, sprint, attack (digs) \
            and use (builds). The others are for models that learned them elsewhere, such as Oasis: \
            inventory, ESC, hotbar.1 to hotbar.9, swapHands, pickItem and drop.\
            """)
        .in(Port.of("controls", PortType.CONTROLS))
        .out(Port.of("action", PortType.ACTION))
        .param(
            Param.text("table", true, ActionMapping.DEFAULT, false),
            Param.number("mouse_yaw", 1, 1000, 40, true).in("px"),
            Param.number("mouse_pitch", 1, 1000, 40, true).in("px"),
            Param.bool("invert_pitch", false, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("action", Shape.of(ACTIONS.size()));
  }

  @Override
  public HostProcess open(NodeContext context) {
    ActionTableText table = ActionTableText.parse("table", context.params().text("table"), ACTIONS);
    float[] action = new float[ACTIONS.size()];
    TensorView view = TensorView.of(Shape.of(ACTIONS.size()), action);
    return frame -> {
      Controls controls = frame.value("controls", Controls.class);
      Arrays.fill(action, 0);
      double pitch = frame.params().number("mouse_pitch");
      table.apply(controls, action);
      ActionMapping.turn(
          controls,
          frame.params().number("mouse_yaw"),
          frame.params().bool("invert_pitch") ? -pitch : pitch,
          action);
      frame.output("action", view);
    };
  }
}
