package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRule;
import dev.dreamwire.runtime.graph.Wire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A wire that has one end: which ports would take the other. Answers are kept, as every pulse of a
 * drag asks again; so an offer holds for one graph.
 */
public final class WireOffer {
  private final Socket anchor;
  private final Graph graph;
  private final PortRule rule;
  private final Map<Socket, Optional<String>> refusals = new HashMap<>();

  WireOffer(Socket anchor, Graph graph, NodeRegistry registry) {
    this.anchor = anchor;
    this.graph = graph;
    this.rule = new PortRule(graph, registry, anchor.ref(), anchor.output());
  }

  /** The end that is wired already. */
  public Socket anchor() {
    return anchor;
  }

  /** Whether the wire could be made. */
  public boolean accepts(Socket socket) {
    return socket.output() != anchor.output() && refusal(socket).isEmpty();
  }

  /** Why the wire cannot be made, for people; empty if it can, or if both ends are of a kind. */
  public Optional<String> refusal(Socket socket) {
    if (socket.output() == anchor.output()) {
      return Optional.empty();
    }
    return refusals.computeIfAbsent(socket, s -> rule.refusal(s.ref()));
  }

  /** Why the wire cannot end at a parameter, for people; empty if it can. */
  public Optional<String> refusal(Field field) {
    return rule.refusal(field.ref());
  }

  /** Whether the wire brings what parameters take. */
  public boolean bringsNumber() {
    return anchor.output() && anchor.port().type().id().equals(PortType.NUMBER.id());
  }

  /** The wire to a port of the other kind. */
  public Wire wire(Socket socket) {
    return anchor.output()
        ? new Wire(anchor.ref(), socket.ref())
        : new Wire(socket.ref(), anchor.ref());
  }

  /** The first port of a node that takes the wire, one that is still free if there is one. */
  public Optional<Socket> firstIn(NodeLayout node) {
    Optional<Socket> free =
        node.sockets()
            .filter(s -> s.output() || graph.wireTo(s.ref()).isEmpty())
            .filter(this::accepts)
            .findFirst();
    return free.or(() -> node.sockets().filter(this::accepts).findFirst());
  }
}
