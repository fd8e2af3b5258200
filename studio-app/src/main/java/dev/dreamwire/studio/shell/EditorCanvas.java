package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.i18n.NodeTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;

/** The graph editor on the studio's document. */
final class EditorCanvas implements GraphCanvas {
  private final StudioDocument document;
  private final GraphEditor editor;
  private final ReadOnlyObjectWrapper<String> selected = new ReadOnlyObjectWrapper<>();

  EditorCanvas(Studio studio) {
    document = studio.document();
    editor =
        new GraphEditor(studio.registry(), new NodeTexts(studio.registry(), studio.messages()));
    editor.setId("graph-editor");
    editor.setOnChange(change -> document.refresh());
    editor
        .selectionProperty()
        .subscribe(ids -> selected.set(ids.size() == 1 ? ids.iterator().next() : null));
    follow(editor, document.graphProperty(), graph -> editor.refresh());
    follow(editor, document.openingsProperty(), opened -> open());
  }

  /** Another preset; the same one again if only the language changed. */
  private void open() {
    if (editor.history() != document.history()) {
      editor.open(document.history());
    }
  }

  @Override
  public Region view() {
    return editor;
  }

  @Override
  public ReadOnlyObjectProperty<String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  @Override
  public void reveal(String node) {
    editor.focusNode(node);
  }

  @Override
  public void add(NodeType type) {
    Graph graph = document.graph();
    String id = graph.freshId(shortName(type.spec().id()));
    Camera camera = editor.cameraProperty().get();
    Rectangle2D seen = camera.visible(editor.getWidth(), editor.getHeight());
    document.seal();
    editor.apply(
        new GraphEdit.AddNode(
            new Node(
                id,
                type.spec().id(),
                type.spec().version(),
                Map.of(),
                Math.rint(seen.getMinX() + seen.getWidth() / 2),
                Math.rint(seen.getMinY() + seen.getHeight() / 3))));
    editor.selectionProperty().set(Set.of(id));
    editor.requestFocus();
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
