package dev.dreamwire.editor.model;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewiringTest {
  private static final List<String> TYPES =
      DemoNodes.REGISTRY.types().stream().map(t -> t.spec().id()).toList();

  private final Rewiring rewiring = new Rewiring(DemoNodes.REGISTRY);
  private final Graph patch = DemoNodes.patch();

  private static NodeSpec spec(String type) {
    return DemoNodes.REGISTRY.find(type).orElseThrow().spec();
  }

  private static Node loose(String id, String type) {
    return new Node(id, type, 1, Map.of(), 300, 400);
  }

  @Test
  void aNodePutIntoAWireGetsBothItsEnds() {
    Graph graph = patch.with(loose("echo2", "demo:echo"));
    Graph wired =
        rewiring.insert(graph, "echo2", wire("echo.sound", "speaker.sound")).get().apply(graph);
    assertTrue(wired.wires().contains(wire("echo.sound", "echo2.sound")));
    assertTrue(wired.wires().contains(wire("echo2.sound", "speaker.sound")));
    assertFalse(wired.wires().contains(wire("echo.sound", "speaker.sound")));
  }

  @Test
  void aNodeThatDoesNotFitOrIsWiredAlreadyIsNotPutIntoAWire() {
    Graph graph = patch.with(loose("meter2", "demo:meter"));
    Wire last = wire("echo.sound", "speaker.sound");
    assertEquals(Optional.empty(), rewiring.insert(graph, "meter2", last));
    assertEquals(Optional.empty(), rewiring.insert(graph, "echo", last));
  }

  @Test
  void whatFlowedThroughADissolvedNodeFlowsPast() {
    Graph graph = rewiring.dissolve(patch, Set.of("echo")).apply(patch);
    assertTrue(graph.wires().contains(wire("voice.sound", "speaker.sound")));
    assertFalse(graph.nodes().containsKey("echo"));
    assertEquals(3, graph.wires().size());
  }

  @Test
  void aDetachedNodeStaysWithTheWiresAmongItself() {
    Graph graph = rewiring.detach(patch, Set.of("echo")).apply(patch);
    assertTrue(graph.wires().contains(wire("voice.sound", "speaker.sound")));
    assertTrue(graph.wires().contains(wire("echo.sound", "echo.tail")));
    assertEquals(patch.nodes(), graph.nodes());
    assertEquals(4, graph.wires().size());
  }

  @Test
  void aReplacedNodeKeepsTheWiresThatItsNewTypeTakes() {
    Graph same = rewiring.replace(patch, "echo", spec("demo:echo"), "echo2").apply(patch);
    assertTrue(same.wires().contains(wire("voice.sound", "echo2.sound")));
    assertTrue(same.wires().contains(wire("echo2.sound", "speaker.sound")));

    Graph other = rewiring.replace(patch, "echo", spec("demo:speaker"), "out").apply(patch);
    assertTrue(other.wires().contains(wire("voice.sound", "out.sound")));
    assertEquals(560, other.nodes().get("out").x());
  }

  @Test
  void alignedNodesShareAnEdgeAndDistributedOnesTheirGaps() {
    Set<String> ids = Set.of("voice", "echo", "speaker");
    GraphLayout layout = GraphLayout.of(patch, DemoNodes.REGISTRY);
    Graph top = Arrangement.align(layout, ids, Arrangement.Line.TOP).get().apply(patch);
    assertEquals(
        Set.of(40.0), Set.copyOf(ids.stream().map(id -> top.nodes().get(id).y()).toList()));
    Graph shifted = patch.with(patch.nodes().get("echo").at(600, 40));
    Graph even =
        Arrangement.distribute(GraphLayout.of(shifted, DemoNodes.REGISTRY), ids, true)
            .get()
            .apply(shifted);
    assertEquals(560, even.nodes().get("echo").x());
    assertEquals(Optional.empty(), Arrangement.distribute(layout, Set.of("voice", "echo"), false));
  }

  @Test
  void connectedNodesAreFoundOverAllWires() {
    assertEquals(
        Set.of("keys", "tuning", "voice", "echo", "speaker"),
        Arrangement.connected(patch, Set.of("keys")));
    assertEquals(Set.of("meter"), Arrangement.connected(patch, Set.of("meter")));
  }

  @Test
  void anyEditsCanBeUndoneToTheStartAndRedoneToTheEnd() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      EditHistory history = new EditHistory(patch);
      for (int i = 0; i < 40; i++) {
        anyEdit(history.graph(), random).ifPresent(history::apply);
        if (random.nextInt(3) == 0) {
          history.seal();
        }
        assertOneWireAnInput(history.graph(), seed);
      }
      Graph end = history.graph();
      while (history.canUndo()) {
        assertOneWireAnInput(history.undo(), seed);
      }
      assertEquals(patch, history.graph(), "seed " + seed);
      while (history.canRedo()) {
        history.redo();
      }
      assertEquals(end, history.graph(), "seed " + seed);
    }
  }

  private static void assertOneWireAnInput(Graph graph, int seed) {
    Set<Object> inputs = new HashSet<>();
    graph.wires().forEach(w -> assertTrue(inputs.add(w.to()), () -> "seed " + seed + ": " + w));
  }

  private Optional<GraphEdit> anyEdit(Graph graph, Random random) {
    String type = any(TYPES, random);
    String fresh = graph.freshId("n");
    Node added = new Node(fresh, type, 1, Map.of(), random.nextInt(900), random.nextInt(500));
    if (graph.nodes().isEmpty()) {
      return Optional.of(new GraphEdit.AddNode(added));
    }
    List<String> ids = new ArrayList<>(graph.nodes().keySet());
    String id = any(ids, random);
    Set<String> some = new HashSet<>(List.of(id, any(ids, random)));
    Optional<Wire> wire =
        graph.wires().isEmpty() ? Optional.empty() : Optional.of(any(graph.wires(), random));
    GraphLayout layout = GraphLayout.of(graph, DemoNodes.REGISTRY);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> Optional.of(new GraphEdit.AddNode(added));
      case 3 -> Optional.of(new GraphEdit.RemoveNodes(some));
      case 4 -> Optional.of(rewiring.dissolve(graph, some));
      case 5 -> Optional.of(rewiring.detach(graph, some));
      case 6 -> Optional.of(rewiring.replace(graph, id, spec(type), fresh));
      case 7 -> wire.flatMap(w -> rewiring.insert(graph, id, w));
      case 8 -> wire.map(GraphEdit.Disconnect::new);
      case 9 -> Arrangement.align(layout, some, any(List.of(Arrangement.Line.values()), random));
      case 10 ->
          Optional.of(
              new GraphEdit.MoveNodes(
                  Map.of(id, new GraphEdit.Position(random.nextInt(900), random.nextInt(500)))));
      default -> {
        Graph fragment = Fragments.of(graph, some);
        yield Optional.of(
            Fragments.duplicate(graph, fragment, Fragments.fresh(fragment, graph, 30, 30)));
      }
    };
  }

  private static <T> T any(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
