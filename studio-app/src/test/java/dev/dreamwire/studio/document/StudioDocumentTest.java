package dev.dreamwire.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.ResourceFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
    document.saved(folder.resolve("p.dreamwire.json"), document.preset());
    assertFalse(document.dirty());
    assertEquals(Optional.of(folder.resolve("p.dreamwire.json")), document.file());
  }

  @Test
  void whatWasEditedWhileItWasBeingSavedIsStillToBeSaved() {
    add("a");
    Preset written = document.preset();
    add("b");
    document.saved(folder.resolve("p.dreamwire.json"), written);
    assertTrue(document.dirty());
  }

  @Test
  void whatWasRecoveredIsToBeSavedEvenIfItIsNotEdited() {
    add("a");
    document.openRecovered(document.preset());
    assertTrue(document.dirty());
    assertTrue(document.file().isEmpty());
    document.saved(folder.resolve("p.dreamwire.json"), document.preset());
    assertFalse(document.dirty());
  }
}
