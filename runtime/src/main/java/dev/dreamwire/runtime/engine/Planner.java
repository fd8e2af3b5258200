package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.BackendException;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.graph.ActiveGraph;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Turns graphs into plans: checks them, resolves what is known beforehand, fuses tensor nodes
 * between host nodes into one program each, and compiles those. Slow (up to seconds); safe on every
 * thread.
 */
public final class Planner {
  private final NodeRegistry registry;
  private final Backend backend;
  private final CompileOptions options;
  private final Services services;

  /** A planner for one place to run. */
  public Planner(
      NodeRegistry registry, Backend backend, CompileOptions options, Services services) {
    this.registry = registry;
    this.backend = backend;
    this.options = options;
    this.services = services;
  }

  NodeRegistry registry() {
    return registry;
  }

  /**
   * Plans a graph.
   *
   * @param files finds the files that parameters name
   * @param watched values to hand out every frame: inner ones, {@code node/name}, and outputs,
   *     {@code node/port}
   * @throws PlanException if the graph cannot be played
   */
  public Plan plan(Graph graph, Function<String, Path> files, Set<String> watched) {
    return plan(graph, files, watched, PlanMonitor.NONE);
  }

  /**
   * Plans a graph under somebody's eyes.
   *
   * @param files finds the files that parameters name
   * @param watched values to hand out every frame: inner ones, {@code node/name}, and outputs,
   *     {@code node/port}
   * @param monitor told what begins; may stop it
   * @throws PlanException if the graph cannot be played
   * @throws PlanCancelledException if the monitor stopped it
   */
  public Plan plan(
      Graph graph, Function<String, Path> files, Set<String> watched, PlanMonitor monitor) {
    List<Problem> problems = GraphCheck.check(graph, registry);
    List<Problem> errors =
        problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new PlanException(errors);
    }
    Graph flat = Expansion.flat(graph, registry);
    Converting typed = Converting.of(ActiveGraph.of(flat, registry), registry);
    Layout layout = new Layout(typed.graph(), typed.registry());
    PlanContext context = new PlanContext(layout, services, files);
    monitor.begins(new PlanProgress(PlanProgress.Phase.LOADING, 1, 1, ""));
    context.begin();
    Weights weights = context.weights();
    List<Stage> made = new ArrayList<>();
    Consumer<List<String>> compiles = compiling(layout, monitor);
    try {
      List<Stage> start =
          stages(context, layout.start(), watched, id -> false, weights, made, compiles);
      context.findRegisters();
      List<Stage> frame =
          stages(context, layout.frame(), watched, layout::held, weights, made, compiles);
      requireRegisters(context);
      return new Plan(graph, flat, context, start, frame, problems);
    } catch (PlanException | PlanCancelledException | BackendException e) {
      made.stream()
          .filter(Stage.Fused.class::isInstance)
          .forEach(stage -> ((Stage.Fused) stage).executable().close());
      throw e instanceof BackendException
          ? new PlanException(List.of(Problem.error("", "", e.getMessage())))
          : e;
    }
  }

  /** Tells a monitor of each program, counted from 1. */
  private static Consumer<List<String>> compiling(Layout layout, PlanMonitor monitor) {
    int programs =
        (int)
            Stream.of(layout.start(), layout.frame())
                .flatMap(levels -> levels.values().stream())
                .filter(nodes -> isProgram(layout, nodes))
                .count();
    AtomicInteger begun = new AtomicInteger();
    return nodes ->
        monitor.begins(
            new PlanProgress(
                PlanProgress.Phase.COMPILING,
                begun.incrementAndGet(),
                programs,
                String.join("+", nodes)));
  }

  private static boolean isProgram(Layout layout, List<String> nodes) {
    return layout.member(nodes.get(0)).type() instanceof TensorType;
  }

  private List<Stage> stages(
      PlanContext context,
      SortedMap<Integer, List<String>> levels,
      Set<String> watched,
      Predicate<String> held,
      Weights weights,
      List<Stage> made,
      Consumer<List<String>> compiles) {
    List<Stage> out = new ArrayList<>();
    levels.forEach(
        (level, nodes) -> {
          boolean tensors = isProgram(context.layout(), nodes);
          if (tensors) {
            compiles.accept(nodes);
          }
          Stage stage =
              tensors
                  ? fuse(context, nodes, watched, weights, held.test(nodes.get(0)))
                  : new Stage.Host(
                      nodes, outputs(context, nodes, watched), held.test(nodes.get(0)));
          out.add(stage);
          made.add(stage);
        });
    return out;
  }

  private Stage.Fused fuse(
      PlanContext context, List<String> nodes, Set<String> watched, Weights weights, boolean held) {
    Map<String, ProgramInput> inputs = new LinkedHashMap<>();
    CostOps costs = new CostOps();
    Emission.Written<Shape> shapes =
        new Emission<Shape>(
                costs,
                context,
                nodes,
                input -> {
                  inputs.put(input.name(), input);
                  return input.shape();
                })
            .write();
    shapes.values().forEach(context::put);
    requireOutputs(context, nodes, shapes.values().keySet());
    Map<PortRef, String> values = new LinkedHashMap<>();
    Map<String, PortRef> seen = outputs(context, nodes, watched);
    seen.values().retainAll(shapes.values().keySet());
    Stream.concat(needed(context, nodes).stream(), seen.values().stream())
        .forEach(ref -> values.put(ref, "value:" + ref));
    Map<String, String> pushes = new LinkedHashMap<>();
    shapes.pushes().forEach((ring, shape) -> pushes.put(ring, "push:" + ring));
    Map<String, String> probes = new LinkedHashMap<>();
    shapes.probes().keySet().stream()
        .filter(watched::contains)
        .forEach(name -> probes.put(name, "probe:" + name));
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            Emission.Written<T> written =
                new Emission<T>(ops, context, nodes, input -> in.get(input.name())).write();
            Map<String, T> out = new LinkedHashMap<>();
            values.forEach((ref, name) -> out.put(name, written.values().get(ref)));
            pushes.forEach((ring, name) -> out.put(name, written.pushes().get(ring)));
            probes.forEach((probe, name) -> out.put(name, written.probes().get(probe)));
            return out;
          }
        };
    Map<String, Shape> inputShapes = new LinkedHashMap<>();
    inputs.values().forEach(input -> inputShapes.put(input.name(), input.shape()));
    Executable executable =
        backend.compile(new Program(String.join("+", nodes), inputShapes, body, weights), options);
    return new Stage.Fused(
        executable,
        List.copyOf(inputs.values()),
        values,
        pushes,
        probes,
        seen,
        costs.sections(),
        held);
  }

  /** The watched outputs of some nodes that carry numbers. */
  private static Map<String, PortRef> outputs(
      PlanContext context, List<String> nodes, Set<String> watched) {
    Map<String, PortRef> out = new LinkedHashMap<>();
    for (String id : nodes) {
      for (Port port : context.layout().member(id).type().spec().outputs()) {
        String name = id + "/" + port.name();
        if (watched.contains(name) && port.type().carrier() == PortType.Carrier.TENSOR) {
          out.put(name, new PortRef(id, port.name()));
        }
      }
    }
    return out;
  }

  /** What leaves the program: for host nodes, later programs and registers. */
  private static Set<PortRef> needed(PlanContext context, List<String> nodes) {
    Set<PortRef> out = new LinkedHashSet<>();
    for (Layout.Member member : context.layout().members().values()) {
      for (Layout.Input input : context.layout().inputs(member.id()).values()) {
        boolean leaves =
            input.port().role() != Port.Role.NORMAL
                || !(member.type() instanceof TensorType)
                || !nodes.contains(member.id());
        if (input.from() != null
            && leaves
            && nodes.contains(input.from().node())
            && context.layout().type(input.from()).carrier() == PortType.Carrier.TENSOR) {
          out.add(input.from());
        }
      }
    }
    return out;
  }

  private static void requireOutputs(PlanContext context, List<String> nodes, Set<PortRef> made) {
    for (PortRef ref : needed(context, nodes)) {
      if (!made.contains(ref)) {
        throw new PlanException(
            List.of(
                Problem.error(ref.node(), ref.port(), "the node did not hand out " + ref.port())));
      }
    }
  }

  private static void requireRegisters(PlanContext context) {
    context
        .registers()
        .forEach(
            (input, shape) -> {
              PortRef from = context.layout().inputs(input.node()).get(input.port()).from();
              Shape is = context.valueShape(from, input);
              if (!is.equals(shape)) {
                throw new PlanException(
                    List.of(
                        Problem.error(
                            input.node(),
                            input.port(),
                            "play starts with shape "
                                + shape
                                + ", but "
                                + from
                                + " has shape "
                                + is)));
              }
            });
  }
}
