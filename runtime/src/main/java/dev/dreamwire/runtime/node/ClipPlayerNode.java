package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/** Shows a clip frame by frame. */
final class ClipPlayerNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:clip_player", "Clip Player", Category.DIFFUSION)
        .help(
            """
            Keeps a clip that was made when play started, and hands out its frames one after another; \
            after the last it begins again. Wire its clip back to kept.\
            """)
        .in(Port.start("start", PortType.CLIP), Port.feedback("kept", PortType.CLIP))
        .out(Port.of("latent", PortType.LATENT), Port.of("clip", PortType.CLIP))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    T clip = scope.input("kept");
    Shape all = ops.shape(clip);
    long frames = all.dim(0);
    Shape one = Shape.of(all.dim(1), all.dim(2), all.dim(3));
    T now =
        scope.perFrame(
            "now",
            Shape.of(1, frames),
            (frame, out) -> {
              for (int i = 0; i < frames; i++) {
                out.put(frame % frames == i ? 1 : 0);
              }
            });
    T rows = ops.reshape(clip, Shape.of(frames, one.count()));
    scope.output("latent", ops.reshape(ops.matmul(now, rows), one));
    // What is only handed on would be one tensor under two names.
    scope.output("clip", ops.add(clip, 0));
  }
}
