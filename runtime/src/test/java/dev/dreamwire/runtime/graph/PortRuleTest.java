package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.REGISTRY;
import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortRuleTest {
  private static final int WIRES = 40;

  @Test
  void saysOfEveryWireWhatTheConnectionRuleSays() {
    int refused = 0;
    for (long seed = 0; seed < 8; seed++) {
      Graph graph = grown(new Random(seed));
      for (PortRef from : ports(graph, true)) {
        PortRule forwards = new PortRule(graph, REGISTRY, from, true);
        for (PortRef to : ports(graph, false)) {
          Optional<String> said = ConnectionRule.refusal(graph, REGISTRY, from, to);
          assertEquals(said, forwards.refusal(to), () -> from + " to " + to);
          assertEquals(said, new PortRule(graph, REGISTRY, to, false).refusal(from));
          refused += said.isPresent() ? 1 : 0;
        }
      }
    }
    assertTrue(refused > 0);
  }

  /** The game with more nodes and as many of some random wires as are allowed. */
  private static Graph grown(Random random) {
    Graph graph = game();
    for (String type : List.of("encode", "decode", "blend", "echo", "smooth")) {
      graph = graph.with(node(type + "9", "test:" + type));
    }
    List<PortRef> outputs = ports(graph, true);
    List<PortRef> inputs = ports(graph, false);
    for (int i = 0; i < WIRES; i++) {
      Wire wire =
          new Wire(
              outputs.get(random.nextInt(outputs.size())),
              inputs.get(random.nextInt(inputs.size())));
      if (ConnectionRule.refusal(graph, REGISTRY, wire.from(), wire.to()).isEmpty()) {
        graph = new GraphEdit.Connect(wire).apply(graph);
      }
    }
    return graph;
  }

  private static List<PortRef> ports(Graph graph, boolean output) {
    List<PortRef> ports = new ArrayList<>();
    for (Node node : graph.nodes().values()) {
      NodeSpec spec = REGISTRY.find(node.type()).orElseThrow().spec();
      for (Port port : output ? spec.outputs() : spec.inputs()) {
        ports.add(new PortRef(node.id(), port.name()));
      }
    }
    return ports;
  }
}
