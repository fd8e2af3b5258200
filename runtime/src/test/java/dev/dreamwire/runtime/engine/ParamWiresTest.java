package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.ConnectionRule;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is wired to a parameter holds in the place of its value. */
class ParamWiresTest {
  private static final String GAME =
      """
      dice dice
      lfo count first=2
      scale scale factor=7
      show show
      dice.out -> scale.in
      scale.out -> show.in
      """;

  private static final Wire DRIVE =
      new Wire(new PortRef("lfo", "out"), new PortRef("scale", "factor"));
  private static final Graph UNWIRED = ToyNodes.graph(GAME);
  private static final Graph WIRED = new GraphEdit.Connect(DRIVE).apply(UNWIRED);

  private final ToyGame game = new ToyGame();

  private List<List<Float>> frames(Graph graph, int count) {
    game.seen.clear();
    try (Plan plan = game.plan(graph, Set.of());
        PlanRun run = PlanRun.start(plan, 7)) {
      for (int i = 0; i < count; i++) {
        run.frame();
      }
    }
    return List.copyOf(game.seen);
  }

  /** What is seen if a person sets the factor before every frame: 3, 4, 5 … */
  private List<List<Float>> setByHand(int count) {
    game.seen.clear();
    try (Plan plan = game.plan(UNWIRED, Set.of());
        PlanRun run = PlanRun.start(plan, 7)) {
      for (int i = 0; i < count; i++) {
        run.updateLive(new GraphEdit.SetParam("scale", "factor", 3.0 + i).apply(UNWIRED));
        run.frame();
      }
    }
    return List.copyOf(game.seen);
  }

  @Test
  void aWirePlaysAsIfTheValueWereSetBeforeEveryFrame() {
    assertEquals(setByHand(6), frames(WIRED, 6));
  }

  @Test
  void aNumberThatAProgramMakesDrivesItsOwnAndLaterParameters() {
    String own = "clock clock\nclock.out -> scale.factor\n";
    assertEquals(List.of(0f, 2f, 6f), scaledCount(own));
    String later = "clock clock\npass pass\nclock.out -> pass.in\npass.out -> scale.factor\n";
    assertEquals(List.of(0f, 2f, 6f), scaledCount(later));
  }

  private List<Float> scaledCount(String driver) {
    return game.numbers(
        "count count\nscale scale\nshow show\ncount.out -> scale.in\nscale.out -> show.in\n"
            + driver,
        3,
        1);
  }

  @Test
  void hostNodesReadTheNumberOnceAFrame() {
    assertEquals(
        List.of(11f + 1, 12f + 2, 13f + 3),
        game.numbers(
            """
            by count
            from count first=10
            show show
            by.out -> from.plus
            from.out -> show.in
            """,
            3,
            1));
  }

  @ParameterizedTest
  @CsvSource({
    "-9, -2, -3, 0",
    "-1.5, -1.5, -2, 0",
    "-0.25, -0.25, 0, 0",
    "0.1, 0.1, 0, 0",
    "0.49, 0.49, 0, 0",
    "0.5, 0.5, 1, 1",
    "1.4, 1.4, 1, 1",
    "2.5, 2.5, 3, 1",
    "900, 2.5, 4, 1",
  })
  void numbersAreLimitedAndRoundedAlikeInProgramsAndOutside(
      double number, float share, float whole, float on) {
    for (String node : List.of("kinds", "host_kinds")) {
      String graph =
          "number count plus=%s\nk %s\nshow show\nk.out -> show.vector\n"
                  .formatted(number - 1, node)
              + "number.out -> k.share\nnumber.out -> k.whole\nnumber.out -> k.on\n";
      List<Float> seen = game.play(graph, 1, 1).getFirst();
      assertEquals(share, seen.get(0), 1e-6);
      assertEquals(List.of(whole, on), seen.subList(1, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds", "host_kinds"})
  void whatIsNotWiredKeepsItsValue(String node) {
    String graph =
        "number count\nk %s share=2\nshow show\nk.out -> show.vector\nnumber.out -> k.whole\n";
    assertEquals(
        List.of(List.of(2f, 1f, 0f), List.of(2f, 2f, 0f)), game.play(graph.formatted(node), 2, 1));
  }

  @Test
  void theStoredValueComesBackWhenTheWireGoes() {
    try (Plan wired = game.plan(WIRED, Set.of());
        Plan unwired = game.plan(UNWIRED, Set.of());
        PlanRun run = PlanRun.start(wired, 7)) {
      run.frame();
      run.frame();
      try (PlanRun on = PlanRun.takeOver(unwired, run)) {
        on.frame();
      }
    }
    List<List<Float>> seen = List.copyOf(game.seen);
    assertEquals(frames(WIRED, 2), seen.subList(0, 2));
    assertEquals(frames(UNWIRED, 3).get(2), seen.get(2));
  }

  @Test
  void aMutedNumberLeavesTheStoredValue() {
    Graph muted =
        WIRED.with(WIRED.nodes().get("lfo").with(NodeState.USUAL.with(NodeState.Mode.MUTED)));
    assertEquals(frames(UNWIRED, 3), frames(muted, 3));
  }

  @Test
  void wiringIsOneStepThatIsUndone() {
    EditHistory history = new EditHistory(UNWIRED);
    history.apply(new GraphEdit.Connect(DRIVE));
    assertEquals(WIRED, history.graph());
    assertEquals(UNWIRED, history.undo());
  }

  @Test
  void whatDecidesTheProgramTakesNoWire() {
    PortRef from = DRIVE.from();
    assertEquals(
        Optional.of("offset is part of the program; change it in the node."),
        ConnectionRule.refusal(
            UNWIRED, ToyNodes.REGISTRY, from, new PortRef("scale", "offset"), Locale.ENGLISH));
    Graph words = ToyNodes.graph("lfo count\nkinds kinds\n");
    assertEquals(
        Optional.of("word takes no number; choose in the node."),
        ConnectionRule.refusal(
            words, ToyNodes.REGISTRY, from, new PortRef("kinds", "word"), Locale.ENGLISH));
    Graph wrong =
        new GraphEdit.Connect(new Wire(from, new PortRef("scale", "offset"))).apply(UNWIRED);
    PlanException refused = assertThrows(PlanException.class, () -> game.plan(wrong, Set.of()));
    assertEquals("offset", refused.problems().getFirst().port());
  }

  @Test
  void aLoopThroughAParameterIsRefused() {
    Graph graph = ToyNodes.graph(GAME + "other scale\nscale.out -> other.in\n");
    assertTrue(
        ConnectionRule.refusal(
                graph,
                ToyNodes.REGISTRY,
                new PortRef("other", "out"),
                new PortRef("scale", "factor"),
                Locale.ENGLISH)
            .orElseThrow()
            .startsWith("This would close a loop: scale → other → scale."));
  }

  private static Graph grouped(Graph graph, String... nodes) {
    return new Grouping(graph, ToyNodes.REGISTRY)
        .group(Set.of(nodes), "Group")
        .orElseThrow()
        .edit()
        .apply(graph);
  }

  @Test
  void aGroupTakesTheNumberThroughAPortOfItsOwn() {
    Graph group = grouped(WIRED, "scale");
    assertEquals(frames(WIRED, 4), frames(group, 4));
    Graph unwired = new GraphEdit.Disconnect(wireFrom("lfo", group)).apply(group);
    assertEquals(frames(UNWIRED, 4), frames(unwired, 4));
    assertEquals(frames(WIRED, 4), frames(ungrouped(group), 4));
  }

  private static Wire wireFrom(String node, Graph graph) {
    return graph.wires().stream()
        .filter(w -> w.from().node().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static Graph ungrouped(Graph graph) {
    return new Grouping(graph, ToyNodes.REGISTRY)
        .dissolve(Set.of("group"))
        .orElseThrow()
        .edit()
        .apply(graph);
  }

  /** A group whose instances have a strength, which is the factor inside. */
  private static Graph promoted(Graph graph, String... nodes) {
    return new SubgraphEdit.PromoteParam("group", new PromotedParam("strength", "scale", "factor"))
        .apply(grouped(graph, nodes));
  }

  private static final Wire STRENGTH =
      new Wire(new PortRef("lfo", "out"), new PortRef("group", "strength"));

  @Test
  void anInstanceIsDrivenByItsPromotedParameter() {
    Graph graph = new GraphEdit.Connect(STRENGTH).apply(promoted(UNWIRED, "scale"));
    assertEquals(frames(WIRED, 4), frames(graph, 4));
    assertEquals(frames(WIRED, 4), frames(ungrouped(graph), 4));
    Graph renamed =
        new SubgraphEdit.RenamePromoted("group", SubgraphEdit.Promoted.PARAM, "strength", "gain")
            .apply(graph);
    assertEquals(new PortRef("group", "gain"), wireFrom("lfo", renamed).to());
    assertEquals(frames(WIRED, 4), frames(renamed, 4));
  }

  @Test
  void whatDrivesAnInstanceHoldsBeforeWhatDrivesTheNodeInside() {
    String inner = "inner count first=50\ninner.out -> scale.factor\n";
    Graph graph =
        new GraphEdit.Connect(STRENGTH)
            .apply(promoted(ToyNodes.graph(GAME + inner), "scale", "inner"));
    assertEquals(frames(WIRED, 4), frames(graph, 4));
    assertEquals(frames(WIRED, 4), frames(ungrouped(graph), 4));
    Graph unwired = new GraphEdit.Disconnect(STRENGTH).apply(graph);
    assertEquals(frames(ToyNodes.graph(GAME + inner), 4), frames(unwired, 4));
  }

  @Test
  void noWireStaysAtAParameterOfANodeThatIsGone() {
    Graph graph = new GraphEdit.Connect(STRENGTH).apply(promoted(UNWIRED, "scale"));
    Graph gone =
        new SubgraphEdit.Inside("group", new GraphEdit.RemoveNodes(Set.of("scale"))).apply(graph);
    assertTrue(gone.wires().stream().noneMatch(STRENGTH::equals));
    Graph withdrawn =
        new SubgraphEdit.Demote("group", SubgraphEdit.Promoted.PARAM, "strength").apply(graph);
    assertTrue(withdrawn.wires().stream().noneMatch(STRENGTH::equals));
  }
}
