package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What muted, bypassed and frozen nodes do while a graph plays. */
class NodeModesTest {
  /** 1, 2, 3 … → · 2 + 1 → outside of any program → · 3 − 2. */
  private static final String CHAIN =
      """
      count count
      twice scale factor=2 offset=1
      pass pass
      thrice scale factor=3 offset=-2
      show show
      count.out -> twice.in
      twice.out -> pass.in
      pass.out -> thrice.in
      thrice.out -> show.in
      """;

  private final ToyGame game = new ToyGame();

  private static Graph chain(String id, Mode mode) {
    Graph graph = ToyNodes.graph(CHAIN);
    return graph.with(graph.nodes().get(id).with(NodeState.USUAL.with(mode)));
  }

  private List<Float> shown() {
    return game.seen.stream().map(List::getFirst).toList();
  }

  @Test
  void whatDependsOnAMutedNodeIsNeitherCompiledNorRun() {
    try (Plan plan = game.plan(chain("thrice", Mode.MUTED), Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      assertEquals(List.of(), game.compiled);
      assertEquals(List.of(), game.seen);
    }
  }

  @Test
  void aBypassedNodeHandsOnWhatItGets() {
    try (Plan plan = game.plan(chain("thrice", Mode.BYPASSED), Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
      assertEquals(List.of(3f, 5f), shown());
      assertEquals(List.of("twice"), game.compiled);
    }
  }

  @Test
  void aFrozenNodeKeepsItsLastOutputAndWhatOnlyItNeedsRests() {
    try (Plan free = game.plan(CHAIN);
        PlanRun first = PlanRun.start(free, 0)) {
      first.frame();
      first.frame();
      try (Plan frozen = game.plan(chain("twice", Mode.FROZEN), Set.of());
          PlanRun second = PlanRun.takeOver(frozen, first)) {
        Set<String> timed = second.frame().nodeMs().keySet();
        second.frame();
        assertEquals(List.of(7f, 13f, 13f, 13f), shown());
        assertTrue(timed.contains("thrice") && !timed.contains("twice"), timed::toString);
        assertTrue(!timed.contains("count"), timed::toString);
        try (Plan again = game.plan(CHAIN);
            PlanRun third = PlanRun.takeOver(again, second)) {
          third.frame();
          assertEquals(19f, shown().getLast());
        }
      }
    }
  }

  @Test
  void whatAFrozenNodeKeepsIsShownToThoseWhoBeginToWatch() {
    try (Plan plan = game.plan(ToyNodes.graph(CHAIN), Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
      try (Plan frozen = game.plan(chain("twice", Mode.FROZEN), Set.of("twice/out"));
          PlanRun second = PlanRun.takeOver(frozen, run)) {
        second.frame();
        assertEquals(Map.of("twice/out", List.of(5f)), game.probed);
      }
    }
  }

  @Test
  void whatIsFrozenFromTheStartIsComputedOnceAndOutlivesOtherEdits() {
    Graph graph = chain("twice", Mode.FROZEN);
    try (Plan plan = game.plan(graph, Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
      Graph edited = graph.with(graph.nodes().get("thrice").with("offset", 0.0));
      try (Plan next = game.plan(edited, Set.of());
          PlanRun on = PlanRun.takeOver(next, run)) {
        on.frame();
        on.restart(5);
        on.frame();
      }
    }
    assertEquals(List.of(7f, 7f, 9f, 9f), shown());
  }

  @Test
  void aFrozenNodeInsideOfAProgramIsCutOutOfIt() {
    String together =
        CHAIN
            .replace("twice.out -> pass.in", "twice.out -> thrice.in")
            .replace("pass pass", "")
            .replace("pass.out -> thrice.in", "");
    Graph graph = ToyNodes.graph(together);
    Graph frozen = graph.with(graph.nodes().get("twice").with(NodeState.USUAL.with(Mode.FROZEN)));
    try (Plan plan = game.plan(frozen, Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
    }
    assertEquals(List.of("twice", "thrice"), game.compiled);
    assertEquals(List.of(7f, 7f), shown());
  }
}
