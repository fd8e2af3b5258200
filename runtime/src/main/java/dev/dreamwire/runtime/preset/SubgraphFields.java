package dev.dreamwire.runtime.preset;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.PromotedPort;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Subgraphs as they are stored. One that cannot be read is kept as it is, with the reason; the
 * others are not harmed by it.
 */
final class SubgraphFields {
  private static final Optional<Object> TRUE = Optional.of(true);

  private SubgraphFields() {}

  /** Reads the list of a preset's subgraphs. */
  static Subgraphs read(LocatedJson list) {
    Map<String, Subgraph> known = new LinkedHashMap<>();
    Map<String, Subgraphs.Damaged> damaged = new LinkedHashMap<>();
    for (LocatedJson item : list.items()) {
      try {
        Subgraph subgraph = subgraph(item);
        if (known.containsKey(subgraph.id())) {
          throw item.require("id").complaint("file.twoSubgraphs", subgraph.id());
        }
        known.put(subgraph.id(), subgraph);
      } catch (PresetException e) {
        damaged.put(
            name(item, damaged.size()), new Subgraphs.Damaged(item.plain(), e.getMessage()));
      }
    }
    return new Subgraphs(known, damaged);
  }

  private static String name(LocatedJson item, int before) {
    return item.plain() instanceof Map<?, ?> fields && fields.get("id") instanceof String id
        ? before == 0 ? id : id + " (" + (before + 1) + ")"
        : "#" + (before + 1);
  }

  /**
   * Reads one.
   *
   * @throws PresetException if it is damaged
   */
  static Subgraph subgraph(LocatedJson item) {
    List<String> known = new ArrayList<>(List.of("id", "title", "inputs", "outputs", "params"));
    known.addAll(GraphFields.NAMES);
    try {
      return new Subgraph(
          item.require("id").text(),
          item.require("title").text(),
          GraphFields.read(item),
          item.field("inputs").map(SubgraphFields::ports).orElse(List.of()),
          item.field("outputs").map(SubgraphFields::ports).orElse(List.of()),
          item.field("params").map(SubgraphFields::params).orElse(List.of()),
          item.fieldsBut(known.toArray(String[]::new)));
    } catch (IllegalArgumentException e) {
      throw item.complaint("file.badSubgraph", e.getMessage());
    }
  }

  private static List<PromotedPort> ports(LocatedJson list) {
    return list.items().stream()
        .map(
            item ->
                new PromotedPort(
                    item.require("name").text(),
                    new PortType(
                        item.require("type").text(),
                        word(item.require("carrier"), PortType.Carrier.values())),
                    item.field("optional").map(LocatedJson::plain).equals(TRUE),
                    item.field("role")
                        .map(role -> word(role, Port.Role.values()))
                        .orElse(Port.Role.NORMAL)))
        .toList();
  }

  private static <E extends Enum<E>> E word(LocatedJson item, E[] known) {
    String text = item.text();
    return Arrays.stream(known)
        .filter(value -> word(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                item.complaint(
                    "file.badWord",
                    text,
                    String.join(", ", Stream.of(known).map(SubgraphFields::word).toList())));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<PromotedParam> params(LocatedJson list) {
    return list.items().stream()
        .map(
            item ->
                new PromotedParam(
                    item.require("name").text(),
                    item.require("node").text(),
                    item.require("param").text()))
        .toList();
  }

  /** The list that {@link #read} reads. */
  static List<Object> write(Subgraphs subgraphs) {
    List<Object> out = new ArrayList<>();
    subgraphs.known().values().forEach(subgraph -> out.add(write(subgraph)));
    subgraphs.damaged().values().forEach(damaged -> out.add(damaged.stored()));
    return out;
  }

  static Map<String, Object> write(Subgraph subgraph) {
    Map<String, Object> out = JsonText.ordered("id", subgraph.id(), "title", subgraph.title());
    out.put("inputs", subgraph.inputs().stream().map(SubgraphFields::port).toList());
    out.put("outputs", subgraph.outputs().stream().map(SubgraphFields::port).toList());
    out.put(
        "params",
        subgraph.params().stream()
            .map(p -> JsonText.ordered("name", p.name(), "node", p.node(), "param", p.param()))
            .toList());
    GraphFields.write(subgraph.graph(), out);
    out.putAll(subgraph.extra());
    return out;
  }

  private static Map<String, Object> port(PromotedPort port) {
    Map<String, Object> out =
        JsonText.ordered(
            "name", port.name(), "type", port.type().id(), "carrier", word(port.type().carrier()));
    if (port.optional()) {
      out.put("optional", true);
    }
    if (port.role() != Port.Role.NORMAL) {
      out.put("role", word(port.role()));
    }
    return out;
  }
}
