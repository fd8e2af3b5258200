package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.StartPose;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

/** Keeps frames of a game by where they were seen from, and shows what they show of here. */
final class MemoryNode implements HostType {
  private static final Shape OFFSET = Shape.of(PoseOffset.FEATURES);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of(MemoryParams.TYPE, "Memory", Category.DIFFUSION)
        .help(
            """
            Remembers what the context window has already forgotten. It reckons from the actions where \
            the player stands and looks, keeps a frame of every new view, and shows what it knows of \
            where the player is, from there; and it carries the newest frame there too. Encode both \
            pictures, and wire them and the offset to the Context. Turns are reckoned exactly, ways only where nothing stands in them. With an atlas, \
            views of recorded play, it also knows what the player has not seen yet, what is solid and \
            where one can walk, and it keeps track of the blocks that are dug and placed. \
            Wire the Scene's pose, so that it knows where the game begins; else it begins where the \
            atlas looks most like the first picture. It needs a denoiser that was trained with memory.\
            """)
        .in(
            Port.start("start", PortType.IMAGE),
            new Port("pose", PortType.POSE, "", true, Port.Role.START),
            Port.feedback("frame", PortType.IMAGE),
            Port.of("action", PortType.ACTION))
        .out(
            Port.of("recalled", PortType.IMAGE),
            Port.of("carried", PortType.IMAGE),
            Port.of("offset", PortType.OFFSET))
        .param(MemoryParams.params())
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("offset", OFFSET);
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context, Map<String, Shape> feedback) {
    Shape picture = feedback.get("frame");
    return picture == null ? Map.of() : Map.of("recalled", picture, "carried", picture);
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new Remembering(
        context.nodeId(),
        MemoryParams.read(context.params(), context::file),
        context.service(MemorySink.class).orElse((node, map) -> {}));
  }

  private static final class Remembering implements HostProcess {
    private final String id;
    private final MemorySettings settings;
    private final MemorySink sink;
    private Optional<GameMemory> game = Optional.empty();

    Remembering(String id, MemorySettings settings, MemorySink sink) {
      this.id = id;
      this.settings = settings;
      this.sink = sink;
    }

    @Override
    public void reset(long seed) {
      game = Optional.empty();
    }

    @Override
    public void frame(Frame frame) {
      TensorView newest = frame.tensor("frame");
      float[] made = copy(newest.values());
      GameMemory memory = game.orElseGet(() -> begin(frame, newest.shape(), made));
      game = Optional.of(memory);
      memory.see(made);
      memory.act(copy(frame.tensor("action").values()));
      Optional<GameMemory.Recalled> recalled =
          frame.params().bool(MemoryParams.ENABLED) ? recall(memory) : Optional.empty();
      frame.output("recalled", picture(newest, recalled.map(found -> found.sight().picture())));
      frame.output("carried", picture(newest, recalled.map(GameMemory.Recalled::carried)));
      frame.output(
          "offset",
          TensorView.of(
              OFFSET,
              recalled
                  .map(GameMemory.Recalled::offset)
                  .orElseGet(() -> new float[PoseOffset.FEATURES])));
      sink.remembered(id, memory.map(recalled));
    }

    private static TensorView picture(TensorView like, Optional<float[]> known) {
      return TensorView.of(
          like.shape(), known.orElseGet(() -> new float[Math.toIntExact(like.shape().count())]));
    }

    private static Optional<GameMemory.Recalled> recall(GameMemory memory) {
      try {
        return memory.recall();
      } catch (UncheckedIOException e) {
        throw new NodeException(
            MemoryParams.ATLAS, e.getMessage() + ": " + e.getCause().getMessage(), e);
      }
    }

    private GameMemory begin(Frame frame, Shape picture, float[] first) {
      Optional<Pose> start =
          frame.wired("pose") ? StartPose.read(frame.tensor("pose")) : Optional.empty();
      try {
        return new GameMemory(settings, start, picture, first);
      } catch (IllegalArgumentException e) {
        throw new NodeException(MemoryParams.ATLAS, e.getMessage(), e);
      }
    }

    private static float[] copy(FloatBuffer values) {
      float[] out = new float[values.capacity()];
      values.get(0, out);
      return out;
    }
  }
}
