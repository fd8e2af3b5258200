package dev.dreamwire.editor.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.BigPatch;
import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wires that go back below the nodes. */
class LaneTest {
  @Test
  void aLaneIsNearItsNodeHoweverManyOthersThereAre() {
    GraphLayout layout = GraphLayout.of(BigPatch.of(1000), DemoNodes.REGISTRY);
    for (WireLayout wire : layout.wires()) {
      NodeLayout node = layout.node(wire.wire().to().node()).orElseThrow();
      double below = wire.bounds().getMaxY() - node.bounds().getMaxY();
      assertTrue(!wire.feedback() || below < 700, () -> wire.wire() + " is " + below + " below");
    }
  }

  @Test
  void aLayoutThatFollowedEditsIsTheOneOfTheGraphAsItIs() {
    Random random = new Random(7);
    Graph graph = BigPatch.of(60);
    GraphLayout layout = GraphLayout.of(graph, DemoNodes.REGISTRY);
    for (int i = 0; i < 40; i++) {
      String node = "n" + random.nextInt(60);
      GraphEdit.Position to = new GraphEdit.Position(random.nextInt(4000), random.nextInt(900));
      graph = new GraphEdit.MoveNodes(Map.of(node, to)).apply(graph);
      layout = layout.next(graph, DemoNodes.REGISTRY, any -> false);
    }
    GraphLayout fresh = GraphLayout.of(graph, DemoNodes.REGISTRY);
    assertEquals(List.copyOf(fresh.wires()), List.copyOf(layout.wires()));
  }
}
