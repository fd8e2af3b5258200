package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelListTest {
  private static final String SUM_OF_OLD =
      "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4";

  @TempDir Path folder;
  private final ModelList models = new ModelList(InstalledNodes.find().registry());
  private PresetFiles files;
  private Path dit;

  @BeforeEach
  void weights() throws IOException {
    dit = Files.writeString(folder.resolve("dit.safetensors"), "old");
    files =
        new PresetFiles(
            Optional.of(folder),
            new ResourceFiles(ModelListTest.class.getClassLoader(), folder.resolve("cache")));
  }

  private static Preset preset(String... weights) {
    Graph graph = Graph.EMPTY;
    for (String file : weights) {
      Map<String, Object> params = Map.of("weights", file);
      graph = graph.with(new Node(graph.freshId("dit"), "dreamwire:dit", 1, params, 0, 0));
    }
    return Preset.of("Mine", graph);
  }

  private PresetFiles expecting(Preset preset) {
    return files.expecting(preset.models());
  }

  @Test
  void savingListsTheFilesOfModelNodesWithTheirSums() {
    Preset saved = models.completed(preset("dit.safetensors"), files);
    assertEquals(List.of(new Preset.Model("dit", "dit.safetensors", SUM_OF_OLD)), saved.models());
    assertEquals(dit, expecting(saved).find("dit.safetensors"));
  }

  @Test
  void aFileThatWasChangedIsRefusedWithBothSumsUntilItIsPutBack() throws IOException {
    Preset saved = models.completed(preset("dit.safetensors"), files);
    PresetFiles checked = expecting(saved);
    Files.writeString(dit, "other weights");
    String complaint =
        assertThrows(NodeException.class, () -> checked.find("dit.safetensors")).getMessage();
    assertTrue(complaint.startsWith(dit + " is not the file"), complaint);
    assertTrue(complaint.contains("expected " + SUM_OF_OLD), complaint);
    assertTrue(complaint.contains(files.sha256("dit.safetensors")), complaint);
    Files.writeString(dit, "old");
    assertEquals(dit, checked.find("dit.safetensors"));
  }

  @Test
  void savingAgainDoesNotHideThatAFileWasChangedButAcceptingItDoes() throws IOException {
    Preset saved = models.completed(preset("dit.safetensors"), files);
    Files.writeString(dit, "other weights");
    assertEquals(saved, models.completed(saved, expecting(saved)));
    Preset accepted = models.accepted(saved, expecting(saved));
    assertEquals(dit, expecting(accepted).find("dit.safetensors"));
    assertEquals("dit", accepted.models().getFirst().name());
  }

  @Test
  void theListFollowsTheGraph() throws IOException {
    Preset saved = models.completed(preset("dit.safetensors"), files);
    Files.writeString(folder.resolve("mine.safetensors"), "mine");
    Preset edited = saved.with(preset("mine.safetensors", "gone.safetensors").graph());
    List<Preset.Model> listed = models.completed(edited, expecting(saved)).models();
    assertEquals(
        List.of("mine.safetensors", "gone.safetensors"),
        listed.stream().map(Preset.Model::file).toList());
    assertEquals(64, listed.getFirst().sha256().length());
    assertEquals("", listed.getLast().sha256(), "a file that is not there has no sum");
  }
}
