package dev.dreamwire.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Grouping.Grouped;
import dev.dreamwire.runtime.graph.SubgraphEdit.Demote;
import dev.dreamwire.runtime.graph.SubgraphEdit.Inside;
import dev.dreamwire.runtime.graph.SubgraphEdit.PromoteParam;
import dev.dreamwire.runtime.graph.SubgraphEdit.Promoted;
import dev.dreamwire.runtime.graph.SubgraphEdit.RenamePromoted;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubgraphTest {
  private static final NodeRegistry INSTALLED = TestNodes.REGISTRY;
  private static final Graph GAME = TestNodes.game();

  private static Graph group(Graph graph, String title, String... nodes) {
    return grouped(graph, title, nodes).edit().apply(graph);
  }

  private static Grouped grouped(Graph graph, String title, String... nodes) {
    return new Grouping(graph, INSTALLED).group(Set.of(nodes), title).orElseThrow();
  }

  private static NodeSpec spec(Graph graph, String node) {
    NodeRegistry registry = INSTALLED.with(graph.subgraphs());
    return registry.find(graph.nodes().get(node).type()).map(NodeType::spec).orElseThrow();
  }

  private static void assertSameFlow(Graph expected, Graph graph) {
    Graph flat = Expansion.flat(graph, INSTALLED);
    assertEquals(new HashSet<>(expected.wires()), new HashSet<>(flat.wires()));
    assertEquals(expected.nodes().keySet(), flat.nodes().keySet());
    expected
        .nodes()
        .forEach(
            (id, node) -> {
              assertEquals(node.type(), flat.nodes().get(id).type());
              assertEquals(node.params(), flat.nodes().get(id).params());
            });
  }

  private static List<String> problems(Graph graph) {
    return GraphCheck.check(graph, INSTALLED, Locale.ENGLISH).stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void wiresAcrossTheBorderBecomePortsThatAreReadAsBefore() {
    Graph graph = group(GAME, "Dream", "history", "sampler", "decode");
    NodeSpec dream = spec(graph, "dream");
    assertEquals(List.of("start"), dream.inputs().stream().map(Port::name).toList());
    assertEquals(Port.Role.START, dream.input("start").role());
    assertEquals(List.of("image"), dream.outputs().stream().map(Port::name).toList());
    assertEquals(Set.of("scene", "encode", "viewport", "dream"), graph.nodes().keySet());
    assertSameFlow(GAME, graph);
    assertEquals(List.of(), problems(graph));
  }

  @Test
  void aLoopThatCrossesTheBorderStaysALoopOfFrames() {
    Graph graph = group(GAME, "Past", "history");
    assertEquals(Port.Role.FEEDBACK, spec(graph, "past").input("frame").role());
    assertSameFlow(GAME, graph);
    assertEquals(List.of(), problems(graph));
    assertSameFlow(GAME, group(GAME, "Rest", "scene", "encode", "sampler", "viewport"));
  }

  @Test
  void whatIsGroupedCanBeGroupedAgainAndTakenApart() {
    Graph inner = group(GAME, "Inner", "sampler", "decode");
    Graph outer = group(inner, "Outer", "inner", "history");
    assertSameFlow(GAME, outer);
    assertEquals(
        List.of("outer", "inner", "sampler"), Expansion.of(outer, INSTALLED).path("sampler"));
    Grouped apart = new Grouping(outer, INSTALLED).dissolve(Set.of("outer")).orElseThrow();
    assertEquals(Set.of("inner", "history"), apart.nodes());
    Graph flat =
        new Grouping(apart.edit().apply(outer), INSTALLED)
            .dissolve(Set.of("inner"))
            .orElseThrow()
            .edit()
            .apply(apart.edit().apply(outer));
    assertSameFlow(GAME, flat);
    assertTrue(flat.subgraphs().isEmpty());
  }

  @Test
  void everyInstanceHasItsOwnValuesAndTheInsideIsStoredOnce() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    graph = new PromoteParam("dream", new PromotedParam("steps", "sampler", "steps")).apply(graph);
    graph = graph.with(graph.nodes().get("dream").renamed("second"));
    graph = new GraphEdit.SetParam("second", "steps", 3L).apply(graph);
    Graph flat = Expansion.flat(graph, INSTALLED);
    assertEquals(Map.of(), flat.nodes().get("sampler").params());
    assertEquals(3L, flat.nodes().get("second/sampler").params().get("steps"));
    graph = new Inside("dream", new GraphEdit.SetParam("sampler", "steps", 12L)).apply(graph);
    flat = Expansion.flat(graph, INSTALLED);
    assertEquals(12L, flat.nodes().get("sampler").params().get("steps"));
    assertEquals(3L, flat.nodes().get("second/sampler").params().get("steps"));
    assertEquals(12L, spec(graph, "dream").param("steps").defaultValue());
    assertEquals(1, graph.subgraphs().known().size());
  }

  @Test
  void anOverrideOfANodeOfAnOlderVersionIsReadAsThisVersionNamesIt() {
    Graph old = GAME.with(new Node("sampler", "test:sampler", 1, Map.of("n", 5L), 0, 0));
    Graph graph = group(old, "Dream", "sampler");
    graph = new PromoteParam("dream", new PromotedParam("steps", "sampler", "steps")).apply(graph);
    assertEquals(5L, spec(graph, "dream").param("steps").defaultValue());
    graph = new GraphEdit.SetParam("dream", "steps", 9L).apply(graph);
    assertEquals(
        Map.of("steps", 9L), Expansion.flat(graph, INSTALLED).nodes().get("sampler").params());
  }

  @Test
  void namesOfPortsAndParametersAreFollowedByWiresAndValues() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    graph = new PromoteParam("dream", new PromotedParam("steps", "sampler", "steps")).apply(graph);
    graph = new GraphEdit.SetParam("dream", "steps", 3L).apply(graph);
    Graph named =
        new RenamePromoted("dream", Promoted.PARAM, "steps", "质量")
            .apply(new RenamePromoted("dream", Promoted.OUTPUT, "image", "picture").apply(graph));
    assertEquals(3L, named.nodes().get("dream").params().get("质量"));
    assertTrue(named.wires().contains(TestNodes.wire("dream.picture", "viewport.image")));
    assertSameFlow(Expansion.flat(graph, INSTALLED), named);
    Graph less =
        new Demote("dream", Promoted.OUTPUT, "picture")
            .apply(new Demote("dream", Promoted.PARAM, "质量").apply(named));
    assertEquals(Map.of(), less.nodes().get("dream").params());
    assertEquals(Optional.empty(), less.wireTo(TestNodes.ref("viewport.image")));
    assertEquals(
        List.of("latent"), spec(less, "dream").outputs().stream().map(Port::name).toList());
  }

  @Test
  void promotedParametersStayWhenTheirNodeIsGroupedRenamedOrTakenApart() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    graph = new PromoteParam("dream", new PromotedParam("steps", "sampler", "steps")).apply(graph);
    graph = new GraphEdit.SetParam("dream", "steps", 3L).apply(graph);
    graph = new Inside("dream", new GraphEdit.RenameNode("sampler", "maker")).apply(graph);
    Graph nested =
        new Inside("dream", nesting(graph).group(Set.of("maker"), "Core").orElseThrow().edit())
            .apply(graph);
    assertEquals(2, nested.subgraphs().known().size());
    assertEquals(3L, Expansion.flat(nested, INSTALLED).nodes().get("maker").params().get("steps"));
    Graph apart =
        new Inside("dream", nesting(nested).dissolve(Set.of("core")).orElseThrow().edit())
            .apply(nested);
    assertEquals(1, apart.subgraphs().known().size());
    assertEquals(3L, Expansion.flat(apart, INSTALLED).nodes().get("maker").params().get("steps"));
  }

  @Test
  void oneOuterParameterLeadsSeveralInnerOnesThroughEveryChange() {
    Graph game = GAME.with(TestNodes.node("second", "test:sampler"));
    Graph graph = group(game, "Dream", "sampler", "second");
    List<PromotedParam> both =
        List.of(
            new PromotedParam("steps", "sampler", "steps"),
            new PromotedParam("steps", "second", "steps"));
    graph = new SubgraphEdit.Retarget("dream", both).apply(graph);
    assertEquals(1, spec(graph, "dream").params().size());
    graph = new GraphEdit.SetParam("dream", "steps", 3L).apply(graph);
    graph = new RenamePromoted("dream", Promoted.PARAM, "steps", "effort").apply(graph);
    assertSteps(3L, graph);
    Graph nested =
        new Inside(
                "dream",
                nesting(graph).group(Set.of("sampler", "second"), "Core").orElseThrow().edit())
            .apply(graph);
    assertEquals(1, nested.subgraphs().known().get("dream").params().size());
    assertSteps(3L, nested);
    Graph apart =
        new Inside("dream", nesting(nested).dissolve(Set.of("core")).orElseThrow().edit())
            .apply(nested);
    assertEquals(2, apart.subgraphs().known().get("dream").led("effort").size());
    assertSteps(3L, apart);
    Graph withdrawn = new Demote("dream", Promoted.PARAM, "effort").apply(apart);
    assertEquals(List.of(), withdrawn.subgraphs().known().get("dream").params());
    assertSteps(null, withdrawn);
  }

  private static void assertSteps(Object steps, Graph graph) {
    Map<String, Node> flat = Expansion.flat(graph, INSTALLED).nodes();
    for (String node : List.of("sampler", "second")) {
      assertEquals(steps, flat.get(node).params().get("steps"), node);
    }
  }

  private static Grouping nesting(Graph graph) {
    Subgraph dream = graph.subgraphs().known().get("dream");
    return new Grouping(SubgraphEdit.inside(graph, dream), INSTALLED, Optional.of(dream));
  }

  @Test
  void aWireToABordersFreePortMakesAPort() {
    Graph graph = group(GAME, "Dream", "sampler");
    Subgraph dream = graph.subgraphs().known().get("dream");
    Graph inside = SubgraphEdit.inside(graph, dream);
    Wire wire = TestNodes.wire("sampler.latent", "outputs.+");
    assertEquals(
        Optional.empty(), ConnectionRule.refusal(inside, INSTALLED, wire.from(), wire.to()));
    GraphEdit settled = Promotion.settled(new GraphEdit.Connect(wire), "dream", inside, INSTALLED);
    Graph next = new Inside("dream", settled).apply(graph);
    assertEquals(
        List.of("latent", "latent_2"),
        spec(next, "dream").outputs().stream().map(Port::name).toList());
    assertTrue(
        ConnectionRule.refusal(
                inside, INSTALLED, TestNodes.ref("inputs.+"), TestNodes.ref("outputs.+"))
            .isPresent());
  }

  @Test
  void mutedFrozenAndBypassedInstancesAreWhatTheirNodesWouldBe() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    Node dream = graph.nodes().get("dream");
    Graph muted = graph.with(dream.with(NodeState.USUAL.with(NodeState.Mode.MUTED)));
    assertEquals(
        NodeState.Mode.MUTED,
        Expansion.flat(muted, INSTALLED).nodes().get("sampler").state().mode());
    Graph bypassed = graph.with(dream.with(NodeState.USUAL.with(NodeState.Mode.BYPASSED)));
    assertTrue(problems(bypassed).toString().contains("cannot be bypassed"));
    Graph smooth =
        new GraphEdit.Connect(TestNodes.wire("smooth.latent", "decode.latent"))
            .apply(
                new GraphEdit.Connect(TestNodes.wire("sampler.latent", "smooth.latent"))
                    .apply(GAME.with(TestNodes.node("smooth", "test:smooth"))));
    Graph past = group(smooth, "Soft", "smooth");
    past = past.with(past.nodes().get("soft").with(NodeState.USUAL.with(NodeState.Mode.BYPASSED)));
    assertSameFlow(GAME, past);
  }

  @Test
  void aSubgraphInItselfIsNamedAndNothingIsLost() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    Node again = new Node("again", "subgraph:dream", 1, Map.of(), 0, 0);
    Graph odd = new Inside("dream", new GraphEdit.AddNode(again)).apply(graph);
    assertEquals(
        List.of(
            "error dream/again would hold itself: Dream cannot be inside of Dream; delete this"
                + " node"),
        problems(odd));
    assertTrue(odd.subgraphs().holds("dream", "dream"));
  }

  @Test
  void endlessMultiplicationIsNamed() {
    Graph graph = group(GAME, "Layer", "decode");
    String last = "layer";
    for (int i = 0; i < 30; i++) {
      Graph twice =
          Graph.of(
                  List.of(
                      new Node("a", Subgraph.instanceType(last), 1, Map.of(), 0, 0),
                      new Node("b", Subgraph.instanceType(last), 1, Map.of(), 0, 0)),
                  List.of())
              .withSubgraphs(graph.subgraphs());
      Graph grouped = group(twice, "Layer", "a", "b");
      graph = graph.withSubgraphs(grouped.subgraphs());
      last = grouped.nodes().keySet().iterator().next();
      last = Subgraph.idOf(grouped.nodes().get(last).type()).orElseThrow();
    }
    Graph many = graph.with(new Node("many", Subgraph.instanceType(last), 1, Map.of(), 0, 0));
    assertEquals(
        1, problems(many).stream().filter(p -> p.contains("more than 20000 nodes")).count());
  }

  @Test
  void anInstanceWithoutItsSubgraphStaysAndIsNamed() {
    Graph graph = group(GAME, "Dream", "sampler").withSubgraphs(Subgraphs.NONE);
    assertTrue(problems(graph).toString().contains("subgraph that this document does not have"));
    assertEquals(graph, Expansion.flat(graph, INSTALLED));
  }

  @Test
  void loopsAreRefusedThroughInstancesAndOnlyWhereTheyAre() {
    Graph graph =
        GAME.with(TestNodes.node("one", "test:smooth")).with(TestNodes.node("two", "test:smooth"));
    graph = new GraphEdit.Connect(TestNodes.wire("sampler.latent", "one.latent")).apply(graph);
    graph = new GraphEdit.Connect(TestNodes.wire("encode.latent", "two.latent")).apply(graph);
    graph = new GraphEdit.Connect(TestNodes.wire("one.latent", "decode.latent")).apply(graph);
    graph = graph.with(TestNodes.node("three", "test:smooth"));
    graph = new GraphEdit.Connect(TestNodes.wire("two.latent", "three.latent")).apply(graph);
    Graph both = group(graph, "Both", "one", "two");
    NodeSpec spec = spec(both, "both");
    assertEquals(2, spec.outputs().size());
    String one = both.wireTo(TestNodes.ref("decode.latent")).orElseThrow().from().port();
    String two = both.wireTo(TestNodes.ref("three.latent")).orElseThrow().from().port();
    String intoOne =
        both.wires().stream()
            .filter(w -> w.from().equals(TestNodes.ref("sampler.latent")))
            .filter(w -> w.to().node().equals("both"))
            .findFirst()
            .orElseThrow()
            .to()
            .port();
    PortRef in = new PortRef("both", intoOne);
    assertTrue(ConnectionRule.refusal(both, INSTALLED, new PortRef("both", one), in).isPresent());
    assertEquals(
        Optional.empty(), ConnectionRule.refusal(both, INSTALLED, new PortRef("both", two), in));
  }

  @Test
  void aPastedPartBringsItsSubgraphsUnderFreeNames() {
    Graph graph = group(GAME, "Dream", "sampler", "decode");
    Graph part =
        Graph.of(List.of(graph.nodes().get("dream")), List.of()).withSubgraphs(graph.subgraphs());
    Graph empty = new GraphEdit.AddNodes(part).apply(Graph.EMPTY);
    assertEquals(graph.subgraphs(), empty.subgraphs());
    Graph other = group(GAME, "Dream", "history");
    Graph renamed =
        new GraphEdit.AddNodes(
                part.without(Set.of("dream")).with(part.nodes().get("dream").renamed("pasted")))
            .apply(other);
    assertEquals(Set.of("dream", "dream-2"), renamed.subgraphs().known().keySet());
    assertEquals("subgraph:dream-2", renamed.nodes().get("pasted").type());
    assertEquals(2, renamed.subgraphs().known().get("dream-2").size());
  }

  @Test
  void aGraphWithoutInstancesIsItsOwnExpansion() {
    assertSame(GAME, Expansion.flat(GAME, INSTALLED));
  }
}
