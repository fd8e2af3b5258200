package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.Promotion;
import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a graph can be undone, done again, saved and opened. */
class RandomEditsTest {
  private static final int EDITS = 300;
  private static final NodeRegistry NODES = new NodeRegistry(List.of());
  private static final Graph START =
      Graph.of(
          List.of(
              new Node("a", "t:a", 1, Map.of("steps", 4L), 0, 0),
              new Node("b", "t:b", 1, Map.of(), 100, 0)),
          List.of(new Wire(new PortRef("a", "out"), new PortRef("b", "in0"))));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void anyEditsUndoneAndDoneAgainGiveEqualGraphsAndNeverAnInvalidOne(long seed) {
    Random random = new Random(seed);
    EditHistory history = new EditHistory(START);
    for (int i = 0; i < EDITS; i++) {
      history.apply(anywhere(history.graph(), random));
      if (random.nextInt(4) == 0) {
        history.seal();
      }
      if (random.nextInt(12) == 0) {
        history.undo();
      }
      requireValid(history.graph());
    }
    while (history.canRedo()) {
      history.redo();
    }
    Graph end = history.graph();
    while (history.canUndo()) {
      requireValid(history.undo());
    }
    assertEquals(START, history.graph());
    assertFalse(history.dirty());
    while (history.canRedo()) {
      history.redo();
    }
    assertEquals(end, history.graph());
    Preset preset = Preset.of("random", end);
    assertEquals(preset, PresetFile.parse("random", PresetFile.format(preset)));
  }

  /** An edit of the top level, of the inside of a subgraph, or of subgraphs. */
  private static GraphEdit anywhere(Graph graph, Random random) {
    List<Subgraph> known = List.copyOf(graph.subgraphs().known().values());
    if (known.isEmpty() || random.nextInt(3) > 0) {
      return random.nextInt(12) == 0 ? grouping(graph, random) : edit(graph, random);
    }
    Subgraph subgraph = known.get(random.nextInt(known.size()));
    Graph inside = SubgraphEdit.inside(graph, subgraph);
    String id = subgraph.id();
    return switch (Integer.valueOf(random.nextInt(8))) {
      case 0 -> new SubgraphEdit.Retitle(id, "Title " + random.nextInt(3));
      case 1 ->
          new SubgraphEdit.PromoteParam(
              id, new PromotedParam("steps", any(inside, random), "steps"));
      case 2 ->
          new SubgraphEdit.RenamePromoted(
              id, SubgraphEdit.Promoted.INPUT, "in0", "name " + random.nextInt(3));
      case 3 -> new SubgraphEdit.Demote(id, SubgraphEdit.Promoted.OUTPUT, "out");
      case 4 -> new SubgraphEdit.RemoveSubgraph(id);
      case 5 -> new SubgraphEdit.Inside(id, grouping(inside, random));
      case Integer i when i == 6 && inside.nodes().containsKey("outputs") ->
          new SubgraphEdit.Inside(
              id,
              Promotion.settled(
                  new GraphEdit.Connect(
                      new Wire(
                          new PortRef(any(inside, random), "out"),
                          new PortRef(border(inside, id), Subgraph.NEW_PORT))),
                  id,
                  inside,
                  NODES));
      default -> new SubgraphEdit.Inside(id, edit(inside, random));
    };
  }

  private static String border(Graph inside, String subgraph) {
    return inside.nodes().values().stream()
        .filter(node -> node.type().equals("subgraph-outputs:" + subgraph))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static GraphEdit grouping(Graph graph, Random random) {
    if (graph.nodes().isEmpty()) {
      return new GraphEdit.AddNode(node(graph, random));
    }
    Grouping grouping = new Grouping(graph, NODES);
    Set<String> some = Set.copyOf(List.of(any(graph, random), any(graph, random)));
    return grouping
        .dissolve(some)
        .or(() -> grouping.group(some, "Group"))
        .map(Grouping.Grouped::edit)
        .orElseGet(() -> new GraphEdit.AddNode(node(graph, random)));
  }

  private static void requireValid(Graph graph) {
    requireValidLevel(graph);
    graph.subgraphs().known().values().forEach(subgraph -> requireValidLevel(subgraph.graph()));
    requireValidLevel(Expansion.flat(graph, NODES));
  }

  private static void requireValidLevel(Graph graph) {
    Set<PortRef> taken = new HashSet<>();
    for (Wire wire : graph.wires()) {
      assertTrue(graph.nodes().containsKey(wire.from().node()), wire::toString);
      assertTrue(graph.nodes().containsKey(wire.to().node()), wire::toString);
      assertTrue(taken.add(wire.to()), wire::toString);
    }
  }

  private static GraphEdit edit(Graph graph, Random random) {
    if (graph.nodes().isEmpty()) {
      return new GraphEdit.AddNode(node(graph, random));
    }
    return switch (random.nextInt(13)) {
      case 0, 1 -> new GraphEdit.AddNode(node(graph, random));
      case 2 -> new GraphEdit.RemoveNodes(Set.of(any(graph, random)));
      case 3 ->
          new GraphEdit.MoveNodes(
              Map.of(
                  any(graph, random),
                  new GraphEdit.Position(random.nextInt(9) * 8, random.nextInt(9) * 8)));
      case 4, 5 -> new GraphEdit.Connect(wire(graph, random));
      case 6 ->
          graph.wires().isEmpty()
              ? new GraphEdit.Connect(wire(graph, random))
              : new GraphEdit.Disconnect(graph.wires().get(random.nextInt(graph.wires().size())));
      case 7 ->
          new GraphEdit.SetParam(
              any(graph, random),
              "steps",
              random.nextBoolean() ? (Object) (long) random.nextInt(4) : null);
      case 8 -> states(graph, random);
      case 9 -> annotations(graph, random);
      case 10 -> reroute(graph, random);
      case 11 ->
          new GraphEdit.PutSetting(
              new Setting(
                  "setting" + random.nextInt(3),
                  Map.of(any(graph, random) + ".steps", (long) random.nextInt(4))));
      default ->
          GraphEdit.Compound.of(
              new GraphEdit.RenameNode(any(graph, random), graph.freshId("named")),
              new GraphEdit.AddNode(node(graph, random)));
    };
  }

  private static GraphEdit reroute(Graph graph, Random random) {
    if (graph.wires().isEmpty()) {
      return new GraphEdit.Connect(wire(graph, random));
    }
    return new GraphEdit.Reroute(
        graph.wires().get(random.nextInt(graph.wires().size())),
        Stream.generate(() -> new GraphEdit.Position(random.nextInt(99), 0.5))
            .limit(random.nextInt(3))
            .toList());
  }

  private static GraphEdit states(Graph graph, Random random) {
    NodeState.Mode[] modes = NodeState.Mode.values();
    return new GraphEdit.SetStates(
        "edit.state",
        Map.of(
            any(graph, random),
            new NodeState(
                modes[random.nextInt(modes.length)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean())));
  }

  private static GraphEdit annotations(Graph graph, Random random) {
    String id = "note" + random.nextInt(4);
    if (graph.annotations().containsKey(id) && random.nextBoolean()) {
      return new GraphEdit.RemoveAnnotations(Set.of(id));
    }
    Annotation.Kind[] kinds = Annotation.Kind.values();
    return new GraphEdit.PutAnnotations(
        "edit.note",
        Map.of(
            id,
            new Annotation(
                id,
                kinds[random.nextInt(kinds.length)],
                "注释 " + random.nextInt(9),
                random.nextBoolean() ? "sky" : "newer",
                new Annotation.Area(random.nextInt(99), 0.5, 60 + random.nextInt(99), 60))));
  }

  private static Node node(Graph graph, Random random) {
    return new Node(graph.freshId("n"), "t:" + random.nextInt(3), 1, Map.of(), 0, 0);
  }

  private static String any(Graph graph, Random random) {
    return List.copyOf(graph.nodes().keySet()).get(random.nextInt(graph.nodes().size()));
  }

  private static Wire wire(Graph graph, Random random) {
    return new Wire(
        new PortRef(any(graph, random), "out"),
        new PortRef(any(graph, random), "in" + random.nextInt(3)));
  }
}
