package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubgraphLibraryTest {
  private static final NodeRegistry NODES = new NodeRegistry(List.of());

  @TempDir Path home;

  private static Subgraphs nested() {
    Graph graph =
        Graph.of(
            List.of(
                new Node("a", "t:a", 1, Map.of("steps", 4L), 0, 0),
                new Node("b", "t:b", 1, Map.of(), 90, 0)),
            List.of());
    Graph inner = group(graph, "Inner", "a");
    return group(inner, "柔光", "inner", "b").subgraphs();
  }

  private static Graph group(Graph graph, String title, String... nodes) {
    return new Grouping(graph, NODES).group(Set.of(nodes), title).orElseThrow().edit().apply(graph);
  }

  @Test
  void whatIsPublishedIsReadWithAllThatItNeedsAndReplacedUnderItsTitle() {
    SubgraphLibrary library = new SubgraphLibrary(home.resolve("subgraphs"));
    assertEquals(SubgraphLibrary.Contents.NONE, library.read());
    Subgraphs among = nested();
    Subgraph soft = among.known().get("subgraph");
    assertEquals("柔光", soft.title());
    Path file = library.publish(soft, among);
    Graph part = library.read().parts().getFirst();
    assertEquals(among.known(), part.subgraphs().known());
    assertEquals(file, library.publish(soft, among));
    assertEquals(1, library.read().parts().size());
    Path other = library.publish(soft.titled("雾"), among);
    assertEquals("subgraph-2" + PresetFile.EXTENSION, other.getFileName().toString());
    assertEquals(2, library.read().parts().size());
  }

  @Test
  void aDamagedFileIsNamedAndKeptAndHarmsNoOther() throws IOException {
    Path folder = Files.createDirectories(home.resolve("subgraphs"));
    SubgraphLibrary library = new SubgraphLibrary(folder);
    Path torn = folder.resolve("subgraph" + PresetFile.EXTENSION);
    Files.writeString(torn, "{\"format\": 1, \"nodes\": [");
    Path empty = folder.resolve("nothing" + PresetFile.EXTENSION);
    PresetFile.write(empty, Preset.of("nothing", Graph.EMPTY));
    library.publish(nested().known().get("subgraph"), nested());
    SubgraphLibrary.Contents contents = library.read();
    assertEquals(1, contents.parts().size());
    assertEquals(2, contents.failures().size());
    assertTrue(contents.failures().getFirst().startsWith(empty.toString()));
    assertTrue(contents.failures().getLast().startsWith(torn.toString()));
    assertEquals("{\"format\": 1, \"nodes\": [", Files.readString(torn));
  }
}
