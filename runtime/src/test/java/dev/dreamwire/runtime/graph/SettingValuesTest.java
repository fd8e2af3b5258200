package dev.dreamwire.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Choosing a setting, on the graph as it is and once its node is inside of a subgraph. */
class SettingValuesTest {
  private static final NodeRegistry NODES = InstalledNodes.find().registry();
  private static final Setting FAST = new Setting("fast", Map.of("sampler.steps", 2L));
  private static final Setting FINE =
      new Setting("fine", Map.of("sampler.steps", 4L, "gone.steps", 9L, "context.window", 6.0));
  private static final Graph GRAPH =
      Graph.of(
              List.of(
                  node("sampler", "sampler.euler_flow", Map.of("steps", 3L)),
                  node("context", "context", Map.of())),
              List.of())
          .withSettings(List.of(FAST, FINE));

  private static Node node(String id, String type, Map<String, Object> params) {
    return new Node(id, "dreamwire:" + type, 1, params, 0, 0);
  }

  private static Graph chosen(Setting setting, Graph graph) {
    return new SettingValues(graph, NODES).edit(setting).apply(graph);
  }

  private static Optional<String> current(Graph graph) {
    return new SettingValues(graph, NODES).current().map(Setting::name);
  }

  @Test
  void allValuesThatFitAreSetInOneStep() {
    EditHistory history = new EditHistory(GRAPH);
    history.apply(new SettingValues(GRAPH, NODES).edit(FINE));
    assertEquals(4L, history.graph().nodes().get("sampler").params().get("steps"));
    assertEquals(6L, history.graph().nodes().get("context").params().get("window"));
    assertEquals(GRAPH, history.undo());
  }

  @Test
  void whatIsThereAlreadyIsNoEdit() {
    Graph fast = chosen(FAST, GRAPH);
    assertSame(fast, chosen(FAST, fast));
  }

  @Test
  void theGraphHasASettingWhenItHasAllOfItsValuesThatFit() {
    assertEquals(Optional.empty(), current(GRAPH));
    assertEquals(Optional.of("fast"), current(chosen(FAST, GRAPH)));
    assertEquals(Optional.of("fine"), current(chosen(FINE, GRAPH)));
    Graph changed = new GraphEdit.SetParam("context", "window", 5L).apply(chosen(FINE, GRAPH));
    assertEquals(Optional.empty(), current(changed));
  }

  @Test
  void aDefaultIsAValueToo() {
    Object steps =
        NODES
            .find("dreamwire:sampler.euler_flow")
            .orElseThrow()
            .spec()
            .param("steps")
            .defaultValue();
    Graph plain =
        GRAPH
            .with(node("sampler", "sampler.euler_flow", Map.of()))
            .withSettings(List.of(new Setting("usual", Map.of("sampler.steps", steps))));
    assertEquals(Optional.of("usual"), current(plain));
  }

  @Test
  void thePresentValuesAreThoseOfAllParametersThatSettingsName() {
    Map<String, Object> present = new SettingValues(chosen(FINE, GRAPH), NODES).present();
    assertEquals(Map.of("sampler.steps", 4L, "context.window", 6L), present);
  }

  @Test
  void aNodeInsideOfASubgraphIsReached() {
    Graph grouped =
        new Grouping(GRAPH, NODES)
            .group(Set.of("sampler"), "Dream")
            .orElseThrow()
            .edit()
            .apply(GRAPH);
    Graph fast = chosen(FAST, grouped);
    assertEquals(2L, Expansion.flat(fast, NODES).nodes().get("sampler").params().get("steps"));
    assertEquals(Optional.of("fast"), current(fast));
  }
}
