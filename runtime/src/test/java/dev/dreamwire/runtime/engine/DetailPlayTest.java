package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.node.DetailNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The node Detail in a graph. */
class DetailPlayTest {
  private static final Shape SMALL = Shape.of(3, 4, 6);
  private static final Shape LARGE = Shape.of(3, 8, 12);

  private final List<float[]> seen = new ArrayList<>();

  /** A picture that alternates around grey, so that two of them agree in the large. */
  private static HostType source(String name, float contrast, Shape shape) {
    float[] values = new float[(int) shape.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 2 == 0 ? 1 : -1) * contrast;
    }
    NodeSpec spec =
        NodeSpec.of("toy:" + name, name, Category.SCENE)
            .out(Port.of("image", PortType.IMAGE))
            .build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public Map<String, Shape> outputShapes(NodeContext context) {
        return Map.of("image", shape);
      }

      @Override
      public HostProcess open(NodeContext context) {
        return frame -> frame.output("image", TensorView.of(shape, values));
      }
    };
  }

  private HostType screen() {
    NodeSpec spec =
        NodeSpec.of("toy:screen", "screen", Category.OUTPUT)
            .in(Port.of("image", PortType.IMAGE))
            .build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public HostProcess open(NodeContext context) {
        return frame -> seen.add(frame.tensor("image").toArray());
      }
    };
  }

  @Test
  void aPictureGetsTheSharesOfDetailThatAreSet() {
    play(SMALL, Map.of("carried_share", 0.5, "recalled_share", 0.0, "tolerance", 4.0));
    float[] picture = seen.getFirst();
    assertEquals(SMALL.count(), picture.length);
    assertEquals(0.1 + 0.5 * (0.2 - 0.1), picture[14], 0.01, "half of what is carried more");
  }

  @Test
  void withoutAShareItIsAsItWas() {
    play(SMALL, Map.of("carried_share", 0.0, "recalled_share", 0.0));
    float[] expected = new float[(int) SMALL.count()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = i % 2 == 0 ? 0.1f : -0.1f;
    }
    assertArrayEquals(expected, seen.getFirst(), 1e-6f);
  }

  @Test
  void aPictureOfAnotherSizeIsRefusedAtItsPort() {
    PlanException refused = assertThrows(PlanException.class, () -> play(LARGE, Map.of()));
    assertEquals("detail", refused.problems().getFirst().node());
    assertEquals("carried", refused.problems().getFirst().port());
    assertTrue(refused.getMessage().contains(LARGE.toString()), refused.getMessage());
  }

  private void play(Shape carried, Map<String, Object> params) {
    List<NodeType> types =
        List.of(
            source("decoded", 0.1f, SMALL),
            source("carried", 0.2f, carried),
            source("recalled", 0.2f, SMALL),
            new DetailNode(),
            screen());
    NodePack pack = () -> types;
    Planner planner =
        new Planner(
            new NodeRegistry(List.of(pack)),
            new CpuBackend(),
            CompileOptions.DEFAULT,
            Services.NONE);
    try (Plan plan = planner.plan(graph(params), ToyGame::noFiles, Set.of());
        PlanRun run = PlanRun.start(plan, 1)) {
      run.frame();
    }
  }

  private static Graph graph(Map<String, Object> params) {
    List<Node> nodes =
        Stream.of("decoded", "carried", "recalled", "screen")
            .map(name -> new Node(name, "toy:" + name, 1, Map.of(), 0, 0))
            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    nodes.add(new Node("detail", DetailNode.TYPE, 1, params, 0, 0));
    List<Wire> wires =
        List.of(
            wire("decoded", "detail", "image"),
            wire("carried", "detail", "carried"),
            wire("recalled", "detail", "recalled"),
            wire("detail", "screen", "image"));
    return Graph.of(nodes, wires);
  }

  private static Wire wire(String from, String to, String port) {
    return new Wire(new PortRef(from, "image"), new PortRef(to, port));
  }
}
