package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Rewiring;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;

/**
 * Moves the selected nodes, settling the pressed one (not with Alt held); a click only selects. A
 * node without wires that is let go over a wire is put into it.
 */
final class MoveNodesGesture implements Gesture {
  private static final double REACH = 6;

  private final EditorModel model;
  private final String pressed;
  private final Pointer start;
  private final Set<String> moved;
  private final Graph graph;
  private final List<Rectangle2D> others;
  private final Rewiring rewiring;
  private final boolean wired;
  private boolean dragging;
  private Optional<GraphEdit> edit = Optional.empty();
  private Optional<Wire> into = Optional.empty();

  MoveNodesGesture(EditorModel model, NodeLayout node, Pointer start) {
    this.model = model;
    this.pressed = node.id();
    this.start = start;
    boolean wasSelected = model.selectionProperty().get().contains(pressed);
    if (start.shift()) {
      model.toggle(pressed);
    } else if (!wasSelected) {
      model.select(Set.of(pressed));
    }
    this.graph = model.graph();
    this.moved = new HashSet<>(model.selectionProperty().get());
    this.moved.removeIf(id -> graph.nodes().get(id).state().pinned());
    this.rewiring = new Rewiring(model.registry());
    this.wired =
        graph.wires().stream()
            .anyMatch(w -> w.from().node().equals(pressed) || w.to().node().equals(pressed));
    this.others =
        model.layout().nodes().stream()
            .filter(n -> !moved.contains(n.id()))
            .map(NodeLayout::bounds)
            .toList();
  }

  /** Whether the pointer has left the place where it was pressed. */
  boolean dragging() {
    return dragging;
  }

  @Override
  public void drag(Pointer pointer) {
    dragging |= pointer.screen().distance(start.screen()) > THRESHOLD;
    if (!dragging || !moved.contains(pressed)) {
      return;
    }
    Point2D way = pointer.world().subtract(start.world());
    Node node = graph.nodes().get(pressed);
    Point2D corner = new Point2D(node.x(), node.y()).add(way);
    Snapping settled =
        pointer.alt()
            ? new Snapping(corner, Optional.empty(), Optional.empty())
            : Snapping.of(corner, others, REACH / model.cameraProperty().get().zoom());
    Point2D by = settled.at().subtract(node.x(), node.y());
    Map<String, GraphEdit.Position> places = new HashMap<>();
    for (String id : moved) {
      Node each = graph.nodes().get(id);
      places.put(id, new GraphEdit.Position(each.x() + by.getX(), each.y() + by.getY()));
    }
    edit = Optional.of(new GraphEdit.MoveNodes(places));
    model.preview(edit.get());
    into = wireUnder(pointer.world());
    model.sketchProperty().set(new Sketch.Guides(settled.column(), settled.row(), into));
  }

  /** The wire nearest to the pointer of those under a node moved alone that it fits into. */
  private Optional<Wire> wireUnder(Point2D pointer) {
    if (moved.size() != 1 || wired) {
      return Optional.empty();
    }
    Rectangle2D bounds = model.layout().node(pressed).orElseThrow().bounds();
    return model.layout().wires().stream()
        .filter(w -> w.bounds().intersects(bounds))
        .filter(w -> w.path().crosses(bounds))
        .sorted(Comparator.comparingDouble(w -> w.path().distance(pointer)))
        .map(WireLayout::wire)
        .filter(w -> rewiring.insert(graph, pressed, w).isPresent())
        .findFirst();
  }

  @Override
  public void release(Pointer pointer) {
    model.sketchProperty().set(new Sketch.Nothing());
    edit.map(this::withInsertion).ifPresent(model::apply);
    model.seal();
    if (!dragging && !start.shift()) {
      model.select(Set.of(pressed));
    }
  }

  private GraphEdit withInsertion(GraphEdit move) {
    return into.flatMap(wire -> rewiring.insert(graph, pressed, wire))
        .<GraphEdit>map(wiring -> new GraphEdit.Compound("edit.insert", List.of(move, wiring)))
        .orElse(move);
  }

  @Override
  public void cancel() {
    model.sketchProperty().set(new Sketch.Nothing());
    model.endPreview();
  }

  @Override
  public Cursor cursor() {
    return dragging && !moved.isEmpty() ? Cursor.MOVE : Cursor.DEFAULT;
  }
}
