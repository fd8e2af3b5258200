package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * What floats above the canvas, inside the same scene: tools, hints, the palette, the field being
 * edited. Window thread only.
 */
public final class Overlay extends Pane {
  private static final double MARGIN = 14;

  /** What the overlay asks of the editor. */
  public interface Host {
    /** Gives the keyboard back to the canvas. */
    void refocus();

    /** Opens the palette in the middle. */
    void openPalette();

    /** Zooms about the middle. */
    void zoomBy(double factor);

    /** Zooms about the middle to one pixel a unit. */
    void lifeSize();

    /** Shows the whole graph. */
    void fit();
  }

  private final EditorModel model;
  private final EditorTexts texts;
  private final Host host;
  private final Palette palette;
  private final Callout callout = new Callout();
  private final HoverHints hints;
  private final ParameterEditor fields;
  private final ToolBarBox tools;
  private final Label empty;
  private Optional<SearchPane> search = Optional.empty();

  /**
   * Floats above a model's canvas.
   *
   * @param pointer where the pointer is, while it is on the canvas
   */
  public Overlay(
      EditorModel model,
      TextSource names,
      EditorTexts texts,
      Host host,
      Supplier<Optional<Point2D>> pointer) {
    this.model = model;
    this.texts = texts;
    this.host = host;
    this.palette = new Palette(model, names, texts);
    this.fields = new ParameterEditor(model, this, callout, names, texts, host::refocus);
    this.hints = new HoverHints(model, callout, pointer, names, texts);
    setPickOnBounds(false);
    tools = new ToolBarBox(tools(), model.cameraProperty().map(Camera::zoom), texts);
    empty = new Label(texts.get("empty"));
    empty.getStyleClass().add("empty-hint");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(model.graphProperty().map(graph -> graph.nodes().isEmpty()));
    getChildren().addAll(empty, tools, callout);
    model.cameraProperty().addListener(moved -> settle());
  }

  private ToolBarBox.Tools tools() {
    return new ToolBarBox.Tools() {
      @Override
      public void add() {
        host.openPalette();
      }

      @Override
      public void zoomBy(double factor) {
        host.zoomBy(factor);
      }

      @Override
      public void lifeSize() {
        host.lifeSize();
      }

      @Override
      public void fit() {
        host.fit();
      }
    };
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    tools.autosize();
    tools.relocate(MARGIN, Math.round(getHeight() - tools.getHeight() - MARGIN));
    empty.autosize();
    empty.relocate(
        Math.round((getWidth() - empty.getWidth()) / 2),
        Math.round((getHeight() - empty.getHeight()) / 2));
  }

  /** Opens the palette; the chosen node appears at a screen point. */
  public void openPalette(Point2D screen) {
    open(palette.types(world(screen)), texts.get("palette.prompt"), screen);
  }

  /** Opens the palette with the types that take a wire. */
  public void openPalette(Point2D screen, WireOffer offer) {
    String prompt = texts.get("palette.promptFor", offer.anchor().port().type().id());
    open(palette.types(world(screen), offer), prompt, screen);
  }

  /** Offers the wires that a node could have. */
  public void openWires(NodeLayout node) {
    Point2D at =
        model
            .cameraProperty()
            .get()
            .toScreen(new Point2D(node.bounds().getMaxX() + 8, node.bounds().getMinY()));
    open(palette.wires(node), texts.get("connect.prompt"), at);
  }

  private Point2D world(Point2D screen) {
    return model.cameraProperty().get().toWorld(screen);
  }

  private void open(List<Choice> choices, String prompt, Point2D screen) {
    settle();
    SearchPane pane =
        new SearchPane(
            choices,
            prompt,
            texts,
            () -> {
              closeSearch();
              host.refocus();
            });
    pane.setManaged(false);
    search = Optional.of(pane);
    getChildren().add(pane);
    double height = Math.min(SearchPane.HEIGHT, getHeight() - 2 * MARGIN);
    double x = Math.clamp(screen.getX(), 4, Math.max(4, getWidth() - SearchPane.WIDTH - 4));
    double y = Math.clamp(screen.getY() - 20, 4, Math.max(4, getHeight() - height - 4));
    pane.resizeRelocate(Math.round(x), Math.round(y), SearchPane.WIDTH, height);
    pane.begin();
  }

  private void closeSearch() {
    search.ifPresent(getChildren()::remove);
    search = Optional.empty();
  }

  /** Edits a parameter in place. */
  public void edit(Field field) {
    closeSearch();
    callout.hide();
    fields.edit(field);
  }

  /** Takes the value of the field being edited, and closes all that is open. */
  public void settle() {
    fields.settle();
    closeSearch();
    hints.quiet();
    callout.hide();
  }

  /** Says why something cannot be done. */
  public void refuse(String reason, Point2D screen) {
    callout.refuse(reason, screen);
  }
}
