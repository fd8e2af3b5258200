package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.graph.ConnectionRule;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that are wired as another type. */
class ConversionPlayTest {
  private static final NodeRegistry REGISTRY = new NodeRegistry(List.of(new Pack()));

  private final List<float[]> seen = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  /** Is told what reaches a screen. */
  interface Screen {
    void show(TensorView view);
  }

  private static final class Pack implements NodePack {
    @Override
    public List<NodeType> types() {
      return List.of(
          source("video", PortType.VIDEO, Shape.of(2, 3, 1, 2)),
          source("clip", PortType.CLIP, Shape.of(2, 3, 1, 2)),
          screen(Category.OUTPUT, "screen"),
          screen(Category.ANALYSIS, "gauge"),
          new Same());
    }
  }

  /** Counts up: 0, 1, 2 … through its elements, each a tenth. */
  private static HostType source(String name, PortType type, Shape shape) {
    float[] values = new float[(int) shape.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 10f;
    }
    NodeSpec spec =
        NodeSpec.of("toy:" + name, name, Category.SCENE).out(Port.of("out", type)).build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public Map<String, Shape> outputShapes(NodeContext context) {
        return Map.of("out", shape);
      }

      @Override
      public HostProcess open(NodeContext context) {
        return frame -> frame.output("out", TensorView.of(shape, values));
      }
    };
  }

  private static HostType screen(Category category, String name) {
    NodeSpec spec =
        NodeSpec.of("toy:" + name, name, category).in(Port.of("image", PortType.IMAGE)).build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public HostProcess open(NodeContext context) {
        Screen screen = context.service(Screen.class).orElseThrow();
        return frame -> screen.show(frame.tensor("image"));
      }
    };
  }

  /** A latent as it is. */
  private static final class Same implements TensorType {
    @Override
    public NodeSpec spec() {
      return NodeSpec.of("toy:same", "same", Category.IMAGE)
          .in(Port.of("in", PortType.LATENT))
          .out(Port.of("out", PortType.LATENT))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      scope.output("out", scope.ops().mul(scope.input("in"), 1f));
    }
  }

  private static Graph graph(String... wires) {
    List<Node> nodes = new ArrayList<>();
    for (String type : List.of("video", "clip", "screen", "gauge", "same")) {
      nodes.add(new Node(type, "toy:" + type, 1, Map.of(), 0, 0));
    }
    List<Wire> all = new ArrayList<>();
    for (String wire : wires) {
      String[] ends = wire.split(" ");
      all.add(new Wire(ref(ends[0]), ref(ends[1])));
    }
    return Graph.of(nodes, all);
  }

  private static PortRef ref(String text) {
    return new PortRef(text.split("\\.")[0], text.split("\\.")[1]);
  }

  private void play(Graph graph) {
    Planner planner =
        new Planner(
            REGISTRY,
            new CpuBackend(),
            CompileOptions.DEFAULT,
            Services.NONE.with(
                Screen.class,
                view -> {
                  seen.add(view.toArray());
                  shapes.add(view.shape());
                }));
    try (Plan plan = planner.plan(graph, ToyGame::noFiles, Set.of());
        PlanRun run = PlanRun.start(plan, 1)) {
      run.frame();
    }
  }

  @Test
  void ofAVideoTheNewestPictureIsShown() {
    play(graph("video.out screen.image"));
    assertArrayEquals(new float[] {0.6f, 0.7f, 0.8f, 0.9f, 1, 1.1f}, seen.getFirst());
    assertEquals(Shape.of(3, 1, 2), shapes.getFirst());
  }

  @Test
  void ofAClipTheNewestLatentGoesOnAndIsShownByItsChannels() {
    play(graph("clip.out same.in", "same.out screen.image"));
    assertEquals(Shape.of(3, 2, 4), shapes.getFirst());
    float[] picture = seen.getFirst();
    // Tiles of one row and two columns: 0.6 0.7 | 0.8 0.9, below them 1.0 1.1 | nothing.
    float[] expected = {0.6f, 0.7f, 0.8f, 0.9f, 1, 1.1f, 0, 0};
    for (int i = 0; i < 8; i++) {
      assertEquals(2 * expected[i] / 3 - 1, picture[i], 1e-6, "red " + i);
      assertEquals(2 * 0.35 * expected[i] / 3 - 1, picture[8 + i], 1e-6, "green " + i);
      assertEquals(2 * 0.35 * expected[i] / 3 - 1, picture[16 + i], 1e-6, "blue " + i);
    }
  }

  @Test
  void whatIsGroupedIsConvertedAsBefore() {
    Graph graph = graph("clip.out same.in", "same.out screen.image");
    play(graph);
    for (Set<String> group : List.of(Set.of("same"), Set.of("screen"), Set.of("clip"))) {
      play(new Grouping(graph, REGISTRY).group(group, "Group").orElseThrow().edit().apply(graph));
      assertArrayEquals(seen.getFirst(), seen.getLast(), group::toString);
    }
  }

  @Test
  void onlyWhatIsMeantIsConverted() {
    Graph graph = graph();
    assertTrue(refusal(graph, "video.out", "same.in").isPresent());
    assertTrue(refusal(graph, "same.out", "gauge.image").isPresent());
    assertTrue(refusal(graph, "clip.out", "screen.image").isPresent());
    assertFalse(refusal(graph, "same.out", "screen.image").isPresent());
    assertFalse(refusal(graph, "video.out", "gauge.image").isPresent());
    assertTrue(
        GraphCheck.check(graph("same.out gauge.image"), REGISTRY).stream()
            .anyMatch(p -> p.node().equals("gauge")));
  }

  private static Optional<String> refusal(Graph graph, String from, String to) {
    return ConnectionRule.refusal(graph, REGISTRY, ref(from), ref(to));
  }

  @Test
  void aWireSaysWhatItDoes() {
    Graph graph = graph("video.out screen.image", "clip.out same.in");
    assertEquals(
        List.of(Optional.of(Conversion.NEWEST_PICTURE), Optional.of(Conversion.NEWEST_LATENT)),
        graph.wires().stream().map(w -> Conversion.of(graph, REGISTRY, w)).toList());
  }
}
