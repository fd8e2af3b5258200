package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes, wires and annotations as they are stored: those of a preset or of a subgraph. */
final class GraphFields {
  /** The fields that are read here. */
  static final List<String> NAMES = List.of("nodes", "wires", "annotations");

  private GraphFields() {}

  static Graph read(LocatedJson object) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (LocatedJson item : object.require("nodes").items()) {
      Node node = node(item);
      if (nodes.put(node.id(), node) != null) {
        throw item.require("id").complaint("file.twoNodes", node.id());
      }
    }
    List<Wire> wires = new ArrayList<>();
    Map<Wire, List<GraphEdit.Position>> reroutes = new LinkedHashMap<>();
    for (LocatedJson item : object.require("wires").items()) {
      Wire wire = new Wire(end(item.require("from"), nodes), end(item.require("to"), nodes));
      wires.add(wire);
      item.field("via").ifPresent(via -> reroutes.put(wire, points(via)));
    }
    return new Graph(
        nodes,
        wires,
        reroutes,
        object.field("annotations").map(AnnotationFields::read).orElse(Map.of()));
  }

  private static Node node(LocatedJson item) {
    String id = item.require("id").text();
    if (!id.matches("[A-Za-z0-9_-]+")) {
      throw item.require("id").complaint("file.badId", id);
    }
    List<LocatedJson> at = item.field("at").map(LocatedJson::items).orElse(List.of());
    if (!at.isEmpty() && at.size() != 2) {
      throw item.require("at").complaint("file.badPlace");
    }
    Map<String, Object> others =
        new LinkedHashMap<>(item.fieldsBut("id", "type", "version", "params", "at"));
    NodeState state = NodeStateFields.take(others);
    return new Node(
        id,
        item.require("type").text(),
        item.field("version").map(LocatedJson::integer).orElse(1),
        item.field("params").map(LocatedJson::fieldsBut).orElse(Map.of()),
        at.isEmpty() ? 0 : at.get(0).number(),
        at.isEmpty() ? 0 : at.get(1).number(),
        state,
        others);
  }

  private static List<GraphEdit.Position> points(LocatedJson via) {
    List<GraphEdit.Position> out = new ArrayList<>();
    for (LocatedJson item : via.items()) {
      List<LocatedJson> place = item.items();
      if (place.size() != 2) {
        throw item.complaint("file.badPlace");
      }
      out.add(new GraphEdit.Position(place.get(0).number(), place.get(1).number()));
    }
    return out;
  }

  private static PortRef end(LocatedJson item, Map<String, Node> nodes) {
    String text = item.text();
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      throw item.complaint("file.badEnd", text);
    }
    String node = text.substring(0, dot);
    if (!nodes.containsKey(node)) {
      throw item.complaint("file.noNode", node);
    }
    return new PortRef(node, text.substring(dot + 1));
  }

  /** Adds a graph's fields to those of a preset or of a subgraph. */
  static void write(Graph graph, Map<String, Object> out) {
    out.put("nodes", graph.nodes().values().stream().map(GraphFields::node).toList());
    out.put(
        "wires",
        graph.wires().stream()
            .map(w -> wire(w, graph.reroutes().getOrDefault(w, List.of())))
            .toList());
    if (!graph.annotations().isEmpty()) {
      out.put(
          "annotations",
          graph.annotations().values().stream().map(AnnotationFields::write).toList());
    }
  }

  private static Map<String, Object> wire(Wire wire, List<GraphEdit.Position> via) {
    Map<String, Object> out =
        JsonText.ordered("from", wire.from().toString(), "to", wire.to().toString());
    if (!via.isEmpty()) {
      out.put(
          "via",
          via.stream()
              .map(p -> List.of(JsonText.compact(p.x()), JsonText.compact(p.y())))
              .toList());
    }
    return out;
  }

  private static Map<String, Object> node(Node node) {
    Map<String, Object> out =
        JsonText.ordered(
            "id",
            node.id(),
            "type",
            node.type(),
            "version",
            node.version(),
            "at",
            List.of(JsonText.compact(node.x()), JsonText.compact(node.y())),
            "params",
            node.params());
    out.putAll(node.extra());
    out.putAll(NodeStateFields.write(node.state()));
    return out;
  }
}
