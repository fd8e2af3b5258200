package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which nodes run, when, and in what order: the parts of a graph that play starts with, and the
 * parts that make every frame, each cut into stages of host nodes (even) and of tensor nodes (odd).
 * What only frozen nodes need is in stages of its own.
 */
final class Layout {
  /**
   * A node that plays.
   *
   * @param typeName the type as the graph names it
   */
  record Member(String id, String typeName, NodeType type, Params params) {}

  /** An input with its wire, if any. */
  record Input(Port port, PortRef from) {}

  /** Host, tensor, and both again for what is held. */
  private static final int KINDS = 4;

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Map<String, Input>> inputs = new HashMap<>();
  private final Set<String> frozen = new LinkedHashSet<>();
  private final Set<String> held;
  private final List<String> handles;
  private final SortedMap<Integer, List<String>> start;
  private final SortedMap<Integer, List<String>> frame;

  Layout(Graph graph, NodeRegistry registry) {
    Set<String> playing = GraphCheck.playing(graph, registry);
    for (Node node : graph.nodes().values()) {
      if (playing.contains(node.id())) {
        NodeType type = registry.find(node.type()).orElseThrow();
        members.put(node.id(), new Member(node.id(), node.type(), type, NodeParams.of(node, type)));
        inputs.put(node.id(), wires(graph, node.id(), type));
        if (node.state().mode() == NodeState.Mode.FROZEN) {
          frozen.add(node.id());
        }
      }
    }
    Set<String> everyFrame = upstream(ends(), Port.Role.NORMAL, Port.Role.FEEDBACK);
    Set<String> once = upstream(startSources(), Port.Role.NORMAL);
    List<String> order = order();
    handles = order.stream().filter(id -> members.get(id).type() instanceof HandleType).toList();
    held = onlyForFrozen();
    start = stages(order, once);
    frame = stages(order, everyFrame);
  }

  private static Map<String, Input> wires(Graph graph, String id, NodeType type) {
    Map<String, Input> out = new LinkedHashMap<>();
    for (Port port : type.spec().inputs()) {
      PortRef from = graph.wireTo(new PortRef(id, port.name())).map(Wire::from).orElse(null);
      out.put(port.name(), new Input(port, from));
    }
    for (Param param : type.spec().params()) {
      Optional<PortRef> from = graph.wireTo(new PortRef(id, param.name())).map(Wire::from);
      if (from.isPresent()) {
        ParamPorts.of(param)
            .ifPresent(port -> out.put(port.name(), new Input(port, from.orElseThrow())));
      }
    }
    return out;
  }

  /** All that play, by id. */
  Map<String, Member> members() {
    return members;
  }

  Member member(String id) {
    return members.get(id);
  }

  /** The inputs of a node by name: those that it declares, and those of parameters with a wire. */
  Map<String, Input> inputs(String id) {
    return inputs.get(id);
  }

  /**
   * An input of a node.
   *
   * @throws IllegalArgumentException if its type declares none of that name
   */
  Input input(String id, String port) {
    Input input = inputs.get(id).get(port);
    if (input == null) {
      throw new IllegalArgumentException("this type declares no input " + port);
    }
    return input;
  }

  /** Where an input's value comes from; null if nothing is wired to it. */
  PortRef source(PortRef input) {
    return input(input.node(), input.port()).from();
  }

  /**
   * Checks that a node has an output.
   *
   * @throws IllegalArgumentException if its type declares none of that name
   */
  void requireOutput(String id, String port) {
    if (members.get(id).type().spec().output(port) == null) {
      throw new IllegalArgumentException("this type declares no output " + port);
    }
  }

  /** The nodes that keep what they made. */
  Set<String> frozen() {
    return frozen;
  }

  /** What frozen nodes hand to those that run on. */
  Set<PortRef> frozenInUse() {
    Set<PortRef> out = new LinkedHashSet<>();
    inputs.forEach(
        (id, all) ->
            all.values().stream()
                .filter(i -> i.from() != null && frozen.contains(i.from().node()))
                .filter(i -> !held.contains(id) && i.port().role() != Port.Role.START)
                .forEach(i -> out.add(i.from())));
    return out;
  }

  /** Whether a node is frozen or needed by such nodes only. */
  boolean held(String id) {
    return held.contains(id);
  }

  private Set<String> onlyForFrozen() {
    Set<String> out = upstream(List.copyOf(frozen), Port.Role.NORMAL, Port.Role.FEEDBACK);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String id : members.keySet()) {
        if (!out.contains(id)) {
          changed |=
              inputs.get(id).values().stream()
                  .filter(i -> i.from() != null && !frozen.contains(i.from().node()))
                  .map(i -> out.remove(i.from().node()))
                  .reduce(false, Boolean::logicalOr);
        }
      }
    }
    return out;
  }

  /** Nodes that are known when planning, in the order of their need. */
  List<String> handles() {
    return handles;
  }

  /** Stages that run when play starts. */
  SortedMap<Integer, List<String>> start() {
    return start;
  }

  /** Stages that run every frame. */
  SortedMap<Integer, List<String>> frame() {
    return frame;
  }

  /** The type of what an output hands out. */
  PortType type(PortRef output) {
    return members.get(output.node()).type().spec().output(output.port()).type();
  }

  private List<String> ends() {
    return members.values().stream()
        .filter(m -> m.type() instanceof HostType && m.type().spec().outputs().isEmpty())
        .map(Member::id)
        .toList();
  }

  private List<String> startSources() {
    return inputs.values().stream()
        .flatMap(all -> all.values().stream())
        .filter(i -> i.from() != null && i.port().role() == Port.Role.START)
        .map(i -> i.from().node())
        .toList();
  }

  private Set<String> upstream(List<String> from, Port.Role... roles) {
    Set<Port.Role> follow = Set.of(roles);
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      String id = open.remove(open.size() - 1);
      if (seen.add(id)) {
        inputs.get(id).values().stream()
            .filter(i -> i.from() != null && follow.contains(i.port().role()))
            .forEach(i -> open.add(i.from().node()));
      }
    }
    return seen;
  }

  /**
   * Every node after what it needs in the same frame; the graph was checked, so there is no loop.
   */
  private List<String> order() {
    Set<String> done = new LinkedHashSet<>();
    members.keySet().forEach(id -> visit(id, done));
    return List.copyOf(done);
  }

  private void visit(String id, Set<String> done) {
    if (done.contains(id)) {
      return;
    }
    inputs.get(id).values().stream()
        .filter(i -> i.from() != null && i.port().role() == Port.Role.NORMAL)
        .forEach(i -> visit(i.from().node(), done));
    done.add(id);
  }

  private SortedMap<Integer, List<String>> stages(List<String> order, Set<String> running) {
    List<String> nodes =
        order.stream()
            .filter(running::contains)
            .filter(id -> !(members.get(id).type() instanceof HandleType))
            .toList();
    Map<String, Integer> level = new HashMap<>();
    while (raise(nodes, level)) {
      for (String id : nodes) {
        // Only a node that is needed by a host node and bound to one after it rises for ever.
        if (level.get(id) > KINDS * nodes.size()) {
          throw new PlanException(
              List.of(
                  Problem.error(
                      id, "", "it must run both before and after a node outside of its program")));
        }
      }
    }
    SortedMap<Integer, List<String>> out = new TreeMap<>();
    nodes.forEach(id -> out.computeIfAbsent(level.get(id), k -> new ArrayList<>()).add(id));
    return out;
  }

  /** Moves nodes behind what they need; whether any moved. */
  private boolean raise(List<String> nodes, Map<String, Integer> level) {
    boolean changed = false;
    for (String id : nodes) {
      int at = Math.max(level.getOrDefault(id, 0), earliest(id, level));
      changed |= !Integer.valueOf(at).equals(level.put(id, at));
    }
    // What is handed over while a program is written stays inside of one program.
    for (String id : nodes) {
      for (Input input : inputs.get(id).values()) {
        if (bound(input) && level.get(input.from().node()) < level.get(id)) {
          level.put(input.from().node(), level.get(id));
          changed = true;
        }
      }
    }
    return changed;
  }

  private boolean bound(Input input) {
    return input.from() != null
        && input.port().type().carrier() == PortType.Carrier.HANDLE
        && members.get(input.from().node()).type() instanceof TensorType;
  }

  private int earliest(String id, Map<String, Integer> level) {
    int at = kind(id);
    for (Input input : inputs.get(id).values()) {
      if (input.from() == null || input.port().role() != Port.Role.NORMAL) {
        continue;
      }
      Integer source = level.get(input.from().node());
      if (source != null) {
        at = Math.max(at, source + Math.floorMod(kind(id) - source, KINDS));
      }
    }
    return at;
  }

  /** A stage has nodes of one kind; a level's kind is its remainder. */
  private int kind(String id) {
    int tensor = members.get(id).type() instanceof TensorType ? 1 : 0;
    return held.contains(id) ? tensor + 2 : tensor;
  }
}
