package dev.dreamwire.examples;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/**
 * Changes the colours of a picture. A tensor node: what {@link #emit} writes becomes a part of the
 * one program that makes a frame, so it costs next to nothing. All parameters are live.
 */
final class ColourNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("examples:colour", "Colour", Category.IMAGE)
        .help(
            """
            Makes a picture brighter or darker, its contrast stronger or weaker, and its colours richer or \
            paler, down to black and white; the tint is what white becomes. Move the sliders while you play.\
            """)
        .in(Port.of("image", PortType.IMAGE))
        .out(Port.of("image", PortType.IMAGE))
        .param(
            Param.number("brightness", -1, 1, 0, true),
            Param.number("contrast", 0, 3, 1, true),
            Param.number("saturation", 0, 3, 1, true),
            Param.colour("tint", "#ffffff", true))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    T image = scope.input("image");
    T grey = ops.mean(image, true, 0);
    T coloured = ops.add(grey, ops.mul(ops.sub(image, grey), scope.live("saturation")));
    T changed = ops.add(ops.mul(coloured, scope.live("contrast")), scope.live("brightness"));
    // Black is -1: what is above black is multiplied, so that black stays black.
    T tint = ops.reshape(scope.live("tint"), Shape.of(3, 1, 1));
    T tinted = ops.add(ops.mul(ops.add(ops.clamp(changed, -1, 1), 1), tint), -1);
    scope.output("image", tinted);
  }
}
