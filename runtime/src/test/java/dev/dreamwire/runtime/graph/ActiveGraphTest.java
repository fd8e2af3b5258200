package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.REGISTRY;
import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static dev.dreamwire.runtime.graph.TestNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActiveGraphTest {
  private static Graph with(Graph graph, String id, Mode mode) {
    return graph.with(graph.nodes().get(id).with(NodeState.USUAL.with(mode)));
  }

  private static Graph active(Graph graph) {
    return ActiveGraph.of(graph, REGISTRY);
  }

  /** The game with two filters between the sampler and the decoder. */
  private static Graph smoothed() {
    Graph graph = game().with(node("one", "test:smooth")).with(node("two", "test:smooth"));
    List<Wire> wires = new ArrayList<>(graph.wires());
    wires.remove(wire("sampler.latent", "decode.latent"));
    wires.add(wire("sampler.latent", "one.latent"));
    wires.add(wire("one.latent", "two.latent"));
    wires.add(wire("two.latent", "decode.latent"));
    return graph.withWires(wires);
  }

  @Test
  void aGraphInWhichNothingIsSetAsideIsWholly() {
    Graph graph = game();
    assertSame(graph, active(graph));
    Graph frozen = with(graph, "sampler", Mode.FROZEN);
    assertSame(frozen, active(frozen));
  }

  @Test
  void whatNeedsAMutedNodeIsNotComputedAndHasNoProblems() {
    Graph muted = with(game(), "decode", Mode.MUTED);
    assertEquals(Set.of("scene", "encode", "history", "sampler"), active(muted).nodes().keySet());
    assertEquals(List.of(), GraphCheck.check(muted, REGISTRY, Locale.ENGLISH));
  }

  @Test
  void anOptionalInputOfAMutedNodeIsAsIfItWereNotWired() {
    Graph blend = game().with(node("blend", "test:blend")).with(node("more", "test:scene"));
    List<Wire> wires = new ArrayList<>(blend.wires());
    wires.remove(wire("decode.image", "viewport.image"));
    wires.add(wire("decode.image", "blend.a"));
    wires.add(wire("more.image", "blend.b"));
    wires.add(wire("blend.image", "viewport.image"));
    Graph active = active(with(blend.withWires(wires), "more", Mode.MUTED));
    assertTrue(active.nodes().containsKey("viewport"));
    assertFalse(active.wires().contains(wire("more.image", "blend.b")));
  }

  @Test
  void wiresGoPastBypassedNodesHoweverMany() {
    Graph both = with(with(smoothed(), "one", Mode.BYPASSED), "two", Mode.BYPASSED);
    assertEquals(Set.copyOf(game().wires()), Set.copyOf(active(both).wires()));
    assertEquals(game().nodes(), active(both).nodes());
    assertEquals(List.of(), GraphCheck.check(both, REGISTRY, Locale.ENGLISH));
  }

  @Test
  void mutingReachesThroughABypassedNode() {
    Graph graph = with(with(smoothed(), "one", Mode.MUTED), "two", Mode.BYPASSED);
    assertFalse(active(graph).nodes().containsKey("viewport"));
  }

  @Test
  void aNodeThatHasNothingToPassOnIsRefusedAndWhereItIsBypassedAllTheSameAProblem() {
    Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    try {
      String reason = ActiveGraph.refusal(game(), REGISTRY, "decode", Mode.BYPASSED).orElseThrow();
      assertTrue(reason.contains("dreamwire:image") || reason.contains("image"), reason);
      assertTrue(ActiveGraph.refusal(smoothed(), REGISTRY, "one", Mode.BYPASSED).isEmpty());
      assertTrue(ActiveGraph.refusal(game(), REGISTRY, "viewport", Mode.FROZEN).isPresent());
      assertTrue(ActiveGraph.refusal(game(), REGISTRY, "history", Mode.FROZEN).isPresent());
    } finally {
      Locale.setDefault(Locale.Category.DISPLAY, before);
    }
    List<Problem> problems =
        GraphCheck.check(with(game(), "decode", Mode.BYPASSED), REGISTRY, Locale.ENGLISH);
    assertTrue(
        problems.stream().anyMatch(p -> p.node().equals("decode") && p.port().equals("image")),
        problems::toString);
  }

  @Test
  void aMissingTypeCanBeMutedSoThatTheRestPlays() {
    Graph graph = game().with(node("gone", "other:gone"));
    assertEquals(1, GraphCheck.check(graph, REGISTRY, Locale.ENGLISH).size());
    assertEquals(
        List.of(), GraphCheck.check(with(graph, "gone", Mode.MUTED), REGISTRY, Locale.ENGLISH));
  }
}
