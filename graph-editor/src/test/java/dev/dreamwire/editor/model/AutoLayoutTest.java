package dev.dreamwire.editor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
  private final Graph patch = DemoNodes.patch();

  /** All nodes on one heap. */
  private Graph heap() {
    Map<String, GraphEdit.Position> places = new HashMap<>();
    patch.nodes().keySet().forEach(id -> places.put(id, new GraphEdit.Position(120, 80)));
    return new GraphEdit.MoveNodes(places).apply(patch);
  }

  private static GraphLayout layout(Graph graph) {
    return GraphLayout.of(graph, DemoNodes.REGISTRY);
  }

  private static void assertApart(GraphLayout layout) {
    List<NodeLayout> nodes = List.copyOf(layout.nodes());
    for (int i = 0; i < nodes.size(); i++) {
      for (NodeLayout other : nodes.subList(i + 1, nodes.size())) {
        NodeLayout node = nodes.get(i);
        assertTrue(!node.bounds().intersects(other.bounds()), () -> node + " over " + other);
      }
    }
  }

  @Test
  void aHeapBecomesLayersWithoutOverlapFromItsCorner() {
    Graph arranged = AutoLayout.of(layout(heap()), Set.of()).orElseThrow().apply(heap());
    GraphLayout after = layout(arranged);
    assertApart(after);
    for (WireLayout wire : after.wires()) {
      assertTrue(
          wire.feedback() || wire.path().end().getX() > wire.path().start().getX(),
          () -> wire.wire() + " goes back");
    }
    var bounds = after.bounds(arranged.nodes().keySet()).orElseThrow();
    assertEquals(120, bounds.getMinX());
    assertEquals(80, bounds.getMinY());
    assertEquals(patch.wires(), arranged.wires());
  }

  @Test
  void onlyTheChosenNodesMove() {
    Set<String> chosen = Set.of("keys", "voice");
    Graph arranged = AutoLayout.of(layout(heap()), chosen).orElseThrow().apply(heap());
    arranged.nodes().values().stream()
        .filter(node -> !chosen.contains(node.id()))
        .forEach(node -> assertEquals(heap().nodes().get(node.id()), node));
    assertTrue(arranged.nodes().get("voice").x() > arranged.nodes().get("keys").x());
  }

  @Test
  void oneNodeIsNotArranged() {
    assertEquals(Optional.empty(), AutoLayout.of(layout(patch), Set.of("keys")));
  }
}
