package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** What a node's shadow and a wire's glow reach beyond their bounds. */
  private static final double SEAM = 24;

  private final EditorModel model;
  private final ObservableValue<EditorTheme> theme;
  private final Canvas canvas = new Canvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private final GraphPainter painter;
  private final LiftedLayer above = new LiftedLayer();
  private final PictureLayer pictures = new PictureLayer();
  private final SketchLayer sketches;
  private final Scale fineness = new Scale(1, 1);
  private boolean stale = true;
  private Seen below = new Seen(List.of(), List.of());
  private Drawn drawn = new Drawn(0, 0, 0);

  /** Draws a model in a theme. */
  public CanvasView(
      EditorModel model, ObservableValue<EditorTheme> theme, TextSource names, EditorTexts texts) {
    this.model = model;
    this.theme = theme;
    PortPalette palette = new PortPalette(model.registry());
    this.painter = new GraphPainter(model, palette, names, texts);
    this.sketches = new SketchLayer(palette);
    getStyleClass().add("graph-canvas");
    canvas.getTransforms().add(fineness);
    // Unmanaged, so that drawing anew does not lay out the whole window.
    setManaged(false);
    getChildren().addAll(canvas, above, pictures, sketches);
    for (Observable seen :
        List.of(
            theme,
            model.selectionProperty(),
            model.selectedWireProperty(),
            model.selectedAnnotationProperty(),
            model.idleProperty(),
            model.problemsProperty(),
            model.cameraProperty(),
            model.hoverProperty(),
            model.portFocusProperty(),
            model.times().shownProperty())) {
      seen.addListener(changed -> repaint());
    }
    model.layoutProperty().addListener(changed -> relaid());
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
   * @param nodes how many nodes were drawn the last time, without those that a drag moves
   * @param wires how many wires were drawn the last time, without theirs
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
        place(camera);
        stale = false;
      }
      lift(camera);
      sketches.show(model.sketchProperty().get(), theme.getValue(), camera, width, height);
    }
  }

  /** Puts the pictures onto their nodes. */
  private void place(Camera camera) {
    pictures.show(model.layout(), model.pictures().imagesProperty().get(), camera);
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
    Rectangle2D visible = Brush.grown(camera.visible(width, height), SEAM);
    g.save();
    toWorld(g, camera);
    paintAnnotations();
    g.restore();
    below = seen(visible, Set.of(), lifted());
    if (camera.zoom() < FAR) {
      painter.paintFar(brush, camera, below.wires(), below.nodes());
    } else {
      g.save();
      toWorld(g, camera);
      painter.paint(brush, below.wires(), below.nodes());
      g.restore();
    }
    drawn = new Drawn(drawn.paints() + 1, below.nodes().size(), below.wires().size());
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

  /**
   * What is seen of a graph.
   *
   * @param wires in drawing order
   * @param nodes in drawing order
   */
  private record Seen(List<WireLayout> wires, List<NodeLayout> nodes) {}

  /**
   * What of the graph is seen.
   *
   * @param only ids of the nodes, with their wires, that count; empty for all
   * @param but ids of nodes that do not count, nor their wires
   */
  private Seen seen(Rectangle2D visible, Set<String> only, Set<String> but) {
    Predicate<String> counts = id -> (only.isEmpty() || only.contains(id)) && !but.contains(id);
    List<WireLayout> wires =
        model.layout().wires().stream()
            .filter(w -> seen(w.bounds(), visible))
            .filter(w -> ends(w).anyMatch(only::contains) || only.isEmpty())
            .filter(w -> ends(w).noneMatch(but::contains))
            .toList();
    List<NodeLayout> nodes =
        model.layout().nodes().stream()
            .filter(n -> seen(n.bounds(), visible) && counts.test(n.id()))
            .toList();
    return new Seen(wires, nodes);
  }

  private static Stream<String> ends(WireLayout wire) {
    return Stream.of(wire.wire().from().node(), wire.wire().to().node());
  }

  /** The nodes that are moved on a layer of their own; none where all are boxes. */
  private Set<String> lifted() {
    return camera().zoom() < FAR ? Set.of() : model.lifted();
  }

  /** Draws only what a drag moves, if all else is where it was drawn. */
  private void relaid() {
    Rectangle2D visible = Brush.grown(visible(), SEAM);
    boolean same = !lifted().isEmpty() && !stale && below.equals(seen(visible, Set.of(), lifted()));
    if (!same) {
      stale = true;
    }
    requestLayout();
  }

  private void lift(Camera camera) {
    Set<String> moved = lifted();
    if (moved.isEmpty()) {
      above.clear();
      return;
    }
    place(camera);
    Rectangle2D visible = Brush.grown(visible(), SEAM);
    Seen seen = seen(visible, moved, Set.of());
    Stream.concat(
            seen.nodes().stream().map(NodeLayout::bounds),
            seen.wires().stream().map(WireLayout::bounds))
        .reduce(GraphLayout::union)
        .map(bounds -> camera.toScreen(Brush.grown(bounds, SEAM)))
        .map(this::within)
        .ifPresentOrElse(
            place ->
                above.show(
                    place,
                    theme.getValue(),
                    camera,
                    1 / fineness.getX(),
                    brush -> painter.paint(brush, seen.wires(), seen.nodes())),
            above::clear);
  }

  /** The part of a rectangle that lies on the canvas. */
  private Rectangle2D within(Rectangle2D r) {
    double left = Math.max(0, r.getMinX());
    double top = Math.max(0, r.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(1, Math.min(getWidth(), r.getMaxX()) - left),
        Math.max(1, Math.min(getHeight(), r.getMaxY()) - top));
  }

  /** Unlike the class library's test, true for lines without any width or height. */
  private static boolean seen(Rectangle2D bounds, Rectangle2D visible) {
    return bounds.getMaxX() >= visible.getMinX()
        && bounds.getMinX() <= visible.getMaxX()
        && bounds.getMaxY() >= visible.getMinY()
        && bounds.getMinY() <= visible.getMaxY();
  }
}
