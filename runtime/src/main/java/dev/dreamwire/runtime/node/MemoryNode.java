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
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.KeyFrames;
import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.Stride;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

/** Keeps frames of a game by where they were seen from, and recalls the one that fits best. */
final class MemoryNode implements HostType {
  private static final Shape OFFSET = Shape.of(PoseOffset.FEATURES);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:memory", "Memory", Category.DIFFUSION)
        .help(
            """
            Remembers what the context window has already forgotten. It reckons from the actions where \
            the player stands and looks, keeps a frame of every new view, and recalls the kept one \
            that shows most of what comes next; wire both outputs to the Context. Turns are reckoned \
            exactly, ways only where nothing stands in them. Digging and placing make it forget the \
            place as it was. It needs a denoiser that was trained with memory.\
            """)
        .in(
            Port.start("start", PortType.LATENT),
            Port.feedback("frame", PortType.LATENT),
            Port.of("action", PortType.ACTION))
        .out(Port.of("recalled", PortType.LATENT), Port.of("offset", PortType.OFFSET))
        .param(
            Param.bool("enabled", true, true),
            Param.integer("age", 1, 10_000, 9, false).in("frames"),
            Param.integer("capacity", 1, 100_000, 1024, false).in("frames"),
            Param.number("turn", -180, 180, 8, false).in("°"),
            Param.number("tilt", -180, 180, 5, false).in("°"),
            Param.number("walk", 0, 10, 0.24, false).in("blocks"),
            Param.number("sprint", 0, 10, 0.38, false).in("blocks"))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("offset", OFFSET);
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context, Map<String, Shape> feedback) {
    return feedback.containsKey("frame") ? Map.of("recalled", feedback.get("frame")) : Map.of();
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new Remembering(
        context.nodeId(),
        context.params(),
        context.service(MemorySink.class).orElse((node, map) -> {}));
  }

  private static final class Remembering implements HostProcess {
    private final String id;
    private final MemorySink sink;
    private final Stride stride;
    private final KeyFrames<float[]> keys;
    private DeadReckoning reckoning;
    private boolean changed;

    Remembering(String id, Params params, MemorySink sink) {
      this.id = id;
      this.sink = sink;
      this.stride =
          new Stride(
              params.number("turn"),
              params.number("tilt"),
              params.number("walk"),
              params.number("sprint"));
      this.keys =
          new KeyFrames<>(
              Math.toIntExact(params.integer("age")), Math.toIntExact(params.integer("capacity")));
      this.reckoning = new DeadReckoning(stride);
    }

    @Override
    public void reset(long seed) {
      keys.clear();
      reckoning = new DeadReckoning(stride);
      changed = false;
    }

    @Override
    public void frame(Frame frame) {
      TensorView newest = frame.tensor("frame");
      keys.add(reckoning.pose(), changed, copy(newest.values()));
      float[] action = copy(frame.tensor("action").values());
      Pose next = reckoning.step(action);
      changed = DeadReckoning.changes(action);
      Optional<KeyFrames.Key<float[]>> recalled =
          frame.params().bool("enabled") ? keys.recall(next) : Optional.empty();
      float[] offset = new float[PoseOffset.FEATURES];
      recalled.ifPresent(key -> PoseOffset.write(next, key.pose(), offset, 0));
      frame.output(
          "recalled",
          TensorView.of(
              newest.shape(),
              recalled
                  .map(KeyFrames.Key::view)
                  .orElseGet(() -> new float[Math.toIntExact(newest.shape().count())])));
      frame.output("offset", TensorView.of(OFFSET, offset));
      sink.remembered(id, new MemoryMap(next, keys.poses(), recalled.map(KeyFrames.Key::pose)));
    }

    private static float[] copy(FloatBuffer values) {
      float[] out = new float[values.capacity()];
      values.get(0, out);
      return out;
    }
  }
}
