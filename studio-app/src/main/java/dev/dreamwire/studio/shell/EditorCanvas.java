package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.NodeOffer;
import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.studio.document.Dialogs;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.i18n.NodeTexts;
import dev.dreamwire.studio.library.NodeTypeDrag;
import dev.dreamwire.studio.pictures.LivePictures;
import dev.dreamwire.studio.preferences.PreferencesStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The graph editor on the studio's document. */
final class EditorCanvas implements GraphCanvas {
  private static final double STEP_ASIDE = 24;
  private static final Logger LOG = LoggerFactory.getLogger(EditorCanvas.class);

  private final StudioDocument document;
  private final GraphEditor editor;
  private final Map<EditHistory, Look> looks = new WeakHashMap<>();

  /** What was seen of a document. */
  private record Look(List<String> level, Camera camera) {}

  private final ReadOnlyObjectWrapper<String> selected = new ReadOnlyObjectWrapper<>();

  EditorCanvas(Studio studio, Dialogs dialogs) {
    document = studio.document();
    editor =
        new GraphEditor(studio.registry(), new NodeTexts(studio.registry(), studio.messages()));
    editor.setId("graph-editor");
    editor.setFragmentTexts(new PresetTexts(studio.messages()));
    PreferencesStore preferences = studio.preferences();
    editor.keyBindingsProperty().set(keys(preferences.get().keys()));
    editor
        .keyBindingsProperty()
        .subscribe(keys -> preferences.change(p -> p.withKeys(keys.stored())));
    editor.favouritesProperty().set(preferences.get().favourites());
    editor
        .favouritesProperty()
        .subscribe(types -> preferences.change(p -> p.withFavourites(types)));
    editor.picturesShownProperty().set(preferences.get().pictures());
    editor
        .picturesShownProperty()
        .subscribe(shown -> preferences.change(p -> p.withPictures(shown)));
    editor.setPictureSource(
        new LivePictures(studio.session(), studio.registry(), () -> played(studio)));
    editor.setSubgraphShelf(studio.subgraphs());
    editor.setFileChoices(new KnownFiles(studio, dialogs));
    editor.setOnChange(change -> document.refresh());
    editor
        .selectionProperty()
        .subscribe(ids -> selected.set(ids.size() == 1 ? ids.iterator().next() : null));
    NodeTypeDrag.acceptOn(editor, this::dropped);
    follow(editor, document.graphProperty(), graph -> editor.refresh());
    follow(editor, document.openingsProperty(), opened -> open());
  }

  /** The graph as its nodes are called while it plays. */
  private static Graph played(Studio studio) {
    return Expansion.flat(studio.document().graph(), studio.registry());
  }

  /** Keys that were stored; the usual ones if the file was changed by hand and makes no sense. */
  private static KeyBindings keys(Map<String, String> stored) {
    try {
      return KeyBindings.of(stored);
    } catch (IllegalArgumentException e) {
      LOG.warn("the keys of the preferences are not understood; the usual ones are used", e);
      return KeyBindings.USUAL;
    }
  }

  /** Another preset, seen as it was when it was left; the same one if only the language changed. */
  private void open() {
    if (editor.history() != document.history()) {
      looks.put(editor.history(), new Look(level(), camera()));
      editor.open(document.history());
      Optional.ofNullable(looks.get(document.history()))
          .ifPresent(look -> resume(look.level(), look.camera(), null));
    }
  }

  @Override
  public Region view() {
    return editor;
  }

  @Override
  public Region outline() {
    return editor.outline();
  }

  @Override
  public BooleanProperty outlineShownProperty() {
    return editor.outlineShownProperty();
  }

  @Override
  public BooleanProperty picturesShownProperty() {
    return editor.picturesShownProperty();
  }

  @Override
  public ReadOnlyObjectProperty<String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  @Override
  public Camera camera() {
    return editor.cameraProperty().get();
  }

  @Override
  public ReadOnlyObjectProperty<Graph> graphProperty() {
    return editor.graphProperty();
  }

  @Override
  public void apply(GraphEdit edit) {
    editor.apply(edit);
  }

  @Override
  public List<String> level() {
    return editor.pathProperty().get();
  }

  @Override
  public List<NodeOffer> offers() {
    return editor.offers();
  }

  @Override
  public void resume(List<String> level, Camera camera, String node) {
    if (!level.isEmpty()) {
      editor.goTo(level);
    }
    editor.cameraProperty().set(camera);
    editor.selectionProperty().set(node == null ? Set.of() : Set.of(node));
  }

  @Override
  public void reveal(String node) {
    editor.focusNode(node);
  }

  @Override
  public void add(NodeOffer type) {
    Camera camera = editor.cameraProperty().get();
    Rectangle2D seen = camera.visible(editor.getWidth(), editor.getHeight());
    add(
        type,
        new Point2D(seen.getMinX() + seen.getWidth() / 2, seen.getMinY() + seen.getHeight() / 3));
  }

  private void dropped(NodeOffer type, Point2D at) {
    add(type, editor.cameraProperty().get().toWorld(at));
  }

  private void add(NodeOffer type, Point2D wanted) {
    Graph graph = editor.getGraph();
    Point2D at = beside(graph, new Point2D(Math.rint(wanted.getX()), Math.rint(wanted.getY())));
    String id = graph.freshId(shortName(type.spec().id()));
    document.seal();
    editor.apply(
        type.add(
            new Node(id, type.spec().id(), type.spec().version(), Map.of(), at.getX(), at.getY())));
    editor.selectionProperty().set(Set.of(id));
    editor.requestFocus();
  }

  /** A place that no node has: of two that are added one after the other both are seen. */
  private static Point2D beside(Graph graph, Point2D wanted) {
    Point2D at = wanted;
    while (taken(graph, at)) {
      at = at.add(STEP_ASIDE, STEP_ASIDE);
    }
    return at;
  }

  private static boolean taken(Graph graph, Point2D at) {
    return graph.nodes().values().stream()
        .anyMatch(node -> at.distance(node.x(), node.y()) < STEP_ASIDE / 2);
  }

  @Override
  public void showProblems(List<Problem> problems) {
    editor.problemsProperty().set(problems);
  }

  @Override
  public void showMillis(Map<String, Double> millis) {
    editor.setNodeTimes(millis);
  }

  @Override
  public void changeKeys() {
    editor.openKeys();
  }

  @Override
  public void fit() {
    editor.fit();
  }

  /** What a fresh node is called: {@code sampler} for {@code dreamwire:sampler.ddim}. */
  private static String shortName(String typeId) {
    String name = typeId.substring(typeId.indexOf(':') + 1);
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).replace('.', '_');
  }
}
