package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.REGISTRY;
import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static dev.dreamwire.runtime.graph.TestNodes.ref;
import static dev.dreamwire.runtime.graph.TestNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
  void aSecondLoopThroughTheSameNodesIsFoundToo() {
    Graph looping =
        game()
            .with(node("blend", "test:blend"))
            .withWires(
                Stream.concat(
                        game().wires().stream(),
                        Stream.of(
                            wire("blend.image", "encode.image"), wire("decode.image", "blend.a")))
                    .filter(w -> !w.from().equals(ref("scene.image")))
                    .toList());
    assertEquals(
        Optional.of(
            "This would close a loop: blend → encode → history → sampler → decode → blend."
                + " Put a History node in the loop."),
        refusal(looping, "decode.image", "blend.b"));
  }

  @Test
  void aWireThatMakesAStartDependOnTheDreamIsRefusedWhereverItIs() {
    Graph graph =
        game()
            .with(node("echo", "test:echo"))
            .with(node("smooth", "test:smooth"))
            .withWires(
                Stream.concat(
                        game().wires().stream().filter(w -> !w.to().equals(ref("history.start"))),
                        Stream.of(
                            wire("smooth.latent", "history.start"),
                            wire("sampler.latent", "echo.frame")))
                    .toList());
    assertEquals(
        Optional.of(
            "history.start is read when play starts, but echo.frame exists only while playing."),
        refusal(graph, "echo.latent", "smooth.latent"));
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
