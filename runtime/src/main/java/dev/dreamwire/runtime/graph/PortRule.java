package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@link ConnectionRule} for all the wires that one port could have: the graph is walked once, not
 * once for every wire. Holds for one graph. Immutable; safe on every thread.
 */
public final class PortRule {
  private final Graph graph;
  private final NodeRegistry registry;
  private final PortRef anchor;
  private final boolean output;
  private final Texts texts;
  private final Flow flow;

  /** The nodes that a wire from or to the anchor could close a loop with. */
  private final Set<String> loops;

  /** The nodes that run before play, where no value of the frame before may come from. */
  private final Set<String> beforePlay;

  /**
   * Looks around a port.
   *
   * @param output whether the port is an output
   */
  public PortRule(Graph graph, NodeRegistry registry, PortRef anchor, boolean output) {
    this.graph = graph;
    this.registry = registry.with(graph.subgraphs());
    this.anchor = anchor;
    this.output = output;
    this.texts = new Texts(GraphCheck.TEXTS, Locale.getDefault(Locale.Category.DISPLAY));
    this.flow = new Flow(graph, registry);
    this.loops =
        output ? flow.upstreamSameFrame(anchor.node()) : flow.downstreamSameFrame(anchor.node());
    this.beforePlay = flow.beforePlay();
  }

  /** Why the anchor cannot be wired to a port of the other kind; empty if it can. */
  public Optional<String> refusal(PortRef other) {
    PortRef from = output ? anchor : other;
    PortRef to = output ? other : anchor;
    Optional<String> ports = ConnectionRule.portsRefusal(graph, registry, from, to, texts);
    if (ports.isPresent() || !suspect(other, to)) {
      return ports;
    }
    return ConnectionRule.flowRefusal(graph, registry, new Wire(from, to), texts);
  }

  private boolean suspect(PortRef other, PortRef to) {
    return loops.contains(other.node())
        || beforePlay.contains(to.node())
        || isInstance(anchor)
        || isInstance(other)
        || flow.role(to) == Port.Role.START;
  }

  /** What is inside of an instance is only seen when the graph is taken apart. */
  private boolean isInstance(PortRef end) {
    return graph.subgraphs().of(graph.nodes().get(end.node())).isPresent();
  }
}
