package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.ContextMode;
import dev.dreamwire.runtime.model.ContextView;
import dev.dreamwire.runtime.model.Recall;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the past is shown to the denoiser. */
final class ContextNode implements TensorType {
  private static final List<String> MODES =
      Arrays.stream(ContextMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();

  private static final List<String> MEMORY = List.of("recalled", "carried", "offset");

  private static final Param.CurveKind NOISING = new Param.CurveKind(0, 1, 0, 10);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:context", "Context", Category.DIFFUSION)
        .help(
            """
            How much of the past the denoiser sees, and how far it trusts it. The window is the number of \
            frames that it looks at. The stabilisation level tells it that the past is a little noisy, \
            so that it mends small mistakes of its own instead of making them grow; with noised on, \
            the past really gets noise of that level. The noising says how many times that level there is from \
            the sampler's first step to its last: more at first keeps the sampler from trusting details \
            of the past too early (Oasis' dynamic noising). A curve that is not level needs an exact \
            context for a DiT, which then computes the whole window in every step. A streaming context computes each frame once and \
            costs one frame a step; an exact one computes the whole window anew for every frame, as the \
            reference does: as many frames as the window has for the first step, one for each other. \
            Until the window slides they give the same. What a Memory recalls comes in here too.\
            """)
        .in(
            Port.optional("recalled", PortType.LATENT),
            Port.optional("carried", PortType.LATENT),
            Port.optional("offset", PortType.OFFSET))
        .out(Port.of("context", PortType.CONTEXT))
        .param(
            Param.integer("window", 2, 256, 16, false).in("frames"),
            Param.number("stabilisation", 0, 999, 50, true),
            Param.bool("noised", true, false),
            Param.curve("noising", NOISING, "0:1 1:1", false).in("×"),
            Param.choice(
                "mode", MODES, ContextMode.STREAMING.name().toLowerCase(Locale.ROOT), false))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    int window = Math.toIntExact(scope.params().integer("window"));
    scope.outputHandle(
        "context",
        new ContextView<>(
            window,
            scope.live("stabilisation"),
            scope.params().bool("noised"),
            scope.params().curve("noising"),
            ContextMode.valueOf(scope.params().text("mode").toUpperCase(Locale.ROOT)),
            recall(scope)));
  }

  private static <T> Optional<Recall<T>> recall(TensorScope<T> scope) {
    List<String> missing = MEMORY.stream().filter(port -> !scope.wired(port)).toList();
    if (!missing.isEmpty() && missing.size() < MEMORY.size()) {
      throw new NodeException(
          missing.getFirst(), "wire recalled, carried and offset of one Memory, or none", null);
    }
    return missing.isEmpty() ? Optional.of(recalled(scope)) : Optional.empty();
  }

  private static <T> Recall<T> recalled(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    T offset = scope.input("offset");
    // An encoded picture of nothing is not nothing; the first number says whether there is any.
    T any = ops.reshape(ops.slice(offset, 0, 0, 1), Shape.of(1, 1, 1));
    return new Recall<>(ops.mul(scope.input("recalled"), any), scope.input("carried"), offset);
  }
}
