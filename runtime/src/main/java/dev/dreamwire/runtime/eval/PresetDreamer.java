package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.engine.Plan;
import dev.dreamwire.runtime.engine.PlanRun;
import dev.dreamwire.runtime.engine.Planner;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.node.MemoryParams;
import dev.dreamwire.runtime.node.ViewportSink;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A preset as it is played, by the same engine: only the sources of actions and of the first
 * picture are changed for ones that a measurement feeds, and the viewport's picture is what is
 * measured.
 */
final class PresetDreamer implements Dreamer {
  private final MeasureNodes nodes;
  private final Plan plan;
  private final PlanRun run;
  private float[] shown;

  /**
   * Compiles the preset.
   *
   * @throws EvalException if its graph shows nothing, takes no action or no first picture
   */
  PresetDreamer(
      LoadedPreset preset,
      NodeRegistry installed,
      Shape picture,
      int actions,
      Backend backend,
      CompileOptions options) {
    this.nodes = new MeasureNodes(Shape.of(actions), picture);
    NodeRegistry registry = installed.with(nodes);
    Services services =
        Services.NONE.with(ViewportSink.class, (node, image) -> shown = image.toArray());
    Graph graph = measured(Expansion.flat(preset.preset().graph(), registry), registry);
    Planner planner = new Planner(registry, backend, options, services);
    this.plan = planner.plan(graph, preset.files()::find, Set.of());
    this.run = PlanRun.start(plan, 0);
  }

  /** The preset with every Memory switched off; none if it has none. */
  static Optional<LoadedPreset> withoutMemory(LoadedPreset preset, NodeRegistry registry) {
    Graph graph = Expansion.flat(preset.preset().graph(), registry);
    List<Node> memories =
        graph.nodes().values().stream()
            .filter(node -> node.type().equals(MemoryParams.TYPE))
            .toList();
    if (memories.isEmpty()) {
      return Optional.empty();
    }
    for (Node memory : memories) {
      graph = graph.with(memory.with("enabled", false));
    }
    return Optional.of(
        new LoadedPreset(
            preset.preset().with(graph), preset.name(), preset.file(), preset.files()));
  }

  private static Graph measured(Graph graph, NodeRegistry registry) {
    // Sources go together at last: a scene gives both a picture and where it was seen from.
    Set<String> replaced = new HashSet<>();
    Graph next = replace(graph, registry, MeasureNodes.ACTION, PortType.ACTION, replaced);
    next = replace(next, registry, MeasureNodes.PICTURE, PortType.IMAGE, replaced);
    boolean asksWhere =
        next.wires().stream()
            .anyMatch(wire -> isSource(graph, registry, wire.from(), PortType.POSE));
    if (asksWhere) {
      next = replace(next, registry, MeasureNodes.POSE, PortType.POSE, replaced);
    }
    return next.without(replaced);
  }

  /** Puts one node in the place of every source of a type, which are added to {@code replaced}. */
  private static Graph replace(
      Graph graph, NodeRegistry registry, String measure, PortType type, Set<String> replaced) {
    String id = graph.freshId("measure");
    List<Wire> wires = new ArrayList<>();
    boolean found = false;
    for (Wire wire : graph.wires()) {
      boolean source = isSource(graph, registry, wire.from(), type);
      wires.add(source ? new Wire(new PortRef(id, MeasureNodes.OUTPUT), wire.to()) : wire);
      if (source) {
        replaced.add(wire.from().node());
        found = true;
      }
    }
    if (!found) {
      throw new EvalException(
          "the preset's graph has no source of " + type.id() + ", so nothing can be measured",
          null);
    }
    return graph.with(new Node(id, measure, 1, Map.of(), 0, 0)).withWires(wires);
  }

  /** Whether an output comes from outside the dream: from a host node that sees no picture. */
  private static boolean isSource(
      Graph graph, NodeRegistry registry, PortRef output, PortType type) {
    Optional<NodeType> found = graph.node(output.node()).flatMap(n -> registry.find(n.type()));
    if (found.isEmpty() || !(found.get() instanceof HostType)) {
      return false;
    }
    NodeSpec spec = found.get().spec();
    boolean gives =
        spec.outputs().stream()
            .filter(port -> port.name().equals(output.port()))
            .anyMatch(port -> port.type().id().equals(type.id()));
    return gives && spec.inputs().stream().map(Port::type).noneMatch(PortType.IMAGE::equals);
  }

  @Override
  public void restart(float[] picture, Pose pose, long seed) {
    nodes.picture(picture);
    nodes.pose(pose);
    run.restart(seed);
  }

  @Override
  public float[] next(float[] action) {
    nodes.action(action);
    shown = null;
    run.frame();
    if (shown == null) {
      throw new EvalException(
          "the preset's graph has no viewport, so nothing can be measured", null);
    }
    return shown;
  }

  @Override
  public void close() {
    run.close();
    plan.close();
  }
}
