package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.REGISTRY;
import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static dev.dreamwire.runtime.graph.TestNodes.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionRuleTest {
  private static Optional<String> refusal(Graph graph, String from, String to) {
    return ConnectionRule.refusal(graph, REGISTRY, ref(from), ref(to), Locale.ENGLISH);
  }

  @Test
  void equalTypesConnect() {
    assertEquals(Optional.empty(), refusal(game(), "scene.image", "viewport.image"));
  }

  @Test
  void otherTypesAreRefusedByName() {
    assertEquals(
        Optional.of(
            "sampler.latent gives dreamwire:latent, but viewport.image takes dreamwire:image."),
        refusal(game(), "sampler.latent", "viewport.image"));
  }

  @Test
  void aLoopIsRefusedUnlessItPassesHistory() {
    Graph graph = game().with(node("again", "test:encode"));
    assertEquals(Optional.empty(), refusal(graph, "decode.image", "again.image"));
    assertEquals(
        Optional.of(
            "This would close a loop: encode → history → sampler → decode → encode."
                + " Put a History node in the loop."),
        refusal(graph, "decode.image", "encode.image"));
  }

  @Test
  void outputsAndInputsAreNotMixedUp() {
    assertEquals(
        Optional.of("viewport.image is not an output."),
        refusal(game(), "viewport.image", "decode.latent"));
    assertEquals(
        Optional.of("scene.image is not an input."),
        refusal(game(), "decode.image", "scene.image"));
  }
}
