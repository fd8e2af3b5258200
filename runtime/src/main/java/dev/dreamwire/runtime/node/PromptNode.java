package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/**
 * Puts the frames of a prompt in the place of those that were dreamed, until the prompt ends: the
 * frames that a reference's sampler is given before it makes its first.
 */
final class PromptNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:prompt", "Prompt", Category.DIFFUSION)
        .help(
            """
            Shows the denoiser a video before it dreams: as long as there are frames of the prompt, they \
            take the place of those that the sampler made, and after the last the dream goes on from \
            them. Put it between the sampler and the History, and wire its clip back to kept. The first \
            frame of the prompt is the History's start. What the sampler makes meanwhile is thrown away, \
            so a prompt of eight frames takes the time of seven.\
            """)
        .in(
            Port.of("frame", PortType.LATENT),
            Port.start("start", PortType.CLIP),
            Port.feedback("kept", PortType.CLIP))
        .out(Port.of("latent", PortType.LATENT), Port.of("clip", PortType.CLIP))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    T dreamed = scope.input("frame");
    Shape one = ops.shape(dreamed);
    T clip = scope.input("kept");
    ClipFrames<T> prompt = new ClipFrames<>(ops, clip);
    long last = prompt.count() - 1;
    T given = prompt.at(scope, frame -> frame < last ? frame + 1 : ClipFrames.NONE);
    T dreaming =
        scope.perFrame("dreaming", Shape.of(), (frame, out) -> out.put(frame < last ? 0 : 1));
    scope.output("latent", ops.add(ops.reshape(given, one), ops.mul(dreamed, dreaming)));
    scope.output("clip", prompt.kept());
  }
}
