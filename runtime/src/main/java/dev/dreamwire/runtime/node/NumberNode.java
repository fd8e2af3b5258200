package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import java.util.Map;

/**
 * One number for any parameters that it is wired to. A host node, as all nodes are that only make
 * numbers: so none of them cuts a program in two.
 */
final class NumberNode implements HostType {
  static final String NUMBER = "number";

  /** What a person can set without a keyboard, and more than any parameter needs. */
  static final double MOST = 1_000_000;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:number", "Number", Category.INPUT)
        .help(
            """
            One number. Wired to a parameter it takes the place of its value, and wired to several it \
            moves them together. A whole number is rounded, and a switch is on from 0.5.\
            """)
        .out(Port.of(NUMBER, PortType.NUMBER))
        .param(Param.number("value", -MOST, MOST, 0, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of(NUMBER, Shape.of());
  }

  @Override
  public HostProcess open(NodeContext context) {
    return frame -> frame.output(NUMBER, of(frame.params().number("value")));
  }

  /** A number as it is handed out. */
  static TensorView of(double value) {
    return TensorView.of(Shape.of(), (float) value);
  }
}
