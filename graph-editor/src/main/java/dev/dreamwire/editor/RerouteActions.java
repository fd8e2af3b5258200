package dev.dreamwire.editor;

import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Reroutes;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.GraphEdit.Position;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;

/** Leads wires through points by keys: the point that was added last is moved and taken away. */
final class RerouteActions {
  /** A point of a wire. */
  private record Point(Wire wire, Position at) {}

  private final EditorModel model;
  private Optional<Point> held = Optional.empty();

  RerouteActions(EditorModel model) {
    this.model = model;
  }

  /** The wire that is selected, or that goes into the input that the keyboard rests on. */
  private Optional<Wire> wire() {
    return model
        .selectedWireProperty()
        .get()
        .or(
            () ->
                model
                    .portFocusProperty()
                    .get()
                    .filter(end -> !end.output())
                    .map(PortEnd::ref)
                    .flatMap(model.graph()::wireTo));
  }

  /** Leads the wire through one more point, in the middle of its way; says whether there is one. */
  boolean add() {
    Optional<WireLayout> way = wire().flatMap(model.layout()::wire);
    way.ifPresent(
        layout -> {
          var curves = layout.path().curves();
          Point2D middle = curves.get(curves.size() / 2).at(0.5);
          apply(Reroutes.add(model.graph(), layout, middle));
          hold(layout.wire(), new Position(middle.getX(), middle.getY()));
        });
    return way.isPresent();
  }

  private void hold(Wire wire, Position at) {
    model.select(wire);
    held = Optional.of(new Point(wire, at));
  }

  /** The point that was added last, while its wire is selected and it is where it was put. */
  private Optional<Point> point() {
    return held.filter(p -> model.selectedWireProperty().get().filter(p.wire()::equals).isPresent())
        .filter(p -> points(p.wire()).contains(p.at()));
  }

  private List<Position> points(Wire wire) {
    return model.graph().reroutes().getOrDefault(wire, List.of());
  }

  /** Moves the point by steps of the grid; says whether there is one. */
  boolean nudge(int dx, int dy) {
    Optional<Point> moved = point();
    moved.ifPresent(
        p -> {
          Position to =
              new Position(p.at().x() + dx * Snapping.GRID, p.at().y() + dy * Snapping.GRID);
          model.apply(
              Reroutes.move(
                  model.graph(),
                  p.wire(),
                  points(p.wire()).indexOf(p.at()),
                  new Point2D(to.x(), to.y())));
          hold(p.wire(), to);
        });
    return moved.isPresent();
  }

  /** Takes the point away; says whether there is one. */
  boolean remove() {
    Optional<Point> gone = point();
    gone.ifPresent(
        p -> apply(Reroutes.remove(model.graph(), p.wire(), points(p.wire()).indexOf(p.at()))));
    return gone.isPresent();
  }

  private void apply(GraphEdit edit) {
    model.seal();
    model.apply(edit);
    model.seal();
  }
}
