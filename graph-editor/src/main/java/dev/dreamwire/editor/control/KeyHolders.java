package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which parameters of a graph have a key.
 *
 * @param graph the level that is shown
 * @param installed node types
 * @param names of the parameters, for people
 */
public record KeyHolders(Graph graph, NodeRegistry installed, TextSource names) {
  /** What has a key besides one parameter, as {@code node · parameter}. */
  public Function<String, List<String>> except(String node, Param param) {
    return key ->
        graph.nodes().values().stream()
            .flatMap(other -> holders(other, key, other.id().equals(node) ? param : null))
            .toList();
  }

  private Stream<String> holders(Node node, String key, Param mine) {
    NodeType type = installed.with(graph.subgraphs()).find(node.type()).orElse(null);
    if (type == null) {
      return Stream.empty();
    }
    Map<String, Object> values = NodeParams.upgraded(node, type);
    return type.spec().params().stream()
        .filter(param -> param.kind() instanceof Param.KeyKind && !param.equals(mine))
        .filter(param -> key.equals(values.getOrDefault(param.name(), param.defaultValue())))
        .map(param -> node.id() + " · " + names.param(type.spec(), param));
  }
}
