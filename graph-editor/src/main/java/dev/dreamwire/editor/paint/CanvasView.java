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
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The graph as it is seen: drawn on a {@link Sheet}, anew at most once a pulse and only when
 * something that it shows has changed or what was not drawn comes into sight. From far away it
 * draws boxes and straight lines.
 */
public final class CanvasView extends Region {
  /** Below this zoom nodes are boxes without ports and fields. */
  public static final double FAR = 0.4;

  private final EditorModel model;
  private final ObservableValue<EditorTheme> theme;
  private final Sheet sheet = new Sheet();
  private final GraphPainter painter;
  private final LiftedLayer above = new LiftedLayer();
  private final PictureLayer pictures = new PictureLayer();
  private final MinimapLayer map = new MinimapLayer();
  private final SketchLayer sketches;
  private final Rectangle clip = new Rectangle();
  private boolean stale = true;
  private Seen below = Seen.NOTHING;
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
    setClip(clip);
    pictures.translateXProperty().bind(sheet.canvas().translateXProperty());
    pictures.translateYProperty().bind(sheet.canvas().translateYProperty());
    // Unmanaged, so that drawing anew does not lay out the whole window.
    setManaged(false);
    getChildren().addAll(sheet.canvas(), above, pictures, map, sketches);
    for (Observable seen :
        List.of(
            theme,
            model.selectionProperty(),
            model.selectedWireProperty(),
            model.selectedAnnotationProperty(),
            model.idleProperty(),
            model.problemsProperty(),
            model.hoverProperty(),
            model.portFocusProperty(),
            model.times().shownProperty())) {
      seen.addListener(changed -> repaint());
    }
    model.cameraProperty().addListener(changed -> requestLayout());
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
   * @param nodes how many nodes were drawn the last time, with those in the margin that a pan moves
   *     into sight, without those that a drag moves
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
    if (width > 0 && height > 0) {
      Fineness fineness = Fineness.of(this);
      clip.setWidth(width);
      clip.setHeight(height);
      sheet.fit(width, height, fineness);
      View seen = new View(fineness.nearest(camera()), width, height);
      boolean draws = stale || !sheet.shows(seen);
      if (draws) {
        sheet.draw(
            seen, theme.getValue(), fineness, (brush, all) -> paint(brush, all, seen, fineness));
        place();
        stale = false;
      }
      sheet.look(seen.camera(), fineness);
      lift(seen.camera(), fineness);
      map(draws, fineness);
      sketches.show(model.sketchProperty().get(), theme.getValue(), seen.camera(), width, height);
    }
  }

  /** Puts the pictures onto their nodes; they move with the sheet. */
  private void place() {
    pictures.show(model.layout(), model.pictures().imagesProperty().get(), sheet.drawn().camera());
  }

  /** A node that is dragged is drawn on the map when it is let go. */
  private void map(boolean drawn, Fineness fineness) {
    if (drawn || model.lifted().isEmpty()) {
      minimap()
          .ifPresentOrElse(
              now -> map.show(now, model.layout(), theme.getValue(), fineness), map::clear);
    }
    map.look(visible());
  }

  private Camera camera() {
    return model.cameraProperty().get();
  }

  private void paint(Brush brush, View view, View seen, Fineness fineness) {
    GraphicsContext g = brush.g();
    Camera camera = view.camera();
    GridPainter.paint(brush, camera, new Rectangle2D(0, 0, view.width(), view.height()), fineness);
    g.save();
    toWorld(g, camera);
    painter.paintAnnotations(brush);
    g.restore();
    below = Seen.of(model.layout(), view.world(), Set.of(), lifted());
    if (camera.zoom() < FAR) {
      long inSight = below.nodesIn(seen.world());
      painter.paintFar(brush, camera, below.wires(), below.nodes(), inSight);
    } else {
      g.save();
      toWorld(g, camera);
      painter.paint(brush, below.wires(), below.nodes());
      g.restore();
    }
    drawn = new Drawn(drawn.paints() + 1, below.nodes().size(), below.wires().size());
  }

  private static void toWorld(GraphicsContext g, Camera camera) {
    g.translate(-camera.x() * camera.zoom(), -camera.y() * camera.zoom());
    g.scale(camera.zoom(), camera.zoom());
  }

  /** The nodes that are moved on a layer of their own; none where all are boxes. */
  private Set<String> lifted() {
    return camera().zoom() < FAR ? Set.of() : model.lifted();
  }

  /** Draws only what a drag moves, if all else is where it was drawn. */
  private void relaid() {
    boolean same =
        !lifted().isEmpty()
            && !stale
            && below.equals(Seen.of(model.layout(), sheet.drawn().world(), Set.of(), lifted()));
    if (!same) {
      stale = true;
    }
    requestLayout();
  }

  private void lift(Camera camera, Fineness fineness) {
    Set<String> moved = lifted();
    if (moved.isEmpty()) {
      above.clear();
      return;
    }
    place();
    Seen seen = Seen.of(model.layout(), visible(), moved, Set.of());
    Stream.concat(
            seen.nodes().stream().map(NodeLayout::bounds),
            seen.wires().stream().map(WireLayout::bounds))
        .reduce(GraphLayout::union)
        .map(bounds -> camera.toScreen(Brush.grown(bounds, Seen.SEAM)))
        .map(this::within)
        .ifPresentOrElse(
            place ->
                above.show(
                    place,
                    theme.getValue(),
                    camera,
                    fineness,
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
}
