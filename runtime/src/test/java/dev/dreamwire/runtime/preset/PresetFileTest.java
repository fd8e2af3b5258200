package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.node.BuiltinNodes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetFileTest {
  @TempDir Path folder;

  static List<Path> oldFiles() throws IOException, URISyntaxException {
    Path root = Path.of(PresetFileTest.class.getResource("format-1").toURI()).getParent();
    try (Stream<Path> files = Files.find(root, 2, (file, is) -> is.isRegularFile())) {
      return files.filter(f -> f.toString().endsWith(PresetFile.EXTENSION)).sorted().toList();
    }
  }

  private static Path old(String name) throws IOException, URISyntaxException {
    return oldFiles().stream().filter(f -> f.endsWith(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("oldFiles")
  void everyFileEverWrittenOpensAndLosesNothing(Path file) {
    Preset preset = PresetFile.read(file);
    Preset again = PresetFile.parse("again", PresetFile.format(preset));
    assertEquals(preset, again);
    assertArrayEquals(PresetFile.format(preset), PresetFile.format(again));
  }

  @Test
  void whatIsNotKnownIsKept() throws IOException, URISyntaxException {
    Preset preset = PresetFile.read(old("game.dreamwire.json"));
    Node lost = preset.graph().nodes().get("odd-1");
    assertEquals(List.of(0L, 0.5, Map.of("x", 1L)), lost.params().get("curve"));
    assertTrue(lost.params().containsKey("none"));
    assertEquals(Map.of("colour", "red", "pinned", List.of(1L, 2L)), lost.extra());
    assertEquals(Map.of("page", 3L), preset.extra().get("lesson"));
    assertEquals("海岸", preset.scene("coast").orElseThrow().title(Locale.SIMPLIFIED_CHINESE));
    assertEquals("Coast", preset.scene("coast").orElseThrow().title(Locale.FRANCE));
  }

  @Test
  void wiresToParametersAreReadWithTheValuesThatTheyHoldFor()
      throws IOException, URISyntaxException {
    Graph graph = PresetFile.read(old("driven.dreamwire.json")).graph();
    NodeRegistry builtin = new NodeRegistry(List.of(new BuiltinNodes()));
    assertEquals(
        Set.of(new PortRef("twice", "a"), new PortRef("context", "stabilisation")),
        graph.wires().stream().map(Wire::to).collect(Collectors.toSet()));
    assertEquals(40L, graph.nodes().get("context").params().get("stabilisation"));
    assertEquals(
        List.of(),
        GraphCheck.check(graph, builtin).stream().filter(p -> !p.node().isEmpty()).toList());
  }

  @Test
  void howNodesAreSetAsideIsWrittenAndRead() {
    Node node = new Node("a", "t:a", 1, Map.of(), 0, 0);
    NodeState state = new NodeState(NodeState.Mode.BYPASSED, true, true, true);
    Preset preset = Preset.of("State", Graph.of(List.of(node.with(state)), List.of()));
    Preset read = PresetFile.parse("state", PresetFile.format(preset));
    assertEquals(preset, read);
    assertFalse(
        new String(PresetFile.format(Preset.of("", Graph.EMPTY.with(node))), StandardCharsets.UTF_8)
            .contains("\"mode\""));
  }

  @Test
  void aModeOfANewerProgramIsKeptUntilAnotherIsSet() {
    String text =
        """
        {"format": 1, "name": "n", "wires": [], "nodes": [{"id": "a", "type": "t:a",
        "mode": "dreaming", "collapsed": "half"}]}
        """;
    Node node =
        PresetFile.parse("new", text.getBytes(StandardCharsets.UTF_8)).graph().nodes().get("a");
    assertEquals(NodeState.USUAL, node.state());
    assertEquals(Map.of("mode", "dreaming", "collapsed", "half"), node.extra());
    Node muted = node.with(NodeState.USUAL.with(NodeState.Mode.MUTED));
    byte[] written = PresetFile.format(Preset.of("n", Graph.EMPTY.with(muted)));
    Node again = PresetFile.parse("again", written).graph().nodes().get("a");
    assertEquals(NodeState.Mode.MUTED, again.state().mode());
  }

  @Test
  void subgraphsAreWrittenOnceAndReadWithAllThatIsInThem() throws IOException, URISyntaxException {
    Subgraphs subgraphs = PresetFile.read(old("subgraphs.dreamwire.json")).graph().subgraphs();
    Subgraph twice = subgraphs.known().get("twice");
    assertEquals("Twice 两次", twice.title());
    assertEquals(Set.of("scale", "inputs", "outputs"), twice.graph().nodes().keySet());
    assertEquals(List.of(new PromotedParam("strength", "scale", "factor")), twice.params());
    assertEquals(Port.Role.FEEDBACK, twice.inputs().getFirst().role());
    assertEquals(Map.of("colour", "red"), twice.extra());
  }

  @Test
  void aDamagedSubgraphIsNamedAndKeptAndHarmsNoOther() throws IOException, URISyntaxException {
    Preset preset = PresetFile.read(old("subgraphs.dreamwire.json"));
    Subgraphs subgraphs = preset.graph().subgraphs();
    assertEquals(Set.of("twice"), subgraphs.known().keySet());
    assertEquals(Set.of("torn"), subgraphs.damaged().keySet());
    assertTrue(subgraphs.damaged().get("torn").reason().contains("subgraphs[1]"));
    assertTrue(
        GraphCheck.check(preset.graph(), new NodeRegistry(List.of())).stream()
            .anyMatch(problem -> problem.message().contains("torn")));
    assertTrue(
        new String(PresetFile.format(preset), StandardCharsets.UTF_8)
            .contains("what only it knows"));
  }

  @Test
  void theTextIsStableAndReadable() {
    Graph graph =
        Graph.of(
            List.of(
                new Node("a", "t:a", 1, Map.of("steps", 4L), 10, 0.5),
                new Node("b", "t:b", 2, Map.of(), 0, 0)),
            List.of(new Wire(new PortRef("a", "out"), new PortRef("b", "in"))));
    assertEquals(
        """
        {
          "format": 1,
          "name": "Two",
          "description": "",
          "nodes": [ {
            "id": "a",
            "type": "t:a",
            "version": 1,
            "at": [ 10, 0.5 ],
            "params": {
              "steps": 4
            }
          }, {
            "id": "b",
            "type": "t:b",
            "version": 2,
            "at": [ 0, 0 ],
            "params": {}
          } ],
          "wires": [ {
            "from": "a.out",
            "to": "b.in"
          } ],
          "models": [],
          "scenes": []
        }
        """,
        new String(PresetFile.format(Preset.of("Two", graph)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|p:1:1: is empty; a preset is a JSON object",
        "[]|p:1:1: must be an object, is […]",
        "{}|p:1:1: the field \"format\" is missing",
        "{\"format\": 9}|p:1:12: format: is format 9, this program reads up to 1; update Dreamwire Studio",
        "{\"format\": 0}|p:1:12: format: must be 1 or more, is 0",
        "{\"format\": 1, \"format\": 1}|p:1:23: is not valid JSON here: Duplicate field 'format'",
        "{\"format\": 1} x|p:1:15: is not valid JSON here: Unrecognized token 'x': was expecting (JSON String, Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 'true' or 'false')",
        "{\"format\": 1, \"nodes\": 3}|p:1:24: nodes: must be an array, is 3",
        "{\"format\": 1, \"nodes\": [{\"id\": \"a.b\", \"type\": \"t:x\"}]}|p:1:32: nodes[0].id: must be letters, digits, - and _, is \"a.b\"",
        "{\"format\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"t:x\", \"at\": [1, NaN]}]}|p:1:62: nodes[0].at[1]: must be a finite number, is NaN",
        "{\"format\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"t:x\"}, {\"id\": \"a\", \"type\": \"t:x\"}]}|p:1:60: nodes[1].id: two nodes are called a; rename one",
        "{\"format\": 1, \"nodes\": [], \"wires\": [{\"from\": \"a.b\", \"to\": \"c\"}]}|p:1:47: wires[0].from: there is no node called a",
      })
  void brokenFilesAreToldWithTheirPlace(String json, String message) {
    PresetException e =
        assertThrows(
            PresetException.class,
            () -> PresetFile.parse("p", json.getBytes(StandardCharsets.UTF_8)));
    assertEquals(message, e.getMessage());
  }

  @Test
  void hostileNestingIsRefused() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    PresetException e = assertThrows(PresetException.class, () -> PresetFile.parse("p", deep));
    assertTrue(e.getMessage().contains("nesting depth"), e.getMessage());
  }

  @Test
  void aMissingFileAndAFolderAreTold() {
    assertEquals(
        folder.resolve("no.json") + ": does not exist; check the path",
        assertThrows(PresetException.class, () -> PresetFile.read(folder.resolve("no.json")))
            .getMessage());
    assertEquals(
        folder + ": is not a file",
        assertThrows(PresetException.class, () -> PresetFile.read(folder)).getMessage());
  }

  @Test
  void savingKeepsTheOldFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("mine" + PresetFile.EXTENSION);
    Preset first = Preset.of("first", Graph.EMPTY);
    PresetFile.write(file, first);
    PresetFile.write(file, first.named("second"));
    assertEquals("second", PresetFile.read(file).name());
    Path backup = folder.resolve("mine" + PresetFile.EXTENSION + ".bak");
    assertEquals("first", PresetFile.read(backup).name());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aFailedSaveLeavesNothingBehind() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("taken.dreamwire.json"));
    Files.createFile(inTheWay.resolve("something"));
    assertThrows(
        PresetException.class, () -> PresetFile.write(inTheWay, Preset.of("x", Graph.EMPTY)));
    assertThrows(
        PresetException.class,
        () ->
            PresetFile.write(
                folder.resolve("nowhere").resolve("x.json"), Preset.of("x", Graph.EMPTY)));
    assertTrue(Files.exists(inTheWay.resolve("something")));
    assertFalse(Files.exists(folder.resolve("nowhere")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
