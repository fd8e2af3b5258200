package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.command.Commands;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * What floats above the canvas, inside the same scene: tools, hints, the palette, the field being
 * edited. Window thread only.
 */
public final class Overlay extends Pane {
  private static final double MARGIN = 14;
  private static final double GAP = 12;
  private static final double WRITE_WIDTH = 200;
  private static final double WRITE_HEIGHT = 32;

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

    /** The files that parameters can name. */
    FileChoices files();
  }

  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;
  private final Host host;
  private final Palette palette;
  private final Callout callout = new Callout();
  private final HoverHints hints;
  private final ParameterEditor fields;
  private final TextInPlace written;
  private final AnnotationEditor annotations;
  private final NodeRenamer renamer;
  private final ToolBarBox tools;
  private final Label empty;
  private final Breadcrumbs crumbs;
  private final PromotionChoices promotions;
  private Optional<Region> search = Optional.empty();

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
    this.names = names;
    this.texts = texts;
    this.host = host;
    this.palette = new Palette(model, names, texts);
    this.fields =
        new ParameterEditor(model, this, callout, names, texts, host::refocus, this::openApart);
    this.written = new TextInPlace(this, host::refocus);
    this.annotations = new AnnotationEditor(model, written, texts);
    this.renamer = new NodeRenamer(model, written, callout, texts);
    this.hints = new HoverHints(model, callout, pointer, names, texts);
    setPickOnBounds(false);
    tools = new ToolBarBox(tools(), model.cameraProperty().map(Camera::zoom), texts);
    empty = new Label(texts.get("empty"));
    empty.getStyleClass().add("empty-hint");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(model.graphProperty().map(graph -> graph.nodes().isEmpty()));
    crumbs = new Breadcrumbs(model, texts, host::refocus);
    promotions =
        new PromotionChoices(
            model,
            names,
            texts,
            (kind, name) ->
                write(
                    texts.get("promote.rename", name),
                    name,
                    topMiddle(),
                    to ->
                        model
                            .levels()
                            .subgraph()
                            .map(s -> new SubgraphEdit.RenamePromoted(s.id(), kind, name, to))
                            .ifPresent(model::applyToAll)));
    getChildren().addAll(empty, tools, crumbs, callout);
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
    crumbs.autosize();
    crumbs.relocate(MARGIN, MARGIN);
    empty.autosize();
    empty.relocate(
        Math.round((getWidth() - empty.getWidth()) / 2),
        Math.round((getHeight() - empty.getHeight()) / 2));
  }

  /** Opens the palette; the chosen node appears at a screen point. */
  public void openPalette(Point2D screen) {
    Point2D at = world(screen);
    open(() -> palette.types(at), texts.get("palette.prompt"), screen);
  }

  /** Opens the palette with the types that take a wire. */
  public void openPalette(Point2D screen, WireOffer offer) {
    String prompt =
        offer.takesAny()
            ? texts.get("palette.prompt")
            : texts.get("palette.promptFor", offer.anchor().port().type().id());
    Point2D at = world(screen);
    open(() -> palette.types(at, offer), prompt, screen);
  }

  /** Opens the palette with the types that fit into a wire. */
  public void openPalette(Point2D screen, Wire wire) {
    Point2D at = world(screen);
    open(() -> palette.types(at, wire), texts.get("palette.promptInto"), screen);
  }

  /** Offers the types that can take a node's place. */
  public void openReplacements(NodeLayout node) {
    open(() -> palette.replacements(node.id()), texts.get("palette.promptReplace"), beside(node));
  }

  /** Offers the wires that a node could have. */
  public void openWires(NodeLayout node) {
    open(() -> palette.wires(node), texts.get("connect.prompt"), beside(node));
  }

  /** Offers the ports that a wire could be joined to, and tells why the others do not take it. */
  public void openPartners(WireOffer offer) {
    Point2D beside = model.cameraProperty().get().toScreen(offer.anchor().at().add(20, 0));
    open(() -> palette.partners(offer), texts.get("connect.prompt"), beside);
  }

  /** Edits a parameter that needs more room than its row. */
  private void openApart(Field field) {
    if (!ValuePopup.fits(field.param().kind())) {
      openFiles(field);
      return;
    }
    settle();
    NodeLayout node = model.layout().node(field.node()).orElseThrow();
    ValuePopup pane = new ValuePopup(model, node, field, names, texts, this::closeSearchAndRefocus);
    raise(pane, besideField(node, field, pane.height()), ValuePopup.WIDTH, pane.height());
    pane.begin();
  }

  /** Below a field if a sheet fits there, else beside its node, so that the field stays seen. */
  private Point2D besideField(NodeLayout node, Field field, double height) {
    Camera camera = model.cameraProperty().get();
    Rectangle2D place = camera.toScreen(field.bounds());
    if (place.getMaxY() + height + GAP < getHeight()) {
      return new Point2D(place.getMinX(), place.getMaxY() + MARGIN + GAP);
    }
    Rectangle2D whole = camera.toScreen(node.bounds());
    boolean right = whole.getMaxX() + ValuePopup.WIDTH + MARGIN < getWidth();
    double x = right ? whole.getMaxX() + 8 : whole.getMinX() - 8 - ValuePopup.WIDTH;
    return new Point2D(x, whole.getMinY());
  }

  /** Offers the files that a parameter could name. */
  private void openFiles(Field field) {
    NodeLayout node = model.layout().node(field.node()).orElseThrow();
    FileOffers offers = new FileOffers(host.files(), texts);
    Consumer<String> set = name -> fields.set(field, name);
    String prompt = texts.get("file.prompt", names.param(node.face().spec(), field.param()));
    Rectangle2D place = model.cameraProperty().get().toScreen(field.bounds());
    open(
        () -> offers.of(node.face(), field.param(), set),
        prompt,
        new Point2D(place.getMinX(), place.getMaxY() + MARGIN),
        name -> Optional.of(offers.typed(name, set)));
  }

  /** Offers all actions. */
  public void openActions(KeyBindings bindings, Commands commands) {
    open(
        () -> ActionChoices.actions(bindings, commands, texts),
        texts.get("action.actions"),
        topMiddle());
  }

  /** Offers what is done with the selected nodes. */
  public void openMenu(Point2D screen, KeyBindings bindings, Commands commands) {
    open(() -> ActionChoices.menu(bindings, commands, texts), texts.get("menu.prompt"), screen);
  }

  /** Offers what is done with a frame or a comment. */
  public void openMenu(Annotation annotation, Point2D screen) {
    open(
        () -> AnnotationChoices.of(annotation, model, texts, () -> edit(annotation)),
        texts.get("annotation.menu"),
        screen);
  }

  /** Edits the text of a frame or a comment in place. */
  public void edit(Annotation annotation) {
    settle();
    annotations.edit(annotation);
  }

  /** Gives a node another name, in place. */
  public void rename(NodeLayout node) {
    settle();
    renamer.rename(node);
  }

  /** Offers what instances of the subgraph that is entered could show of it. */
  public void openPromotions(Point2D screen) {
    open(
        () -> model.levels().subgraph().map(promotions::of).orElse(List.of()),
        texts.get("promote.prompt"),
        screen);
  }

  /** Gives a subgraph another title. */
  public void retitle(Subgraph subgraph, Point2D screen) {
    settle();
    write(
        texts.get("subgraph.title"),
        subgraph.title(),
        screen,
        title -> model.applyToAll(new SubgraphEdit.Retitle(subgraph.id(), title)));
  }

  private void write(String prompt, String text, Point2D screen, Consumer<String> take) {
    TextField control = new TextField(text);
    control.setPromptText(prompt);
    control.setAccessibleText(prompt);
    Rectangle2D room = new Rectangle2D(screen.getX(), screen.getY(), WRITE_WIDTH, WRITE_HEIGHT);
    written.open(control, room, false, take);
  }

  /** Offers the nodes, frames and comments of the graph. */
  public void openNodes(Consumer<String> go, Consumer<Annotation> show) {
    open(
        () ->
            Stream.concat(
                    ActionChoices.nodes(model, names, texts, go).stream(),
                    AnnotationChoices.all(model, texts, show).stream())
                .toList(),
        texts.get("find.prompt"),
        topMiddle());
  }

  /** Shows which keys do what, and changes them. */
  public void openKeys(ObjectProperty<KeyBindings> bindings) {
    settle();
    ShortcutSheet pane = new ShortcutSheet(bindings, texts, this::closeSearchAndRefocus);
    raise(pane, topMiddle(), ShortcutSheet.WIDTH, ShortcutSheet.HEIGHT);
    pane.begin();
  }

  private Point2D topMiddle() {
    return new Point2D((getWidth() - SearchPane.WIDTH) / 2, getHeight() / 8);
  }

  private Point2D beside(NodeLayout node) {
    Point2D corner = new Point2D(node.bounds().getMaxX() + 8, node.bounds().getMinY());
    return model.cameraProperty().get().toScreen(corner);
  }

  private Point2D world(Point2D screen) {
    return model.cameraProperty().get().toWorld(screen);
  }

  private void open(Supplier<List<Choice>> choices, String prompt, Point2D screen) {
    open(choices, prompt, screen, typed -> Optional.empty());
  }

  private void open(
      Supplier<List<Choice>> choices,
      String prompt,
      Point2D screen,
      Function<String, Optional<Choice>> typed) {
    settle();
    SearchPane pane = new SearchPane(choices, typed, prompt, texts, this::closeSearchAndRefocus);
    raise(pane, screen, SearchPane.WIDTH, SearchPane.HEIGHT);
    pane.begin();
  }

  private void raise(Region pane, Point2D screen, double width, double most) {
    pane.setManaged(false);
    search = Optional.of(pane);
    getChildren().add(pane);
    double height = Math.min(most, getHeight() - 2 * MARGIN);
    double x = Math.clamp(screen.getX(), 4, Math.max(4, getWidth() - width - 4));
    double y = Math.clamp(screen.getY() - 20, 4, Math.max(4, getHeight() - height - 4));
    pane.resizeRelocate(Math.round(x), Math.round(y), width, height);
  }

  private void closeSearchAndRefocus() {
    closeSearch();
    host.refocus();
  }

  private void closeSearch() {
    Optional<Region> gone = search;
    search = Optional.empty();
    gone.ifPresent(getChildren()::remove);
    if (gone.orElse(null) instanceof ValuePopup popup) {
      popup.end();
    }
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
    written.settle();
    closeSearch();
    hints.quiet();
    callout.hide();
  }

  /** Says why something cannot be done. */
  public void refuse(String reason, Point2D screen) {
    callout.refuse(reason, screen);
  }
}
