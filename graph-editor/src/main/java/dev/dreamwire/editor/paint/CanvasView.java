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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

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
  private final PictureLayer pictures = new PictureLayer();
  private final SketchLayer sketches;
  private final Scale fineness = new Scale(1, 1);
  private boolean stale = true;
  private Drawn drawn = new Drawn(0, 0, 0);

  /** Draws a model in a theme. */
  public CanvasView(
      EditorModel model, ObservableValue<EditorTheme> theme, TextSource names, EditorTexts texts) {
    this.model = model;
    this.theme = theme;
    PortPalette palette = new PortPalette(model.registry());
    this.nodes = new NodePainter(palette, names, texts);
    this.wires = new WirePainter(palette);
    this.sketches = new SketchLayer(palette);
    getStyleClass().add("graph-canvas");
    canvas.getTransforms().add(fineness);
    // Unmanaged, so that drawing anew does not lay out the whole window.
    setManaged(false);
    getChildren().addAll(canvas, pictures, sketches);
    for (Observable seen :
        List.of(
            theme,
            model.selectionProperty(),
            model.selectedWireProperty(),
            model.selectedAnnotationProperty(),
            model.idleProperty(),
            model.problemsProperty(),
            model.cameraProperty(),
            model.layoutProperty(),
            model.hoverProperty(),
            model.portFocusProperty(),
            model.times().shownProperty())) {
      seen.addListener(changed -> repaint());
    }
    model
        .pictures()
        .imagesProperty()
        .addListener((seen, was, now) -> pictured(was.keySet().equals(now.keySet())));
    model.sketchProperty().addListener((seen, was, now) -> sketched(was, now));
  }

  private void repaint() {
    stale = true;
    requestLayout();
  }

  /** Pictures lie above the canvas too: a new one in an old place leaves all else as it is. */
  private void pictured(boolean sameNodes) {
    if (sameNodes) {
      pictures.refresh(model.pictures().imagesProperty().get());
    } else {
      repaint();
    }
  }

  /** What follows the pointer lies above the canvas: the graph below it rarely changes. */
  private void sketched(Sketch was, Sketch now) {
    stale |= !SketchLayer.sameBelow(was, now);
    requestLayout();
  }

  /**
   * What was drawn last, for tests and measurements.
   *
   * @param paints how often the graph was drawn since the canvas was made
   * @param nodes how many nodes were drawn the last time
   * @param wires how many wires were drawn the last time
   */
  public record Drawn(long paints, int nodes, int wires) {}

  /** What was drawn last. */
  public Drawn drawn() {
    return drawn;
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
    fine(width, height);
    if (width > 0 && height > 0) {
      Camera camera = wholePixels(camera());
      if (stale) {
        paint(width, height);
        pictures.show(model.layout(), model.pictures().imagesProperty().get(), camera);
        stale = false;
      }
      sketches.show(model.sketchProperty().get(), theme.getValue(), camera, width, height);
    }
  }

  /** Where the window enlarges what it shows, the canvas has as many more pixels. */
  private void fine(double width, double height) {
    double enlarged = getLocalToSceneTransform().getMxx();
    double columns = Math.ceil(width * enlarged);
    double rows = Math.ceil(height * enlarged);
    if (canvas.getWidth() != columns || canvas.getHeight() != rows) {
      canvas.setWidth(columns);
      canvas.setHeight(rows);
      stale = true;
    }
    if (fineness.getX() != 1 / enlarged) {
      fineness.setX(1 / enlarged);
      fineness.setY(1 / enlarged);
      stale = true;
    }
  }

  private Camera camera() {
    return model.cameraProperty().get();
  }

  private void paint(double width, double height) {
    brush.use(theme.getValue());
    GraphicsContext g = brush.g();
    g.save();
    g.scale(1 / fineness.getX(), 1 / fineness.getY());
    Camera camera = wholePixels(camera());
    GridPainter.paint(brush, camera, new Rectangle2D(0, 0, width, height));
    Rectangle2D visible = Brush.grown(camera.visible(width, height), 24);
    g.save();
    toWorld(g, camera);
    paintAnnotations();
    g.restore();
    if (camera.zoom() < FAR) {
      paintFar(camera, visible);
    }
    if (camera.zoom() >= FAR) {
      g.save();
      toWorld(g, camera);
      paintNear(visible);
      g.restore();
    }
    minimap().ifPresent(map -> MinimapPainter.paint(brush, map, model.layout(), visible()));
    g.restore();
  }

  private static void toWorld(GraphicsContext g, Camera camera) {
    g.translate(-camera.x() * camera.zoom(), -camera.y() * camera.zoom());
    g.scale(camera.zoom(), camera.zoom());
  }

  private void paintAnnotations() {
    Optional<String> selected = model.selectedAnnotationProperty().get();
    model
        .layout()
        .annotations()
        .forEach(
            (id, annotation) ->
                AnnotationPainter.paint(
                    brush, annotation, selected.filter(id::equals).isPresent()));
  }

  /** Text and edges are crisp only if the world's origin falls on a whole pixel. */
  private Camera wholePixels(Camera camera) {
    double pixels = camera.zoom() / fineness.getX();
    return new Camera(
        Math.round(camera.x() * pixels) / pixels,
        Math.round(camera.y() * pixels) / pixels,
        camera.zoom());
  }

  private void paintNear(Rectangle2D visible) {
    List<WireLayout> seenWires = seenWires(visible);
    for (WireLayout wire : seenWires) {
      wires.paint(brush, wire, selected(wire), hovered(wire) || atSelected(wire));
    }
    Map<String, Problem> problems = worstProblems();
    Predicate<Socket> wired = wired();
    List<NodeLayout> seenNodes = seenNodes(visible);
    for (NodeLayout node : seenNodes) {
      nodes.paint(brush, node, look(node, problems, wired));
    }
    drawn = new Drawn(drawn.paints() + 1, seenNodes.size(), seenWires.size());
  }

  private List<WireLayout> seenWires(Rectangle2D visible) {
    return model.layout().wires().stream().filter(w -> seen(w.bounds(), visible)).toList();
  }

  private List<NodeLayout> seenNodes(Rectangle2D visible) {
    return model.layout().nodes().stream().filter(n -> seen(n.bounds(), visible)).toList();
  }

  private void paintFar(Camera camera, Rectangle2D visible) {
    List<WireLayout> seenWires = seenWires(visible);
    for (WireLayout wire : seenWires) {
      wires.paintFar(
          brush,
          wire,
          camera.toScreen(wire.path().start()),
          camera.toScreen(wire.path().end()),
          selected(wire));
    }
    Map<String, Problem> problems = worstProblems();
    List<NodeLayout> near = seenNodes(visible);
    boolean titled = camera.zoom() > READABLE && near.size() < MANY;
    for (NodeLayout node : near) {
      nodes.paintFar(
          brush,
          node,
          camera.toScreen(node.bounds()),
          look(node, problems, socket -> false),
          titled);
    }
    drawn = new Drawn(drawn.paints() + 1, near.size(), seenWires.size());
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
        model.idleProperty().get().contains(node.id()),
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
}
