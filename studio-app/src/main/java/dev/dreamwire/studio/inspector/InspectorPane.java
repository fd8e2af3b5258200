package dev.dreamwire.studio.inspector;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.control.KeyHolders;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.studio.document.Dialogs;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.i18n.NodeTexts;
import dev.dreamwire.studio.play.PlayStats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the selected node, or the whole preset if there is none. For the window's thread. */
public final class InspectorPane extends StackPane {
  private final StudioDocument document;
  private final ObservableValue<Graph> level;
  private final Consumer<GraphEdit> edits;
  private final NodeRegistry registry;
  private final Dialogs dialogs;
  private final Messages messages;
  private final NodeTexts texts;
  private final Label empty;
  private final PresetOverview overview;
  private final ScrollPane scroll = new ScrollPane();
  private String nodeId;
  private NodeSpec spec;
  private NodeInspector inspector;

  /**
   * An inspector.
   *
   * @param level the graph that the selected node is in: the document's, or a subgraph's inside
   * @param edits makes edits of that graph
   * @param selected id of the selected node, or null
   * @param stats figures of the game that runs
   */
  public InspectorPane(
      StudioDocument document,
      NodeRegistry registry,
      Dialogs dialogs,
      Messages messages,
      ObservableValue<Graph> level,
      Consumer<GraphEdit> edits,
      ObservableValue<String> selected,
      ObservableValue<PlayStats> stats) {
    this.document = document;
    this.level = level;
    this.edits = edits;
    this.registry = registry;
    this.dialogs = dialogs;
    this.messages = messages;
    this.texts = new NodeTexts(registry, messages);
    setId("inspector");
    getStyleClass().add("inspector");
    empty = new Label(null, new FontIcon(Feather.HELP_CIRCLE));
    empty.getStyleClass().add("placeholder");
    empty.setWrapText(true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    overview = new PresetOverview(document, messages);
    getChildren().addAll(empty, overview, scroll);
    follow(this, level, graph -> show(selected.getValue(), graph));
    selected.subscribe(id -> show(id, level.getValue()));
    follow(this, stats, this::showTimes);
  }

  private void show(String id, Graph graph) {
    Optional<Node> node = Optional.ofNullable(id).flatMap(graph::node);
    Optional<NodeType> type = node.flatMap(n -> registry.with(graph.subgraphs()).find(n.type()));
    boolean known = type.isPresent();
    scroll.setVisible(known);
    overview.setVisible(node.isEmpty());
    empty.setVisible(!known && node.isPresent());
    if (!known) {
      node.ifPresent(n -> empty.setText(messages.get("inspector.unknown", n.type())));
      inspector = null;
      return;
    }
    if (inspector == null || !id.equals(nodeId) || !type.get().spec().equals(spec)) {
      nodeId = id;
      spec = type.get().spec();
      inspector = new NodeInspector(type.get(), parameters(id), texts, messages);
      inspector.showTime(Double.NaN);
      scroll.setContent(inspector);
      scroll.setVvalue(0);
    }
    inspector.show(node.get(), graph);
  }

  /** How parameters of a node of the level are edited. */
  private NodeInspector.Parameters parameters(String id) {
    return new NodeInspector.Parameters() {
      @Override
      public void set(String param, Object value, boolean settled) {
        if (level.getValue().node(id).isPresent()) {
          edits.accept(new GraphEdit.SetParam(id, param, value));
          if (settled) {
            document.seal();
          }
        }
      }

      @Override
      public Optional<Path> chooseFile(List<String> extensions) {
        return dialogs.openFile(extensions);
      }

      @Override
      public List<String> keyHolders(String key, Param besides) {
        return new KeyHolders(level.getValue(), registry, texts).except(id, besides).apply(key);
      }
    };
  }

  private void showTimes(PlayStats stats) {
    if (inspector != null) {
      inspector.showTime(stats.nodeMillis().getOrDefault(nodeId, Double.NaN));
      inspector.showMemory(Optional.ofNullable(stats.memories().get(nodeId)));
    }
  }
}
