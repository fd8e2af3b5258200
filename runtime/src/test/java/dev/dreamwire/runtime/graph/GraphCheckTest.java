package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.REGISTRY;
import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static dev.dreamwire.runtime.graph.TestNodes.ref;
import static dev.dreamwire.runtime.graph.TestNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.graph.GraphEdit.AddNode;
import dev.dreamwire.runtime.graph.GraphEdit.Compound;
import dev.dreamwire.runtime.graph.GraphEdit.Connect;
import dev.dreamwire.runtime.graph.GraphEdit.Disconnect;
import dev.dreamwire.runtime.graph.GraphEdit.SetParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GraphCheckTest {
  private static List<String> problems(Graph graph) {
    return GraphCheck.check(graph, REGISTRY, Locale.ENGLISH).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> after(GraphEdit... edits) {
    return problems(Compound.of(edits).apply(game()));
  }

  @Test
  void aCompleteGameHasNoProblems() {
    assertEquals(List.of(), problems(game()));
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertEquals(
        List.of(
            "error odd has the unknown type other:thing;"
                + " install the plugin that brings it, or delete the node"),
        after(new AddNode(node("odd", "other:thing"))));
  }

  @Test
  void anAliasIsAsGoodAsTheType() {
    assertEquals(
        List.of("warning more.latent is not wired; connect an output of type dreamwire:latent"),
        after(new AddNode(node("more", "test:old_decode"))));
  }

  @Test
  void aMissingInputStopsPlayOnlyWhereItIsNeeded() {
    assertEquals(
        List.of(
            "error sampler.history is not wired; connect an output of type dreamwire:history",
            "warning spare.image is not wired; connect an output of type dreamwire:image"),
        after(
            new Disconnect(wire("history.history", "sampler.history")),
            new AddNode(node("spare", "test:encode"))));
  }

  @Test
  void aTypeMismatchNamesBothTypes() {
    assertEquals(
        List.of(
            "error viewport.image takes dreamwire:image, but sampler.latent gives dreamwire:latent;"
                + " wire an output of type dreamwire:image"),
        after(new Connect(wire("sampler.latent", "viewport.image"))));
  }

  @Test
  void wiresToPortsThatDoNotExistAreNamed() {
    assertEquals(
        List.of(
            "error scene.depth is not an output of test:scene; its outputs are image",
            "error viewport.sound is not an input of test:viewport; its inputs are image"),
        after(new Connect(wire("scene.depth", "viewport.sound"))));
  }

  @Test
  void twoWiresIntoOneInputAreRefused() {
    List<Wire> wires = new ArrayList<>(game().wires());
    wires.add(wire("scene.image", "viewport.image"));
    assertEquals(
        List.of("error viewport.image has 2 wires; an input takes one, delete the others"),
        problems(game().withWires(wires)));
  }

  @Test
  void aLoopWithoutHistoryIsToldWithItsWay() {
    assertEquals(
        List.of(
            "error encode.image is in a loop: encode → decode → encode;"
                + " put a History node in the loop"),
        after(
            new Connect(wire("decode.image", "encode.image")),
            new Connect(wire("encode.latent", "decode.latent")),
            new Disconnect(wire("encode.latent", "history.start")),
            new AddNode(node("scene2", "test:scene")),
            new AddNode(node("encode2", "test:encode")),
            new Connect(wire("scene2.image", "encode2.image")),
            new Connect(wire("encode2.latent", "history.start"))));
  }

  @Test
  void aStartMustNotDependOnADream() {
    assertEquals(
        List.of(
            "error history2.start is read when play starts, but needs history.frame, which exists"
                + " only while playing; wire it to something known at the start, such as a scene"),
        after(
            new AddNode(node("history2", "test:history")),
            new Connect(wire("sampler.latent", "history2.start")),
            new Connect(wire("sampler.latent", "history2.frame"))));
  }

  @Test
  void whatIsFedBackFromADreamNeedsSomethingToBeginWith() {
    String dreamed =
        "takes smooth.latent, which is made only while playing, so play has nothing to begin with; ";
    assertEquals(
        List.of(
            "error memory.frame "
                + dreamed
                + "wire start as well, for instance to an encoded scene"),
        problems(fedBack("memory")));
    assertEquals(
        List.of(
            "error memory.frame "
                + dreamed
                + "wire something that is there from the first frame, such as an Action Map"),
        problems(fedBack("echo")));
    List<Wire> wires = new ArrayList<>(fedBack("memory").wires());
    wires.add(wire("encode.latent", "memory.start"));
    assertEquals(List.of(), problems(fedBack("memory").withWires(wires)));
  }

  /** The game with a smoothed latent that a node remembers and shows. */
  private static Graph fedBack(String type) {
    List<Wire> wires = new ArrayList<>(game().wires());
    wires.removeIf(wire -> wire.to().equals(ref("decode.latent")));
    wires.add(wire("sampler.latent", "smooth.latent"));
    wires.add(wire("smooth.latent", "memory.frame"));
    wires.add(wire("memory.latent", "decode.latent"));
    return game()
        .with(node("smooth", "test:smooth"))
        .with(node("memory", "test:" + type))
        .withWires(wires);
  }

  @Test
  void parametersAreCheckedAgainstTheirKind() {
    assertEquals(
        List.of(
            "error sampler.steps must be 1..64, is 0",
            "error sampler.guidance must be a finite number, is NaN",
            "error sampler.mode must be one of fast, good, is best",
            "warning sampler.colour is not a parameter of test:sampler;"
                + " it is kept but has no effect"),
        after(
            new SetParam("sampler", "steps", 0L),
            new SetParam("sampler", "guidance", Double.NaN),
            new SetParam("sampler", "mode", "best"),
            new SetParam("sampler", "colour", true)));
  }

  @Test
  void anEmptyGraphSaysWhatToAdd() {
    assertEquals(
        List.of("error graph has no output that plays; add a Viewport and wire an image to it"),
        problems(Graph.EMPTY));
  }

  @Test
  void olderParametersAreUpgradedAndWholeNumbersMayStandForFractions() {
    Node old = game().nodes().get("sampler").with("n", 5L).with("guidance", 2L);
    NodeParams params = NodeParams.of(old, REGISTRY.find("test:sampler").orElseThrow());
    assertEquals(5, params.integer("steps"));
    assertEquals(2.0, params.number("guidance"));
    assertEquals("fast", params.text("mode"));
  }

  @Test
  void problemsAreToldInChinese() {
    assertEquals(
        "error graph 没有可播放的输出；请添加视口并接入图像",
        GraphCheck.check(Graph.EMPTY, REGISTRY, Locale.SIMPLIFIED_CHINESE).getFirst().toString());
  }
}
