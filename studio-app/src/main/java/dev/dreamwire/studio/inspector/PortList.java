package dev.dreamwire.studio.inspector;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.studio.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A node's ports: name, type, and what is at the other end. */
final class PortList extends GridPane {
  private final Messages messages;
  private final List<Port> ports;
  private final boolean inputs;

  PortList(List<Port> ports, boolean inputs, Messages messages) {
    this.ports = ports;
    this.inputs = inputs;
    this.messages = messages;
    getStyleClass().add("port-list");
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints type = new ColumnConstraints();
    ColumnConstraints other = new ColumnConstraints();
    name.setMinWidth(USE_PREF_SIZE);
    other.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(name, type, other);
  }

  /** Shows what a node's ports are wired to. */
  void show(Node node, Graph graph) {
    getChildren().clear();
    for (int row = 0; row < ports.size(); row++) {
      Port port = ports.get(row);
      Label name = label(port.name().replace('_', ' '), "port-name");
      Label type = label(shortType(port), "port-type");
      addRow(
          row,
          name,
          type,
          label(otherEnd(new PortRef(node.id(), port.name()), port, graph), "port-wire"));
    }
  }

  private String otherEnd(PortRef port, Port spec, Graph graph) {
    if (inputs) {
      return graph
          .wireTo(port)
          .map(wire -> "← " + wire.from())
          .orElseGet(
              () -> messages.get(spec.optional() ? "inspector.optional" : "inspector.unwired"));
    }
    String targets =
        graph.wiresFrom(port).stream()
            .map(wire -> wire.to().toString())
            .collect(Collectors.joining(", "));
    return targets.isEmpty() ? messages.get("inspector.unwired") : "→ " + targets;
  }

  private String shortType(Port port) {
    String id = port.type().id();
    String unit = port.unit().isEmpty() ? "" : " (" + port.unit() + ")";
    String role =
        switch (port.role()) {
          case NORMAL -> "";
          case FEEDBACK -> " · " + messages.get("inspector.feedback");
          case START -> " · " + messages.get("inspector.start");
        };
    return id.substring(id.indexOf(':') + 1) + unit + role;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
