package com.example.dreamwire;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;

/** Turns a picture into its negative: {@code image · (1 − 2 · amount)}, for values from -1 to 1. */
final class NegativeNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("mine:negative", "Negative", Category.IMAGE)
        .help(
            "Turns a picture into its negative. At amount 0 it stays as it is, at 1 it is turned"
                + " all the way. Move the slider while you play.")
        .in(Port.of("image", PortType.IMAGE))
        .out(Port.of("image", PortType.IMAGE))
        .param(Param.number("amount", 0, 1, 1, true))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    T factor = ops.sub(ops.scalar(1), ops.mul(scope.live("amount"), 2));
    scope.output("image", ops.mul(scope.input("image"), factor));
  }
}
