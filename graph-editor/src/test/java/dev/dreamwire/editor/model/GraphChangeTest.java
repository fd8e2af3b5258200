package dev.dreamwire.editor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.editor.DemoNodes;
import dev.dreamwire.editor.model.GraphChange.Kind;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphChangeTest {
  private static Scope scope(GraphEdit... edits) {
    Graph before = DemoNodes.patch();
    GraphEdit edit = GraphEdit.Compound.of(edits);
    return new GraphChange(before, edit.apply(before), edit, Kind.EDIT).scope(DemoNodes.REGISTRY);
  }

  @Test
  void aChangeSaysWhatARunningGraphMustDo() {
    GraphEdit move = new GraphEdit.MoveNodes(Map.of("echo", new GraphEdit.Position(5, 5)));
    GraphEdit live = new GraphEdit.SetParam("echo", "delay", 1.0);
    GraphEdit fixed = new GraphEdit.SetParam("voice", "voices", 4L);
    GraphEdit structure = new GraphEdit.RemoveNodes(Set.of("keys"));
    assertEquals(Scope.LAYOUT, scope(move));
    assertEquals(Scope.LIVE, scope(move, live));
    assertEquals(Scope.STRUCTURE, scope(live, fixed));
    assertEquals(Scope.STRUCTURE, scope(structure));
  }
}
