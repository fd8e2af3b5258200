package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import java.util.HashMap;
import java.util.Map;

/**
 * Parameters of a node at play: live ones as they are now, all others as they were planned.
 *
 * @param spec of the node's type
 * @param planned what the plan was made with
 * @param now what the graph says now
 */
record LiveParams(NodeSpec spec, Params planned, Params now) implements Params {
  @Override
  public Object value(String name) {
    Param param = spec.param(name);
    return (param != null && param.live() ? now : planned).value(name);
  }

  /**
   * The parameters of all nodes of a layout, with live values from a graph that may have moved on.
   */
  static Map<String, Params> of(Layout layout, Graph graph) {
    Map<String, Params> out = new HashMap<>();
    layout.members().forEach((id, member) -> out.put(id, of(member, graph.nodes().get(id))));
    return Map.copyOf(out);
  }

  private static Params of(Layout.Member member, Node node) {
    if (node == null || !node.type().equals(member.typeName())) {
      return member.params();
    }
    try {
      return new LiveParams(
          member.type().spec(), member.params(), NodeParams.of(node, member.type()));
    } catch (NodeException invalid) {
      // The graph's next plan reports it; until then the node plays on with what it had.
      return member.params();
    }
  }
}
