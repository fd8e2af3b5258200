package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresetDiffTest {
  private static final Wire WIRE = new Wire(new PortRef("a", "out"), new PortRef("b", "in"));
  private static final Preset PRESET =
      Preset.of(
          "One",
          new Graph(
              Map.of(
                  "a", new Node("a", "some:source", 1, Map.of("size", 3L), 0, 0),
                  "b", new Node("b", "some:sink", 1, Map.of(), 200, 0)),
              List.of(WIRE)));

  private static List<String> after(GraphEdit... edits) {
    Graph graph = PRESET.graph();
    for (GraphEdit edit : edits) {
      graph = edit.apply(graph);
    }
    return PresetDiff.between(PRESET, PRESET.with(graph)).stream()
        .map(change -> change.text(Locale.ENGLISH))
        .toList();
  }

  @Test
  void equalPresetsDoNotDiffer() {
    assertEquals(List.of(), PresetDiff.between(PRESET, PRESET));
  }

  @Test
  void everyEditIsToldByWhatItDid() {
    assertEquals(List.of("a.size was 3, is 4"), after(new GraphEdit.SetParam("a", "size", 4L)));
    assertEquals(
        List.of("b.depth was the default, is 2"), after(new GraphEdit.SetParam("b", "depth", 2L)));
    assertEquals(List.of("wire a.out → b.in was removed"), after(new GraphEdit.Disconnect(WIRE)));
    assertEquals(
        List.of("node b (some:sink) was removed", "wire a.out → b.in was removed"),
        after(new GraphEdit.RemoveNodes(Set.of("b"))));
    assertEquals(
        List.of("node c (some:sink) was added"),
        after(new GraphEdit.AddNode(new Node("c", "some:sink", 1, Map.of(), 0, 0))));
    assertEquals(
        List.of("node a was moved"),
        after(new GraphEdit.MoveNodes(Map.of("a", new GraphEdit.Position(5, 5)))));
  }

  @Test
  void whatDoesNotPlayIsToldToo() {
    Annotation note =
        new Annotation(
            "note", Annotation.Kind.COMMENT, "Hi", "sky", new Annotation.Area(0, 0, 9, 9));
    GraphEdit put = new GraphEdit.PutAnnotations("edit.note", Map.of("note", note));
    assertEquals(List.of("the note “Hi” was added"), after(put));
    Preset noted = PRESET.with(put.apply(PRESET.graph()));
    Preset written =
        PRESET.with(
            new GraphEdit.PutAnnotations("edit.note", Map.of("note", note.withText("Ho")))
                .apply(noted.graph()));
    assertEquals(
        "the note “Hi” is now “Ho”",
        PresetDiff.between(noted, written).getFirst().text(Locale.ENGLISH));
    assertEquals(
        List.of("wire a.out → b.in is led another way"),
        after(new GraphEdit.Reroute(WIRE, List.of(new GraphEdit.Position(1, 2)))));
    assertEquals(
        List.of("node a was set aside or shown in another way"),
        after(new GraphEdit.SetStates("edit.pin", Map.of("a", NodeState.USUAL.pinned(true)))));
  }

  @Test
  void aChangeLeadsToItsNodeIfThatIsStillThere() {
    Preset without = PRESET.with(new GraphEdit.RemoveNodes(Set.of("b")).apply(PRESET.graph()));
    assertEquals(Optional.empty(), PresetDiff.between(PRESET, without).getFirst().node());
    assertEquals(Optional.of("b"), PresetDiff.between(without, PRESET).getFirst().node());
  }

  @Test
  void theNameCountsToo() {
    assertEquals(
        "the name was “One”, is “Two”",
        PresetDiff.between(PRESET, PRESET.named("Two")).getFirst().text(Locale.ENGLISH));
  }
}
