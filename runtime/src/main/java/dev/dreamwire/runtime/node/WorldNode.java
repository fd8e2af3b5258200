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
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import java.util.Map;

/** The true world that the shipped dream learned from, played beside it. */
final class WorldNode implements HostType {
  private static final String RANDOM = "random";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:world", "World", Category.SCENE)
        .help(
            """
            The true island, drawn block by block, moved by the same actions as the dream, with what \
            is dug and built there: a ghost to compare with, or the picture that a dream starts from. At random places the seed of the \
            game chooses where.\
            """)
        .in(Port.optional("action", PortType.ACTION))
        .out(Port.of("image", PortType.IMAGE))
        .param(
            Param.choice(
                "start", List.of("coast", "village", "forest", "desert", RANDOM), "coast", false),
            Param.integer("width", 8, 1024, 64, false).in("px"),
            Param.integer("height", 8, 1024, 48, false).in("px"))
        .build();
  }

  @Override
  public Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of("image", shape(context.params()));
  }

  private static Shape shape(Params params) {
    return Shape.of(3, params.integer("height"), params.integer("width"));
  }

  @Override
  public HostProcess open(NodeContext context) {
    return new Playing(new World(), context.params().text("start"), shape(context.params()));
  }

  private static final class Playing implements HostProcess {
    private final World world;
    private final String start;
    private final Shape shape;
    private final Renderer renderer;
    private final byte[] rgb;
    private final float[] planes;
    private Player player;

    Playing(World world, String start, Shape shape) {
      this.world = world;
      this.start = start;
      this.shape = shape;
      this.renderer = world.renderer(shape.size(2), shape.size(1));
      this.rgb = new byte[3 * shape.size(1) * shape.size(2)];
      this.planes = new float[rgb.length];
      reset(0);
    }

    @Override
    public void reset(long seed) {
      player = start.equals(RANDOM) ? world.start(seed) : world.scene(start).start();
    }

    @Override
    public void frame(Frame frame) {
      // While play starts, the picture is of the place itself; each frame then follows its action.
      if (frame.index() >= 0) {
        player = world.step(player, action(frame));
      }
      renderer.render(player, rgb);
      int area = planes.length / 3;
      for (int i = 0; i < planes.length; i++) {
        planes[i % 3 * area + i / 3] = (rgb[i] & 255) / 127.5f - 1;
      }
      frame.output("image", TensorView.of(shape, planes));
    }

    private static float[] action(Frame frame) {
      return frame.wired("action") ? frame.tensor("action").toArray() : Action.idle().vector();
    }
  }
}
