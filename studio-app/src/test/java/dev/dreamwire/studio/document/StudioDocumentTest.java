package dev.dreamwire.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.ResourceFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioDocumentTest {
  @TempDir private Path folder;
  private StudioDocument document;

  @BeforeEach
  void open() {
    document =
        new StudioDocument(
            new ResourceFiles(StudioDocumentTest.class.getClassLoader(), folder), "Untitled");
  }

  private void add(String id) {
    document.apply(new GraphEdit.AddNode(new Node(id, "some:type", 1, Map.of(), 0, 0)));
  }

  @Test
  void anEditMakesItDirtyAndUndoingItMakesItCleanAgain() {
    add("a");
    assertTrue(document.dirty());
    document.undo();
    assertFalse(document.dirty());
    document.redo();
    assertTrue(document.dirty());
  }

  @Test
  void savingMakesItCleanAndGivesItAFile() {
    add("a");
    document.saved(
        document.frontProperty().get(), folder.resolve("p.dreamwire.json"), document.preset());
    assertFalse(document.dirty());
    assertEquals(Optional.of(folder.resolve("p.dreamwire.json")), document.file());
  }

  @Test
  void whatWasEditedWhileItWasBeingSavedIsStillToBeSaved() {
    add("a");
    Preset written = document.preset();
    add("b");
    document.saved(document.frontProperty().get(), folder.resolve("p.dreamwire.json"), written);
    assertTrue(document.dirty());
  }

  @Test
  void whatWasRecoveredIsToBeSavedWhereItCameFrom() {
    Optional<Path> file = Optional.of(folder.resolve("p.dreamwire.json"));
    document.openRecovered(new Unsaved(Preset.of("Lost", Graph.EMPTY), file));
    assertTrue(document.dirty());
    assertEquals(file, document.file());
    document.saved(document.frontProperty().get(), file.get(), document.preset());
    assertFalse(document.dirty());
  }

  @Test
  void eachOfThePresetsThatAreOpenKeepsItsOwnEdits() {
    add("a");
    OpenDocument first = document.frontProperty().get();
    document.open(document.fresh("Second"));
    assertTrue(document.graph().nodes().isEmpty());
    add("b");
    assertEquals(2, document.unsavedProperty().get().size());
    document.show(first);
    assertEquals(Set.of("a"), document.graph().nodes().keySet());
    document.undo();
    assertTrue(document.graph().nodes().isEmpty());
    assertEquals(1, document.unsavedProperty().get().size());
  }

  @Test
  void whatIsSavedInTheBackIsCleanWhenItComesToTheFront() {
    add("a");
    OpenDocument first = document.frontProperty().get();
    document.open(document.fresh("Second"));
    add("b");
    document.saved(first, folder.resolve("p.dreamwire.json"), first.preset());
    assertTrue(document.dirty());
    document.show(first);
    assertFalse(document.dirty());
    assertEquals(Optional.of(folder.resolve("p.dreamwire.json")), document.file());
  }

  @Test
  void afterTheLastIsClosedThereIsAnEmptyOne() {
    add("a");
    document.close(document.frontProperty().get(), "Untitled");
    assertTrue(document.graph().nodes().isEmpty());
    assertFalse(document.dirty());
    assertEquals(1, document.documentsProperty().get().size());
  }

  @Test
  void openingAFileThatIsOpenLosesNoEdit() {
    Path file = folder.resolve("p.dreamwire.json");
    document.saved(document.frontProperty().get(), file, document.preset());
    LoadedPreset onDisk = document.sourceProperty().get();
    add("a");
    document.open(onDisk);
    assertEquals(1, document.documentsProperty().get().size());
    assertEquals(Set.of("a"), document.graph().nodes().keySet());
  }
}
