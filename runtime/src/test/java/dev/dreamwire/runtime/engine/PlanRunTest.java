package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanRunTest {
  private static final String SUM =
      """
      begin count first=100
      count count
      sum sum
      show show
      begin.out -> sum.start
      sum.out -> sum.so_far
      count.out -> sum.in
      sum.out -> show.in
      """;

  private static final String CHAIN =
      """
      count count
      twice scale factor=2 offset=1
      thrice scale factor=3 offset=-2
      show show
      count.out -> twice.in
      twice.out -> thrice.in
      thrice.out -> show.in
      """;

  private static final String CHAIN_APART =
      CHAIN.replace("twice.out -> thrice.in", "")
          + """
          pass pass
          twice.out -> pass.in
          pass.out -> thrice.in
          """;

  private final ToyGame game = new ToyGame();

  @Test
  void neighboursAreOneProgramThatGivesWhatTheyGiveAlone() {
    List<Float> together = game.numbers(CHAIN, 3, 0);
    assertEquals(List.of("twice+thrice"), game.compiled);
    assertEquals(List.of(7f, 13f, 19f), together);
    game.compiled.clear();
    assertEquals(together, game.numbers(CHAIN_APART, 3, 0));
    assertEquals(List.of("twice", "thrice"), game.compiled);
  }

  @Test
  void whatIsFedBackIsOneFrameOldAndBeginsWithTheStart() {
    assertEquals(List.of(101f, 103f, 106f), game.numbers(SUM, 3, 0));
  }

  @Test
  void startingOverBringsTheFirstFrameBack() {
    try (Plan plan = game.plan(SUM);
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
      run.restart(0);
      assertEquals(0, run.frames());
      run.frame();
    }
    assertEquals(List.of(List.of(101f), List.of(103f), List.of(101f)), game.seen);
  }

  @Test
  void aNodeThatPlayStartsWithAndThatPlaysKeepsBothValuesApart() {
    String graph =
        """
        count count first=10
        sum sum
        show show
        count.out -> sum.start
        sum.out -> sum.so_far
        count.out -> sum.in
        sum.out -> show.in
        """;
    assertEquals(List.of(21f, 33f), game.numbers(graph, 2, 0));
    String inProgram =
        graph.replace("count.out -> sum", "same.out -> sum") + "same scale\ncount.out -> same.in\n";
    assertEquals(List.of(21f, 33f), game.numbers(inProgram, 2, 0));
  }

  @Test
  void aHostNodeCanLookBackToo() {
    String graph =
        """
        count count
        show show
        count.out -> show.before
        """;
    assertEquals(List.of(0f, 1f, 2f), game.numbers(graph, 3, 0));
  }

  @Test
  void aRingHoldsTheLastFramesInTheOrderOfTheRing() {
    String graph =
        """
        count count
        recent recent
        show show
        count.out -> recent.in
        recent.out -> show.vector
        """;
    assertEquals(
        List.of(
            List.of(0f, 0f, 0f),
            List.of(1f, 0f, 0f),
            List.of(1f, 2f, 0f),
            List.of(1f, 2f, 3f),
            List.of(4f, 2f, 3f)),
        game.play(graph, 5, 0));
  }

  @Test
  void aBorrowedMemoryIsKeptByTheOneWhoLendsIt() {
    assertEquals(List.of(0f, 1f, 2f), game.numbers(borrowing(""), 3, 0));
  }

  @Test
  void twoThatWriteIntoOneMemoryAreRefused() {
    String second =
        """
        other reader
        show2 show
        book.book -> other.book
        count.out -> other.in
        other.out -> show2.in
        """;
    PlanException refused = assertThrows(PlanException.class, () -> game.plan(borrowing(second)));
    assertTrue(refused.getMessage().contains("book"), refused.getMessage());
  }

  private static String borrowing(String more) {
    return """
        count count
        book book
        reader reader
        show show
        book.book -> reader.book
        count.out -> reader.in
        reader.out -> show.in
        """
        + more;
  }

  @Test
  void aFillIsToldTheFrame() {
    assertEquals(
        List.of(0f, 1f, 2f),
        game.numbers(
            """
            clock clock
            show show
            clock.out -> show.in
            """,
            3,
            0));
  }

  @Test
  void noiseFollowsTheSeedAndTheFrameAlone() {
    String graph =
        """
        dice dice
        show show
        dice.out -> show.in
        """;
    List<Float> once = game.numbers(graph, 4, 7);
    assertEquals(once, game.numbers(graph, 4, 7));
    assertNotEquals(once, game.numbers(graph, 4, 8));
    assertEquals(4, Set.copyOf(once).size());
  }

  @Test
  void aLiveValueHoldsFromTheNextFrameWithoutCompiling() {
    try (Plan plan = game.plan(CHAIN);
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      Graph graph = plan.graph();
      run.updateLive(graph.with(graph.nodes().get("thrice").with("factor", 10.0)));
      run.frame();
    }
    assertEquals(List.of(List.of(7f), List.of(48f)), game.seen);
    assertEquals(1, game.compiled.size());
  }

  @Test
  void aLiveColourReachesTheProgramAsShares() {
    String red = "count count\nred red\nshow show\ncount.out -> red.in\nred.out -> show.in";
    try (Plan plan = game.plan(red);
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      Graph graph = plan.graph();
      run.updateLive(graph.with(graph.nodes().get("red").with("tint", "#33ffff")));
      run.frame();
    }
    assertEquals(List.of(List.of(1f), List.of(0.4f)), game.seen);
    assertEquals(1, game.compiled.size());
  }

  @Test
  void onlyWhatIsWatchedLeavesTheProgram() {
    Graph graph = ToyNodes.graph(CHAIN);
    try (Plan plan = game.plan(graph, Set.of("twice/scaled"));
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
    }
    assertEquals(Map.of("twice/scaled", List.of(2f, 4f)), game.probed);
  }

  @Test
  void outputsAreWatchedWhereverTheyAreMade() {
    Set<String> outputs = Set.of("count/out", "twice/out", "show/none");
    try (Plan plan = game.plan(ToyNodes.graph(CHAIN), outputs);
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
    }
    assertEquals(Map.of("count/out", List.of(1f, 2f), "twice/out", List.of(3f, 5f)), game.probed);
  }

  @Test
  void whatPlayStartsWithIsShownWhenItStartsAndToThoseWhoBeginToWatch() {
    Graph graph = ToyNodes.graph(SUM);
    try (Plan plan = game.plan(graph, Set.of("begin/out"));
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      run.frame();
    }
    List<Float> shown = game.probed.get("begin/out");
    assertEquals(1, shown.size());
    game.probed.clear();
    try (Plan plan = game.plan(graph, Set.of());
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      assertEquals(Map.of(), game.probed);
      try (Plan watched = game.plan(graph, Set.of("begin/out"));
          PlanRun next = PlanRun.takeOver(watched, run)) {
        next.frame();
      }
    }
    assertEquals(Map.of("begin/out", shown), game.probed);
  }

  @Test
  void everyNodeHasItsTimeAndTheSumIsTheFrames() {
    try (Plan plan = game.plan(CHAIN);
        PlanRun run = PlanRun.start(plan, 0)) {
      FrameTimings timings = run.frame();
      assertEquals(Set.of("count", "twice", "thrice", "show"), timings.nodeMs().keySet());
      double nodes = timings.nodeMs().values().stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(timings.programMs() + timings.hostMs(), nodes, 1e-9);
    }
  }

  @Test
  void aNodeThatFailsIsNamedAndTheFrameCanBeTriedAgain() {
    String graph =
        """
        count count
        break break at=1
        show show
        count.out -> break.in
        break.out -> show.in
        """;
    try (Plan plan = game.plan(graph);
        PlanRun run = PlanRun.start(plan, 0)) {
      run.frame();
      Problem problem = assertThrows(NodeFailure.class, run::frame).problem();
      assertEquals("break", problem.node());
      assertTrue(problem.message().contains("out of paper"), problem.message());
      assertEquals(1, run.frame().frame());
    }
  }

  @Test
  void aNodeThatCannotBePlannedIsNamedWithItsPort() {
    PlanException refused =
        assertThrows(
            PlanException.class,
            () -> game.plan(CHAIN.replace("thrice scale factor=3 offset=-2", "thrice refuse")));
    assertEquals(
        List.of(Problem.error("thrice", "in", "must be something else")), refused.problems());
  }

  @Test
  void twoPlansOfOneGraphDoNotShareTheirMemory() {
    try (Plan a = game.plan(SUM);
        Plan b = game.plan(SUM);
        PlanRun first = PlanRun.start(a, 0);
        PlanRun second = PlanRun.start(b, 0)) {
      first.frame();
      first.frame();
      second.frame();
    }
    assertEquals(List.of(List.of(101f), List.of(103f), List.of(101f)), game.seen);
  }
}
