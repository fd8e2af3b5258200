package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * The canvas: as large as what is seen of it, drawn anew at most once a pulse and only when
 * something that it shows has changed. From far away it draws boxes and straight lines.
 */
public final class CanvasView extends Region {
  /** Below this zoom nodes are boxes without ports and fields. */
  public static final double FAR = 0.4;

  private static final double READABLE = 0.16;
  private static final int MANY = 150;

  private final EditorModel model;
  private final ObservableValue<EditorTheme> theme;
  private final Canvas canvas = new Canvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private final NodePainter nodes;
  private final WirePainter wires;

  /** Draws a model in a theme. */
  public CanvasView(
      EditorModel model, ObservableValue<EditorTheme> theme, TextSource names, EditorTexts texts) {
    this.model = model;
    this.theme = theme;
    PortPalette palette = new PortPalette(model.registry());
    this.nodes = new NodePainter(palette, names, texts);
    this.wires = new WirePainter(palette);
    getStyleClass().add("graph-canvas");
    // Unmanaged, so that drawing anew does not lay out the whole window.
    setManaged(false);
    getChildren().add(canvas);
    for (Observable seen :
        List.of(
            theme,
            model.layoutProperty(),
            model.selectionProperty(),
            model.selectedWireProperty(),
            model.problemsProperty(),
            model.cameraProperty(),
            model.hoverProperty(),
            model.portFocusProperty(),
            model.sketchProperty(),
            model.times().shownProperty())) {
      seen.addListener(changed -> requestLayout());
    }
  }

  /** The map of the graph, if some of the graph is out of sight. */
  public Optional<Minimap> minimap() {
    Rectangle2D visible = visible();
    return model
        .layout()
        .bounds()
        .filter(content -> !visible.contains(content) && getWidth() > 500 && getHeight() > 320)
        .map(content -> Minimap.of(content, getWidth(), getHeight()));
  }

  private Rectangle2D visible() {
    return model.cameraProperty().get().visible(getWidth(), getHeight());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(getWidth());
    double height = Math.ceil(getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    if (width > 0 && height > 0) {
      paint(width, height);
    }
  }

  private void paint(double width, double height) {
    brush.use(theme.getValue());
    GraphicsContext g = brush.g();
    g.save();
    Camera camera = wholePixels(model.cameraProperty().get());
    GridPainter.paint(brush, camera, width, height);
    Rectangle2D visible = Brush.grown(camera.visible(width, height), 24);
    if (camera.zoom() < FAR) {
      paintFar(camera, visible);
    }
    g.translate(-camera.x() * camera.zoom(), -camera.y() * camera.zoom());
    g.scale(camera.zoom(), camera.zoom());
    if (camera.zoom() >= FAR) {
      paintNear(visible);
    }
    paintSketch(visible);
    g.restore();
    minimap().ifPresent(map -> MinimapPainter.paint(brush, map, model.layout(), visible()));
  }

  /** Text and edges are crisp only if the world's origin falls on a whole pixel. */
  private static Camera wholePixels(Camera camera) {
    return new Camera(
        Math.round(camera.x() * camera.zoom()) / camera.zoom(),
        Math.round(camera.y() * camera.zoom()) / camera.zoom(),
        camera.zoom());
  }

  private void paintNear(Rectangle2D visible) {
    for (WireLayout wire : model.layout().wires()) {
      if (seen(wire.bounds(), visible)) {
        wires.paint(brush, wire, selected(wire), hovered(wire) || atSelected(wire));
      }
    }
    Map<String, Problem> problems = worstProblems();
    Predicate<Socket> wired = wired();
    for (NodeLayout node : model.layout().nodes()) {
      if (seen(node.bounds(), visible)) {
        nodes.paint(brush, node, look(node, problems, wired));
      }
    }
  }

  private void paintFar(Camera camera, Rectangle2D visible) {
    for (WireLayout wire : model.layout().wires()) {
      if (seen(wire.bounds(), visible)) {
        wires.paintFar(
            brush,
            wire,
            camera.toScreen(wire.path().start()),
            camera.toScreen(wire.path().end()),
            selected(wire));
      }
    }
    Map<String, Problem> problems = worstProblems();
    List<NodeLayout> near =
        model.layout().nodes().stream().filter(n -> seen(n.bounds(), visible)).toList();
    boolean titled = camera.zoom() > READABLE && near.size() < MANY;
    for (NodeLayout node : near) {
      nodes.paintFar(
          brush,
          node,
          camera.toScreen(node.bounds()),
          look(node, problems, socket -> false),
          titled);
    }
  }

  /** Unlike the class library's test, true for lines without any width or height. */
  private static boolean seen(Rectangle2D bounds, Rectangle2D visible) {
    return bounds.getMaxX() >= visible.getMinX()
        && bounds.getMinX() <= visible.getMaxX()
        && bounds.getMaxY() >= visible.getMinY()
        && bounds.getMinY() <= visible.getMaxY();
  }

  private NodePainter.Look look(
      NodeLayout node, Map<String, Problem> problems, Predicate<Socket> wired) {
    return new NodePainter.Look(
        model.selectionProperty().get().contains(node.id()),
        Optional.ofNullable(problems.get(node.id())),
        model.times().shownProperty().get().get(node.id()),
        model.hoverProperty().get(),
        wired,
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

  private Predicate<Socket> wired() {
    Set<PortRef> inputs = new HashSet<>();
    Set<PortRef> outputs = new HashSet<>();
    for (WireLayout wire : model.layout().wires()) {
      outputs.add(wire.wire().from());
      inputs.add(wire.wire().to());
    }
    return socket -> (socket.output() ? outputs : inputs).contains(socket.ref());
  }

  private void paintSketch(Rectangle2D visible) {
    EditorTheme now = brush.theme();
    GraphicsContext g = brush.g();
    double hair = 1 / model.cameraProperty().get().zoom();
    switch (model.sketchProperty().get()) {
      case Sketch.Nothing nothing -> {}
      case Sketch.Marquee(Rectangle2D area) -> {
        brush.fillRound(area, 3 * hair, EditorTheme.alpha(now.accent(), 0.12));
        brush.strokeRound(area, 3 * hair, 1.2 * hair, now.accent());
      }
      case Sketch.Cut(List<Point2D> trail, Set<Wire> cut) -> {
        g.setStroke(now.accent());
        g.setLineWidth(1.6 * hair);
        g.strokePolyline(
            trail.stream().mapToDouble(Point2D::getX).toArray(),
            trail.stream().mapToDouble(Point2D::getY).toArray(),
            trail.size());
      }
      case Sketch.Guides(Optional<Double> column, Optional<Double> row, Optional<Wire> into) -> {
        g.setStroke(EditorTheme.alpha(now.accent(), 0.6));
        g.setLineWidth(hair);
        column.ifPresent(x -> g.strokeLine(x, visible.getMinY(), x, visible.getMaxY()));
        row.ifPresent(y -> g.strokeLine(visible.getMinX(), y, visible.getMaxX(), y));
      }
      case Sketch.LooseWire loose -> wires.paintLoose(brush, loose);
    }
  }
}
