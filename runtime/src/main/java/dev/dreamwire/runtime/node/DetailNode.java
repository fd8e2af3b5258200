package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.Detail;

/** Gives decoded pictures back the detail that the memory knows of. */
public final class DetailNode implements TensorType {
  /** Its type. */
  public static final String TYPE = "dreamwire:detail";

  private static final String IMAGE = "image";
  private static final String CARRIED = "carried";
  private static final String RECALLED = "recalled";
  private static final String CARRIED_SHARE = "carried_share";
  private static final String RECALLED_SHARE = "recalled_share";
  private static final String TOLERANCE = "tolerance";

  @Override
  public NodeSpec spec() {
    Detail.Settings usual = Detail.Settings.USUAL;
    return NodeSpec.of(TYPE, "Detail", Category.IMAGE)
        .help(
            """
            Gives a decoded picture back the fine detail that it lost as a latent. Where what the Memory \
            shows of the same place agrees with the dream, it shows through, by the shares set here; where \
            it does not, the dream stays as it is. The tolerance says how different the two may be. Put it \
            behind Decode, and feed its picture back to the Memory. What is carried is the newest \
            frame, which wears out on a long way; what is recalled does not. With both shares at 0, or \
            with the Memory switched off, the picture is the decoder's.\
            """)
        .in(
            Port.of(IMAGE, PortType.IMAGE),
            Port.optional(CARRIED, PortType.IMAGE),
            Port.optional(RECALLED, PortType.IMAGE))
        .out(Port.of(IMAGE, PortType.IMAGE))
        .param(
            Param.number(CARRIED_SHARE, 0, 1, usual.carried(), true),
            Param.number(RECALLED_SHARE, 0, 1, usual.recalled(), true),
            Param.number(TOLERANCE, 0.01, 4, usual.tolerance(), true))
        .build();
  }

  /** How a node with some parameters is set. */
  public static Detail.Settings settings(Params params) {
    return new Detail.Settings(
        params.number(CARRIED_SHARE), params.number(RECALLED_SHARE), params.number(TOLERANCE));
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    Detail<T> detail =
        new Detail<>(scope.live(CARRIED_SHARE), scope.live(RECALLED_SHARE), scope.live(TOLERANCE));
    Shape shape = ops.shape(scope.input(IMAGE));
    T image =
        detail.add(
            ops,
            picture(scope, IMAGE, shape),
            picture(scope, CARRIED, shape),
            picture(scope, RECALLED, shape));
    scope.output(IMAGE, ops.reshape(image, shape));
  }

  private static <T> T picture(TensorScope<T> scope, String port, Shape shape) {
    Ops<T> ops = scope.ops();
    if (!scope.wired(port)) {
      return ops.constant(shape.prepend(1), new float[Math.toIntExact(shape.count())]);
    }
    T picture = scope.input(port);
    if (!ops.shape(picture).equals(shape)) {
      throw new NodeException(
          port,
          "needs a picture of "
              + shape
              + ", as large as the one to give detail to; the one wired is of "
              + ops.shape(picture),
          null);
    }
    return ops.reshape(picture, shape.prepend(1));
  }
}
