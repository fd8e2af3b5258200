package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is grouped plays as before. */
class SubgraphPlayTest {
  private static final Graph GRAPH =
      ToyNodes.graph(
          """
          begin count first=100
          count count
          dice dice
          scale scale factor=3
          sum sum
          recent recent
          show show
          begin.out -> sum.start
          sum.out -> sum.so_far
          dice.out -> scale.in
          scale.out -> sum.in
          sum.out -> recent.in
          recent.out -> show.vector
          sum.out -> show.in
          """);

  private final ToyGame game = new ToyGame();

  private static Graph grouped(String... nodes) {
    return new Grouping(GRAPH, ToyNodes.REGISTRY)
        .group(Set.of(nodes), "Group")
        .orElseThrow()
        .edit()
        .apply(GRAPH);
  }

  private Plan plan(Graph graph) {
    return game.planner.plan(graph, Path::of, Set.of("scale/scaled"));
  }

  private List<List<Float>> frames(Graph graph) {
    game.seen.clear();
    try (Plan plan = plan(graph);
        PlanRun run = PlanRun.start(plan, 7)) {
      for (int i = 0; i < 6; i++) {
        run.frame();
      }
    }
    return List.copyOf(game.seen);
  }

  @Test
  void groupedNodesPlayTheSameFramesWithTheSameNoise() {
    List<List<Float>> expected = frames(GRAPH);
    assertEquals(expected, frames(grouped("sum")));
    assertEquals(expected, frames(grouped("dice", "scale", "sum", "recent")));
    assertEquals(expected, frames(grouped("begin", "dice", "show")));
    assertFalse(game.probed.get("scale/scaled").isEmpty());
  }

  @Test
  void playGoesOnWhileNodesAreGrouped() {
    List<List<Float>> expected = frames(GRAPH);
    game.seen.clear();
    Graph group = grouped("scale", "sum", "recent", "count");
    try (Plan plan = plan(GRAPH);
        Plan next = plan(group);
        PlanRun run = PlanRun.start(plan, 7)) {
      run.frame();
      run.frame();
      run.frame();
      try (PlanRun on = PlanRun.takeOver(next, run)) {
        on.frame();
        on.frame();
        on.frame();
      }
    }
    assertEquals(expected, List.copyOf(game.seen));
  }

  @Test
  void anInstancesOwnLiveValueNeedsNoNewPlan() {
    Graph graph =
        new SubgraphEdit.PromoteParam("group", new PromotedParam("strength", "scale", "factor"))
            .apply(grouped("scale", "sum"));
    Graph louder = new GraphEdit.SetParam("group", "strength", 5.0).apply(graph);
    assertTrue(GraphChange.onlyLive(graph, louder, ToyNodes.REGISTRY));
    assertTrue(GraphChange.onlyLive(GRAPH, graph, ToyNodes.REGISTRY));
    assertEquals(frames(Expansion.flat(louder, ToyNodes.REGISTRY)), frames(louder));
    Graph inner =
        new SubgraphEdit.Inside("group", new GraphEdit.SetParam("scale", "offset", 5.0))
            .apply(graph);
    assertFalse(GraphChange.onlyLive(graph, inner, ToyNodes.REGISTRY));
  }
}
