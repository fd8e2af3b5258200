package dev.dreamwire.runtime.graph;

import static dev.dreamwire.runtime.graph.TestNodes.game;
import static dev.dreamwire.runtime.graph.TestNodes.node;
import static dev.dreamwire.runtime.graph.TestNodes.ref;
import static dev.dreamwire.runtime.graph.TestNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.GraphEdit.AddNode;
import dev.dreamwire.runtime.graph.GraphEdit.Connect;
import dev.dreamwire.runtime.graph.GraphEdit.MoveNodes;
import dev.dreamwire.runtime.graph.GraphEdit.Position;
import dev.dreamwire.runtime.graph.GraphEdit.RemoveNodes;
import dev.dreamwire.runtime.graph.GraphEdit.RenameNode;
import dev.dreamwire.runtime.graph.GraphEdit.SetParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
  private final EditHistory history = new EditHistory(game());

  @Test
  void undoAndRedoGoBackAndForth() {
    history.apply(new RemoveNodes(Set.of("history")));
    assertEquals(3, history.graph().wires().size());
    assertEquals(game(), history.undo());
    assertFalse(history.canUndo());
    assertEquals(3, history.redo().wires().size());
    assertFalse(history.canRedo());
  }

  @Test
  void oneDragOfASliderIsOneStep() {
    history.apply(new SetParam("sampler", "steps", 2L));
    history.apply(new SetParam("sampler", "steps", 3L));
    history.apply(new SetParam("sampler", "steps", 4L));
    history.seal();
    history.apply(new SetParam("sampler", "steps", 9L));
    history.undo();
    assertEquals(4L, history.graph().nodes().get("sampler").params().get("steps"));
    assertEquals(game(), history.undo());
  }

  @Test
  void aDragThatComesBackLeavesNoStep() {
    history.apply(new MoveNodes(Map.of("scene", new Position(5, 5))));
    history.apply(new MoveNodes(Map.of("scene", new Position(0, 0))));
    assertFalse(history.canUndo());
    assertFalse(history.dirty());
  }

  @Test
  void anEditThatChangesNothingLeavesNoStep() {
    assertFalse(history.apply(new Connect(wire("scene.image", "encode.image"))));
    assertFalse(history.canUndo());
  }

  @Test
  void theDocumentIsCleanAgainWhenItIsBackAtTheSavedState() {
    history.apply(new AddNode(node("more", "test:scene")));
    assertTrue(history.dirty());
    history.markClean();
    assertFalse(history.dirty());
    history.undo();
    assertTrue(history.dirty());
    history.redo();
    assertFalse(history.dirty());
  }

  @Test
  void connectingReplacesTheWireAtTheInput() {
    history.apply(new Connect(wire("scene.image", "viewport.image")));
    assertEquals(ref("scene.image"), history.graph().wireTo(ref("viewport.image")).get().from());
    assertEquals(6, history.graph().wires().size());
  }

  @Test
  void wiresFollowARename() {
    history.apply(new RenameNode("sampler", "dreamer"));
    assertEquals(
        List.of(wire("dreamer.latent", "history.frame"), wire("dreamer.latent", "decode.latent")),
        history.graph().wiresFrom(ref("dreamer.latent")));
    assertEquals(
        List.of("scene", "encode", "history", "dreamer", "decode", "viewport"),
        List.copyOf(history.graph().nodes().keySet()));
  }

  @Test
  void anEditThatDoesNotFitChangesNothing() {
    assertThrows(
        IllegalArgumentException.class, () -> history.apply(new SetParam("ghost", "steps", 1L)));
    assertThrows(
        IllegalArgumentException.class,
        () -> history.apply(new AddNode(node("scene", "test:scene"))));
    assertEquals(game(), history.graph());
  }
}
