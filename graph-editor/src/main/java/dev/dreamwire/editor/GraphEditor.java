package dev.dreamwire.editor;

import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.gesture.Desk;
import dev.dreamwire.editor.gesture.GestureArbiter;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.FragmentTexts;
import dev.dreamwire.editor.model.GraphChange;
import dev.dreamwire.editor.model.NodeOffer;
import dev.dreamwire.editor.model.PictureSource;
import dev.dreamwire.editor.model.SubgraphShelf;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.outline.GraphOutline;
import dev.dreamwire.editor.overlay.FileChoices;
import dev.dreamwire.editor.overlay.Overlay;
import dev.dreamwire.editor.paint.CanvasView;
import dev.dreamwire.editor.paint.ThemeProbe;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Shows a graph and lets a person edit it: nodes, wires, parameters. It knows nothing of what the
 * nodes do. Window thread only.
 *
 * <p>The graph changes only by {@linkplain GraphEdit edits}, made here or through {@link #apply};
 * each is told to {@link #setOnChange}.
 */
public final class GraphEditor extends Region {
  private static final double FIT_MARGIN = 0.045;

  private final EditorModel model;
  private final ThemeProbe probe = new ThemeProbe();
  private final CanvasView canvas;
  private final Overlay overlay;
  private final GestureArbiter gestures;
  private final EditorCommands commands;
  private final GraphOutline outline;
  private final BooleanProperty outlineShown = new SimpleBooleanProperty();
  private boolean inOutline;
  private final ReadOnlyStringWrapper lastRefusal = new ReadOnlyStringWrapper("");
  private final ObjectProperty<KeyBindings> keyBindings =
      new SimpleObjectProperty<>(KeyBindings.USUAL);
  private Consumer<GraphChange> onChange = change -> {};
  private FileChoices fileChoices = FileChoices.NONE;
  private final Map<List<String>, Camera> looks = new HashMap<>();
  private Optional<Camera> fitted = Optional.of(Camera.HOME);

  /**
   * An editor of an empty graph.
   *
   * @param registry the installed node types
   * @param names their texts in the language of the window
   */
  public GraphEditor(NodeRegistry registry, TextSource names) {
    EditorTexts texts = EditorTexts.display();
    getStyleClass().add("graph-editor");
    getStylesheets().add(GraphEditor.class.getResource("editor.css").toExternalForm());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    model = new EditorModel(registry, change -> onChange.accept(change));
    canvas = new CanvasView(model, probe.themeProperty(), names, texts);
    gestures = new GestureArbiter(model, canvas, desk(), texts);
    commands = new EditorCommands(this, model, gestures, texts);
    overlay = new Overlay(model, names, texts, commands, gestures::pointer);
    commands.attach(overlay);
    outline = new GraphOutline(model, names, texts, outlineHost());
    outline.focusWithinProperty().subscribe(within -> inOutline |= within);
    getChildren().addAll(probe, canvas, overlay);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_RELEASED, this::released);
    sceneProperty().subscribe(scene -> model.pictures().rest(scene == null));
    focusedProperty().addListener(focus -> gestures.holdPanKey(false));
    focusedProperty().subscribe(focused -> inOutline &= !focused);
    model.pathProperty().addListener((seen, was, now) -> look(was, now));
    new Announcer(model, names, texts).describe(this);
  }

  private Desk desk() {
    return new Desk() {
      @Override
      public void openPalette(Point2D screen) {
        overlay.openPalette(screen);
      }

      @Override
      public void openPalette(Point2D screen, WireOffer offer) {
        overlay.openPalette(screen, offer);
      }

      @Override
      public void openPalette(Point2D screen, Wire wire) {
        overlay.openPalette(screen, wire);
      }

      @Override
      public void openMenu(Point2D screen) {
        commands.openMenu(screen);
      }

      @Override
      public void edit(Field field) {
        overlay.edit(field);
      }

      @Override
      public boolean enter(String node) {
        return model.enter(node);
      }

      @Override
      public void edit(Annotation annotation) {
        overlay.edit(annotation);
      }

      @Override
      public void openMenu(Annotation annotation, Point2D screen) {
        overlay.openMenu(annotation, screen);
      }

      @Override
      public void settle() {
        overlay.settle();
        commands.leavePorts();
        requestFocus();
      }

      @Override
      public void refuse(String reason, Point2D screen) {
        GraphEditor.this.refuse(reason, screen);
      }

      @Override
      public Optional<Minimap> minimap() {
        return canvas.minimap();
      }
    };
  }

  private GraphOutline.Host outlineHost() {
    return new GraphOutline.Host() {
      @Override
      public Optional<EditorAction> action(KeyEvent event) {
        return keyBindings.get().action(event);
      }

      @Override
      public void run(EditorAction action) {
        action.run(commands);
      }

      @Override
      public void reveal(NodeLayout node) {
        commands.revealPorts(node);
      }

      @Override
      public void edit(Field field) {
        model
            .layout()
            .node(field.node())
            .map(node -> node.field(field.param()))
            .ifPresent(overlay::edit);
      }

      @Override
      public void leave() {
        requestFocus();
      }
    };
  }

  /** Where something is told about nodes, in pixels: above the first, or in the middle. */
  Point2D above(Set<String> nodes) {
    return nodes.stream()
        .findFirst()
        .flatMap(id -> model.layout().bounds(Set.of(id)))
        .map(r -> cameraProperty().get().toScreen(new Point2D(r.getMinX(), r.getMinY())))
        .orElseGet(() -> new Point2D(getWidth() / 2, getHeight() / 3));
  }

  /** Tells why something cannot be done. */
  void refuse(String reason, Point2D screen) {
    lastRefusal.set(reason);
    overlay.refuse(reason, screen);
  }

  private void pressed(KeyEvent event) {
    if (!isFocused()) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      gestures.holdPanKey(true);
      event.consume();
    } else {
      keyBindings
          .get()
          .action(event)
          .ifPresent(
              action -> {
                action.run(commands);
                event.consume();
              });
    }
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      gestures.holdPanKey(false);
    }
  }

  @Override
  protected void layoutChildren() {
    boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    if (resized && fitted.filter(cameraProperty().get()::equals).isPresent()) {
      fit();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 900;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 600;
  }

  /** Opens a document: a new history, nothing selected, the whole graph in view. */
  public void open(Graph graph) {
    open(new EditHistory(graph));
  }

  /** Opens a document whose history others share; call {@link #refresh} when they used it. */
  public void open(EditHistory history) {
    overlay.settle();
    gestures.cancel();
    model.open(history);
    looks.clear();
    fit();
  }

  /** Every level is seen as it was when it was left; at first all of it. */
  private void look(List<String> was, List<String> now) {
    overlay.settle();
    gestures.cancel();
    looks.put(was, cameraProperty().get());
    Optional.ofNullable(looks.get(now)).ifPresentOrElse(cameraProperty()::set, this::fit);
  }

  /** Shows a level of the document: ids of instances, outermost first; none for its top. */
  public void goTo(List<String> level) {
    model.go(level);
  }

  /** Ids of the instances that are entered, outermost first. */
  public ReadOnlyObjectProperty<List<String>> pathProperty() {
    return model.pathProperty();
  }

  /** Shows the graph as others who share the history made it. Not told to {@link #setOnChange}. */
  public void refresh() {
    model.refresh();
  }

  /** Called after every change of the graph, with what was done, undone or done again. */
  public void setOnChange(Consumer<GraphChange> listener) {
    onChange = listener;
  }

  /** Where published subgraphs are kept; at first nowhere. */
  public void setSubgraphShelf(SubgraphShelf shelf) {
    model.shelfProperty().set(shelf);
  }

  /** What can be added to the level that is shown. */
  public List<NodeOffer> offers() {
    return model.offers();
  }

  /** Where the editor learns which files a parameter can name; at first it knows none. */
  public void setFileChoices(FileChoices choices) {
    fileChoices = choices;
  }

  /** How nodes are copied as text; at first they are only copied within the editor. */
  public void setFragmentTexts(FragmentTexts texts) {
    commands.clipboard().use(texts);
  }

  /** Ids of the types that the palette shows first, as a person marked them. Never null. */
  public ObjectProperty<List<String>> favouritesProperty() {
    return model.favouritesProperty();
  }

  /** Where small pictures of what nodes make come from; at first there are none. */
  public void setPictureSource(PictureSource source) {
    model.pictures().use(source);
  }

  /** Whether nodes that have a picture switched on show it. */
  public BooleanProperty picturesShownProperty() {
    return model.pictures().shownProperty();
  }

  FileChoices fileChoices() {
    return fileChoices;
  }

  /**
   * Makes an edit as if a person had made it here. Edits that follow each other may become one step
   * of the history until {@link EditHistory#seal} is called.
   *
   * @throws IllegalArgumentException if the edit does not fit the graph
   */
  public void apply(GraphEdit edit) {
    model.apply(edit);
  }

  /** The graph of the level that is shown; the document is in {@link #history}. */
  public Graph getGraph() {
    return model.graph();
  }

  /** The graph. */
  public ReadOnlyObjectProperty<Graph> graphProperty() {
    return model.graphProperty();
  }

  /** The document's history, for names of steps and the dirty mark; undo through {@link #undo}. */
  public EditHistory history() {
    return model.history();
  }

  /** Takes the last step back. */
  public void undo() {
    overlay.settle();
    gestures.cancel();
    model.undo();
  }

  /** Makes the step again that was taken back last. */
  public void redo() {
    overlay.settle();
    gestures.cancel();
    model.redo();
  }

  /** What is wrong with the graph; shown as badges. */
  public ObjectProperty<List<Problem>> problemsProperty() {
    return model.reportedProperty();
  }

  /**
   * Shows how long nodes take; may be called for every frame.
   *
   * @param millis by node id; empty while nothing runs
   */
  public void setNodeTimes(Map<String, Double> millis) {
    model.offerTimes(millis);
  }

  /** Ids of the selected nodes. Never null; not modifiable. */
  public ObjectProperty<Set<String>> selectionProperty() {
    return model.selectionProperty();
  }

  /** Which keys do what while the canvas has the keyboard. Never null. */
  public ObjectProperty<KeyBindings> keyBindingsProperty() {
    return keyBindings;
  }

  /** Where the canvas looks. */
  public ObjectProperty<Camera> cameraProperty() {
    return model.cameraProperty();
  }

  /** Why the last wire was refused; empty if none was. */
  public ReadOnlyStringProperty lastRefusalProperty() {
    return lastRefusal.getReadOnlyProperty();
  }

  /**
   * Shows the level of a node, selects it and brings it into the middle, if it exists.
   *
   * @param node as problems name it
   */
  public void focusNode(String node) {
    List<String> where = model.levels().find(node);
    List<String> level = where.subList(0, where.size() - 1);
    if (!level.equals(model.levels().path())) {
      model.go(level);
    }
    focusHere(where.getLast());
  }

  /** Selects a node of the level and brings it into the middle, if it exists. */
  void focusHere(String id) {
    Optional<Rectangle2D> bounds = model.layout().bounds(Set.of(id));
    bounds.ifPresent(
        r -> {
          model.select(Set.of(id));
          centre(r, Math.max(cameraProperty().get().zoom(), 0.8));
        });
    requestFocus();
  }

  /** Brings a part of the world into the middle. */
  void centre(Rectangle2D part, double zoom) {
    Point2D middle =
        new Point2D(part.getMinX() + part.getWidth() / 2, part.getMinY() + part.getHeight() / 2);
    cameraProperty().set(new Camera(0, 0, zoom).centredOn(middle, getWidth(), getHeight()));
  }

  /** Shows the whole graph, also when the editor is resized, until a person looks elsewhere. */
  public void fit() {
    fit(model.layout().bounds().orElse(new Rectangle2D(0, 0, 0, 0)));
    fitted = Optional.of(cameraProperty().get());
  }

  /** Shows a part of the world as large as it fits, and no larger than life. */
  void fit(Rectangle2D part) {
    if (getWidth() > 0 && getHeight() > 0) {
      double margin = FIT_MARGIN * Math.min(getWidth(), getHeight());
      look(Camera.fitting(part, getWidth(), getHeight(), margin));
    }
  }

  /** Properties tell of every new value, even one that equals the old. */
  private void look(Camera camera) {
    if (!camera.equals(cameraProperty().get())) {
      cameraProperty().set(camera);
    }
  }

  /** Shows which keys do what, and changes them. */
  public void openKeys() {
    commands.openKeys();
  }

  /** The graph as a table, to be put where there is room for it while it is to be shown. */
  public Region outline() {
    return outline;
  }

  /** Whether the graph is to be shown as a table too. */
  public BooleanProperty outlineShownProperty() {
    return outlineShown;
  }

  /** Gives the keyboard back to where it was: the canvas or the outline. */
  void refocus() {
    if (inOutline && outline.getScene() != null) {
      outline.requestFocus();
    } else {
      requestFocus();
    }
  }

  /** Opens the palette where the pointer is, or in the middle. */
  public void openPalette() {
    commands.openPalette();
  }
}
