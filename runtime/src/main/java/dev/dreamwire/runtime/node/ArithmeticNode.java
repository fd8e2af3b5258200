package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A number from two others. */
final class ArithmeticNode implements HostType {
  /** What is done with the two. */
  private enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    MINIMUM,
    MAXIMUM;

    private double of(double a, double b) {
      return switch (this) {
        case ADD -> a + b;
        case SUBTRACT -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> b == 0 ? 0 : a / b;
        case REMAINDER -> b == 0 ? 0 : a - b * Math.floor(a / b);
        case MINIMUM -> Math.min(a, b);
        case MAXIMUM -> Math.max(a, b);
      };
    }
  }

  private static final List<String> OPERATIONS =
      Arrays.stream(Operation.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:arithmetic", "Arithmetic", Category.INPUT)
        .help(
            """
            Adds, subtracts, multiplies or divides two numbers, or takes the smaller, the larger or the \
            remainder. Wire numbers to a and b, or write one of them here. Dividing by zero gives 0.\
            """)
        .out(Port.of(NumberNode.NUMBER, PortType.NUMBER))
        .param(
            Param.choice("operation", OPERATIONS, OPERATIONS.getFirst(), true),
            Param.number("a", -NumberNode.MOST, NumberNode.MOST, 0, true),
            Param.number("b", -NumberNode.MOST, NumberNode.MOST, 0, true))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of(NumberNode.NUMBER, Shape.of());
  }

  @Override
  public HostProcess open(NodeContext context) {
    return frame -> {
      Params params = frame.params();
      Operation operation = Operation.valueOf(params.text("operation").toUpperCase(Locale.ROOT));
      double value = operation.of(params.number("a"), params.number("b"));
      frame.output(NumberNode.NUMBER, NumberNode.of(value));
    };
  }
}
