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
  private static final int PITCH = ACTIONS.column("cameraX");
  private static final int YAW = ACTIONS.column("cameraY");

  private static final String TABLE =
      """
      W forward
      S back
      A left
      D right
      SPACE jump
      SHIFT sneak
      CONTROL sprint
      LEFT cameraY -0.5
      RIGHT cameraY 0.5
      UP cameraX -0.5
      DOWN cameraX 0.5
      MOUSE_PRIMARY attack
      MOUSE_SECONDARY use
      MOUSE_MIDDLE pickItem
      E inventory
      Q drop
      F swapHands
      DIGIT1 hotbar.1
      DIGIT2 hotbar.2
      DIGIT3 hotbar.3
      DIGIT4 hotbar.4
      DIGIT5 hotbar.5
      DIGIT6 hotbar.6
      DIGIT7 hotbar.7
      DIGIT8 hotbar.8
      DIGIT9 hotbar.9
      """;

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
            Param.text("table", true, TABLE, false),
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
      table.apply(controls, action);
      double pitch = controls.mouseY() * (frame.params().bool("invert_pitch") ? -1 : 1);
      turn(action, YAW, controls.mouseX() / frame.params().number("mouse_yaw"));
      turn(action, PITCH, pitch / frame.params().number("mouse_pitch"));
      frame.output("action", view);
    };
  }

  private static void turn(float[] action, int column, double by) {
    action[column] = (float) Math.clamp(action[column] + by, -1, 1);
  }
}
