package dev.dreamwire.studio.scenes;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.preset.Preset.Scene;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.play.PlaySession;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The scene that play starts from: a parameter of the graph's Scene node. For the window's thread.
 */
public final class StartScene {
  private static final String NODE_TYPE = "dreamwire:scene";
  private static final String PARAM = "scene";

  private final StudioDocument document;
  private final PlaySession session;
  private final NodeRegistry registry;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();

  /** Follows a document. */
  public StartScene(StudioDocument document, PlaySession session, NodeRegistry registry) {
    this.document = document;
    this.session = session;
    this.registry = registry;
    document.graphProperty().subscribe(this::read);
  }

  /** Name of the scene, or the file that play starts from; null if the graph has no Scene node. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Starts over from a scene. */
  public void choose(Scene scene) {
    Expansion played = Expansion.of(document.graph(), registry);
    node(played.graph())
        .ifPresent(
            node -> {
              Graph before = document.graph();
              document.apply(
                  SubgraphEdit.setParam(before, played.path(node.id()), PARAM, scene.name()));
              document.seal();
              if (document.graph().equals(before)) {
                session.restart();
              } else {
                session.restartOncePlanned();
              }
            });
  }

  private void read(Graph graph) {
    name.set(node(Expansion.flat(graph, registry)).map(this::value).orElse(null));
  }

  private String value(Node node) {
    return Optional.ofNullable(node.params().get(PARAM))
        .or(
            () ->
                registry
                    .find(node.type())
                    .map(type -> type.spec().param(PARAM))
                    .map(Param::defaultValue))
        .map(Object::toString)
        .orElse(null);
  }

  private static Optional<Node> node(Graph graph) {
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(NODE_TYPE))
        .findFirst();
  }
}
