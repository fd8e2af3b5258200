package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws wires and nodes as a model shows them: selected, hovered, with problems and times. */
final class GraphPainter {
  private static final double READABLE = 0.16;
  private static final int MANY = 150;

  private final EditorModel model;
  private final NodePainter nodes;
  private final WirePainter wirePainter;

  GraphPainter(EditorModel model, PortPalette palette, TextSource names, EditorTexts texts) {
    this.model = model;
    this.nodes = new NodePainter(palette, names, texts);
    this.wirePainter = new WirePainter(palette);
  }

  /** Draws them whole, in world units. */
  void paint(Brush brush, List<WireLayout> seenWires, List<NodeLayout> seenNodes) {
    for (WireLayout wire : seenWires) {
      wirePainter.paint(brush, wire, selected(wire), hovered(wire) || atSelected(wire));
    }
    for (WireLayout wire : seenWires) {
      wire.conversion().ifPresent(made -> wirePainter.badge(brush, wire, made));
    }
    Map<String, Problem> problems = worstProblems();
    Wires wires = Wires.of(model.layout().wires());
    for (NodeLayout node : seenNodes) {
      nodes.paint(brush, node, look(node, problems, wires));
    }
  }

  /** Draws frames and comments, below wires and nodes, in world units. */
  void paintAnnotations(Brush brush) {
    Optional<String> selected = model.selectedAnnotationProperty().get();
    model
        .layout()
        .annotations()
        .forEach(
            (id, annotation) ->
                AnnotationPainter.paint(
                    brush, annotation, selected.filter(id::equals).isPresent()));
  }

  /**
   * Draws them from far away, in pixels: boxes and straight lines.
   *
   * @param inSight how many of the nodes a person sees at once
   */
  void paintFar(
      Brush brush,
      Camera camera,
      List<WireLayout> seenWires,
      List<NodeLayout> seenNodes,
      long inSight) {
    for (WireLayout wire : seenWires) {
      wirePainter.paintFar(
          brush,
          wire,
          camera.toScreen(wire.path().start()),
          camera.toScreen(wire.path().end()),
          selected(wire));
    }
    Map<String, Problem> problems = worstProblems();
    boolean titled = camera.zoom() > READABLE && inSight < MANY;
    for (NodeLayout node : seenNodes) {
      nodes.paintFar(
          brush, node, camera.toScreen(node.bounds()), look(node, problems, Wires.NONE), titled);
    }
  }

  private NodePainter.Look look(NodeLayout node, Map<String, Problem> problems, Wires wires) {
    return new NodePainter.Look(
        model.selectionProperty().get().contains(node.id()),
        model.idleProperty().get().contains(node.id()),
        Optional.ofNullable(problems.get(node.id())),
        model.times().shownProperty().get().get(node.id()),
        model.hoverProperty().get(),
        wires,
        this::emphasis);
  }

  private PortPainter.Emphasis emphasis(Socket socket) {
    if (model.portFocusProperty().get().filter(PortEnd.of(socket)::equals).isPresent()) {
      return PortPainter.Emphasis.FOCUSED;
    }
    if (!(model.sketchProperty().get() instanceof Sketch.LooseWire loose)) {
      return PortPainter.Emphasis.NONE;
    }
    if (loose.target().filter(socket::equals).isPresent()
        || socket.equals(loose.offer().anchor())) {
      return PortPainter.Emphasis.TARGET;
    }
    return loose.offer().accepts(socket)
        ? PortPainter.Emphasis.OFFERED
        : PortPainter.Emphasis.DIMMED;
  }

  private boolean selected(WireLayout wire) {
    if (model.sketchProperty().get() instanceof Sketch.Cut knife
        && knife.wires().contains(wire.wire())) {
      return true;
    }
    return model.selectedWireProperty().get().filter(wire.wire()::equals).isPresent();
  }

  private boolean hovered(WireLayout wire) {
    if (model.sketchProperty().get() instanceof Sketch.Guides guides && guides.into().isPresent()) {
      return guides.into().get().equals(wire.wire());
    }
    return model.hoverProperty().get() instanceof Hit.OnWire(var over) && over.equals(wire.wire());
  }

  private boolean atSelected(WireLayout wire) {
    Set<String> selection = model.selectionProperty().get();
    return selection.contains(wire.wire().from().node())
        || selection.contains(wire.wire().to().node());
  }

  private Map<String, Problem> worstProblems() {
    Map<String, Problem> worst = new HashMap<>();
    for (Problem problem : model.problemsProperty().get()) {
      worst.merge(
          problem.node(), problem, (a, b) -> b.severity().compareTo(a.severity()) < 0 ? b : a);
    }
    return worst;
  }
}
