package dev.dreamwire.runtime.node;

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
import dev.dreamwire.runtime.world.Bot;
import dev.dreamwire.runtime.world.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Plays by itself. */
final class BotNode implements HostType {
  private static final Shape ACTION = Shape.of(Vocabulary.OASIS.size());

  /** In a dream nobody knows where the player is. */
  private static final List<String> POLICIES =
      Arrays.stream(Policy.values()).filter(policy -> !policy.needsPose()).map(Policy::id).toList();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:input.bot", "Bot", Category.INPUT)
        .help(
            """
            Plays by itself: holds random keys (sticky), turns away and back (look-back), stands still \
            (idle), walks straight on into whatever is there (bump), walks to and fro without turning \
            (pace) or digs and builds (build). The same seed plays the same game, so that two dreams \
            can be compared.\
            """)
        .out(Port.of("action", PortType.ACTION))
        .param(
            Param.choice("policy", POLICIES, Policy.STICKY.id(), false),
            Param.integer("seed", 0, Integer.MAX_VALUE, 0, false))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("action", ACTION);
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new Playing(
        Policy.of(context.params().text("policy")), context.params().integer("seed"));
  }

  private static final class Playing implements HostProcess {
    private final Policy policy;
    private final long ownSeed;
    private Bot bot;

    Playing(Policy policy, long ownSeed) {
      this.policy = policy;
      this.ownSeed = ownSeed;
      this.bot = policy.bot(ownSeed);
    }

    @Override
    public void reset(long seed) {
      bot = policy.bot(31 * seed + ownSeed);
    }

    @Override
    public void frame(Frame frame) {
      float[] action = frame.index() < 0 ? new float[ACTION.size(0)] : bot.act(null);
      frame.output("action", TensorView.of(ACTION, action));
    }
  }
}
