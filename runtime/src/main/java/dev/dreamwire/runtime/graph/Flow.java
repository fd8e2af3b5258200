package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nodes need which: the order that values flow in. Immutable; made for one graph. */
final class Flow {
  private final Graph graph;
  private final NodeRegistry registry;
  private final Map<String, List<Wire>> into = new HashMap<>();

  Flow(Graph graph, NodeRegistry registry) {
    this.graph = graph;
    this.registry = registry.with(graph.subgraphs());
    graph.wires().forEach(w -> into.computeIfAbsent(w.to().node(), k -> new ArrayList<>()).add(w));
  }

  /** The role of the input that a wire ends at; normal where that is not known. */
  Port.Role role(PortRef input) {
    return graph
        .node(input.node())
        .flatMap(n -> registry.find(n.type()))
        .map(t -> ParamPorts.input(t.spec(), input.port()))
        .map(Port::role)
        .orElse(Port.Role.NORMAL);
  }

  /** The wires into a node. */
  List<Wire> into(String node) {
    return into.getOrDefault(node, List.of());
  }

  /** The nodes that play: wired outputs for people (a viewport, a recorder) and all they need. */
  Set<String> playing() {
    List<String> ends =
        graph.nodes().values().stream()
            .filter(n -> registry.find(n.type()).filter(Flow::isEnd).isPresent())
            .map(Node::id)
            .filter(id -> !into(id).isEmpty())
            .toList();
    return upstream(ends);
  }

  private static boolean isEnd(NodeType type) {
    return type instanceof HostType && type.spec().outputs().isEmpty();
  }

  /** These nodes and all that they need, through wires of every role. */
  private Set<String> upstream(Collection<String> from) {
    Set<String> seen = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (Wire wire : into(open.pop())) {
        if (seen.add(wire.from().node())) {
          open.push(wire.from().node());
        }
      }
    }
    return seen;
  }

  /** Loops whose values would have to be known before they are made, each as its wires. */
  List<List<Wire>> loops() {
    List<List<Wire>> loops = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String node : graph.nodes().keySet()) {
      if (!done.contains(node)) {
        loopsFrom(node, done, loops);
      }
    }
    return loops;
  }

  /** Walks upstream depth first, with a stack of its own: graphs may be long chains. */
  private void loopsFrom(String root, Set<String> done, List<List<Wire>> loops) {
    Map<String, Integer> onPath = new HashMap<>();
    List<Wire> path = new ArrayList<>();
    Deque<Deque<Wire>> open = new ArrayDeque<>();
    Deque<String> nodes = new ArrayDeque<>();
    onPath.put(root, 0);
    nodes.push(root);
    open.push(sameFrame(root));
    while (!open.isEmpty()) {
      Wire wire = open.peek().poll();
      if (wire == null) {
        String node = nodes.pop();
        open.pop();
        onPath.remove(node);
        done.add(node);
        if (!path.isEmpty()) {
          path.removeLast();
        }
        continue;
      }
      String next = wire.from().node();
      if (onPath.containsKey(next)) {
        List<Wire> loop = new ArrayList<>(path.subList(onPath.get(next), path.size()));
        loop.add(wire);
        loops.add(loop.reversed());
      } else if (!done.contains(next)) {
        path.add(wire);
        onPath.put(next, path.size());
        nodes.push(next);
        open.push(sameFrame(next));
      }
    }
  }

  /**
   * The shortest loop of values of one frame that a wire closes: the way from its input's node to
   * its output's, then the wire. Empty if it closes none.
   */
  Optional<List<Wire>> loopThrough(Wire closing) {
    String end = closing.to().node();
    if (role(closing.to()) == Port.Role.FEEDBACK) {
      return Optional.empty();
    }
    Map<String, Wire> wayDown = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(closing.from().node()));
    while (!open.isEmpty() && !open.peek().equals(end)) {
      for (Wire wire : sameFrame(open.poll())) {
        String next = wire.from().node();
        if (!next.equals(closing.from().node()) && wayDown.putIfAbsent(next, wire) == null) {
          open.add(next);
        }
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<Wire> loop = new ArrayList<>();
    for (String at = end; !at.equals(closing.from().node()); at = loop.getLast().to().node()) {
      loop.add(wayDown.get(at));
    }
    loop.add(closing);
    return Optional.of(loop);
  }

  private Deque<Wire> sameFrame(String node) {
    Deque<Wire> wires = new ArrayDeque<>();
    into(node).stream().filter(w -> role(w.to()) != Port.Role.FEEDBACK).forEach(wires::add);
    return wires;
  }

  /**
   * The feedback input that an output depends on within a frame, if there is one; such a value
   * exists only while playing.
   */
  Optional<PortRef> feedbackBefore(PortRef output) {
    for (String node : upstreamSameFrame(output.node())) {
      for (Wire wire : into(node)) {
        if (role(wire.to()) == Port.Role.FEEDBACK) {
          return Optional.of(wire.to());
        }
      }
    }
    return Optional.empty();
  }

  /** The nodes that run before the first frame, to make what play starts with. */
  Set<String> beforePlay() {
    Set<String> out = new HashSet<>();
    graph.wires().stream()
        .filter(wire -> role(wire.to()) == Port.Role.START)
        .forEach(wire -> out.addAll(upstreamSameFrame(wire.from().node())));
    return out;
  }

  /** A node, and all that values of one frame reach from it. */
  Set<String> downstreamSameFrame(String from) {
    Map<String, List<String>> next = new HashMap<>();
    for (Wire wire : graph.wires()) {
      if (role(wire.to()) != Port.Role.FEEDBACK) {
        next.computeIfAbsent(wire.from().node(), k -> new ArrayList<>()).add(wire.to().node());
      }
    }
    Set<String> seen = new LinkedHashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String node : next.getOrDefault(open.pop(), List.of())) {
        if (seen.add(node)) {
          open.push(node);
        }
      }
    }
    return seen;
  }

  /** A node, and all that its values of one frame come from. */
  Set<String> upstreamSameFrame(String from) {
    Set<String> seen = new LinkedHashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Wire wire : sameFrame(open.pop())) {
        if (seen.add(wire.from().node())) {
          open.push(wire.from().node());
        }
      }
    }
    return seen;
  }

  /** A loop for people: {@code decode → encode → decode}. */
  static String describe(List<Wire> loop) {
    List<String> names = new ArrayList<>();
    names.add(loop.getFirst().from().node());
    loop.forEach(wire -> names.add(wire.to().node()));
    return String.join(" → ", names);
  }
}
