package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.i18n.NodeTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All about one node. Made anew for another node; {@link #show} brings it up to date. */
final class NodeInspector extends VBox {
  private final NodeType type;
  private final Label time = new Label();
  private final Label id = new Label();
  private final List<ParamRow> rows;
  private final PortList inputs;
  private final PortList outputs;
  private final MemoryMapView memory;
  private final Messages messages;

  NodeInspector(NodeType type, Parameters parameters, NodeTexts texts, Messages messages) {
    this.type = type;
    this.messages = messages;
    this.memory = new MemoryMapView(messages);
    NodeSpec spec = type.spec();
    getStyleClass().add("node-inspector");
    inputs = new PortList(spec.inputs(), true, messages);
    outputs = new PortList(spec.outputs(), false, messages);
    rows =
        spec.params().stream()
            .map(
                param ->
                    new ParamRow(
                        param, texts.param(spec, param), new Edits(param, parameters), messages))
            .toList();
    Label help = new Label(texts.help(spec));
    help.setWrapText(true);
    help.getStyleClass().add("node-help");
    getChildren().addAll(head(spec, texts), help);
    if (!rows.isEmpty()) {
      VBox params = new VBox();
      params.getStyleClass().add("params");
      params.getChildren().addAll(rows);
      getChildren().addAll(section("inspector.params"), params);
    }
    memory.setVisible(false);
    memory.managedProperty().bind(memory.visibleProperty());
    getChildren().add(memory);
    if (!spec.inputs().isEmpty()) {
      getChildren().addAll(section("inspector.inputs"), inputs);
    }
    if (!spec.outputs().isEmpty()) {
      getChildren().addAll(section("inspector.outputs"), outputs);
    }
  }

  /** Shows the node as it is now. */
  void show(Node node, Graph graph) {
    id.setText(node.id());
    inputs.show(node, graph);
    outputs.show(node, graph);
    Map<String, Object> stored = NodeParams.upgraded(node, type);
    List<Param> params = type.spec().params();
    for (int i = 0; i < rows.size(); i++) {
      Param param = params.get(i);
      Optional<PortRef> driver =
          ParamPorts.of(param)
              .flatMap(port -> graph.wireTo(new PortRef(node.id(), port.name())))
              .map(Wire::from);
      rows.get(i).show(value(node, param, stored), driver);
    }
  }

  /** Shows what the node costs a frame; NaN if that is not known. */
  void showTime(double millis) {
    time.setText(
        Double.isNaN(millis)
            ? ""
            : messages.get("inspector.millis", String.format(messages.locale(), "%.1f", millis)));
  }

  /** Shows what the node remembers; nothing for one that does not. */
  void showMemory(Optional<MemoryMap> map) {
    memory.setVisible(map.isPresent());
    map.ifPresent(memory::show);
  }

  /** A value that is not allowed is shown as it is stored. */
  private Object value(Node node, Param param, Map<String, Object> stored) {
    try {
      return NodeParams.of(node, type).value(param.name());
    } catch (NodeException e) {
      return stored.getOrDefault(param.name(), param.defaultValue());
    }
  }

  private VBox head(NodeSpec spec, NodeTexts texts) {
    Label title = new Label(texts.title(spec));
    title.getStyleClass().addAll(Styles.TITLE_4, "node-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    time.getStyleClass().add("node-time");
    time.setMinWidth(USE_PREF_SIZE);
    HBox first = new HBox(title, time);
    first.setAlignment(Pos.BASELINE_LEFT);
    id.getStyleClass().add("node-id");
    Label kind = new Label(messages.get("category." + spec.category().name()));
    kind.getStyleClass()
        .addAll(
            "category", "category-" + spec.category().name().toLowerCase(java.util.Locale.ROOT));
    HBox second = new HBox(kind, id);
    second.getStyleClass().add("node-subtitle");
    second.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(first, second);
    head.getStyleClass().add("node-head");
    return head;
  }

  private Label section(String key) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  /** How the node's parameters are edited. */
  interface Parameters {
    /** Sets a value, as {@link ParamEdits#set} does. */
    void set(String param, Object value, boolean settled);

    /** Asks for a file. */
    Optional<Path> chooseFile(List<String> extensions);

    /** Which parameters besides one have a key, for people. */
    List<String> keyHolders(String key, Param besides);
  }

  /** Edits of one parameter. */
  private record Edits(Param param, Parameters parameters) implements ParamEdits {
    @Override
    public void set(Object value, boolean settled) {
      parameters.set(param.name(), value, settled);
    }

    @Override
    public Optional<Path> chooseFile(List<String> extensions) {
      return parameters.chooseFile(extensions);
    }

    @Override
    public List<String> keyHolders(String key) {
      return parameters.keyHolders(key, param);
    }
  }
}
