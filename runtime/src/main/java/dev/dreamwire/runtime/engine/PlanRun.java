package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan at play: its host nodes opened, its memory filled. Owned by one thread, but for {@link
 * #updateLive}.
 */
public final class PlanRun implements AutoCloseable {
  private static final long START = -1;

  /** A stage that can run. */
  private sealed interface Step {
    /** A host node. */
    record Host(String id, HostProcess process, HostFrame frame, Stage.Host stage) implements Step {
      @Override
      public boolean held() {
        return stage.held();
      }
    }

    /** A program. */
    record Program(ProgramRun run) implements Step {
      @Override
      public boolean held() {
        return run.fused().held();
      }
    }

    /** Whether it rests once there is what frozen nodes keep. */
    boolean held();
  }

  private final Plan plan;
  private final PlanContext context;
  private final PlanValues started;
  private final PlanValues current;
  private final PlanMemory memory;
  private final Optional<ProbeSink> probes;
  private final Map<String, HostProcess> processes = new LinkedHashMap<>();
  private final Set<String> inherited = new LinkedHashSet<>();
  private KeptValues kept = KeptValues.NONE;
  private boolean holding;
  private boolean made;
  private List<Step> startSteps = List.of();
  private List<Step> frameSteps = List.of();
  private volatile Map<String, Params> params;
  private long seed;
  private long frame;
  private double programMs;
  private double hostMs;

  /**
   * Opens a plan and starts play.
   *
   * @throws NodeFailure if a node cannot begin
   */
  public static PlanRun start(Plan plan, long seed) {
    PlanRun run = new PlanRun(plan);
    try {
      run.open(Map.of());
      run.restart(seed);
      return run;
    } catch (NodeFailure e) {
      run.close();
      throw e;
    }
  }

  /**
   * Opens a plan that goes on where another run stands: host nodes that are the same go on,
   * registers and rings of the same name and shape keep what they hold, and so do the outputs of
   * frozen nodes. The other run must not be used any more but to {@link #close} it; if this fails,
   * it can be.
   *
   * @throws NodeFailure if a new node cannot begin
   */
  static PlanRun takeOver(Plan plan, PlanRun from) {
    PlanRun run = new PlanRun(plan);
    run.seed = from.seed;
    run.frame = from.frame;
    try {
      run.open(from.processesFor(plan));
      run.processes.forEach(
          (id, process) -> {
            if (!run.inherited.contains(id)) {
              NodeGuard.run(id, () -> process.reset(from.seed));
            }
          });
      if (run.memory.isCoveredBy(from.memory)) {
        run.showBegun(from);
      } else {
        run.begin();
      }
    } catch (NodeFailure e) {
      run.close();
      throw e;
    }
    run.memory.takeOver(from.memory);
    run.keep(from);
    plan.frame().stream().filter(stage -> run.holding && stage.held()).forEach(run::showOutputs);
    from.processes.keySet().removeAll(run.inherited);
    run.inherited.clear();
    return run;
  }

  private PlanRun(Plan plan) {
    this.plan = plan;
    this.context = plan.context();
    this.started = new PlanValues(plan.start());
    this.current = new PlanValues(plan.frame());
    this.memory = new PlanMemory(plan);
    this.probes = context.service(ProbeSink.class);
    this.params = LiveParams.of(context.layout(), plan.flat());
  }

  /** Takes what the nodes that are frozen now made last. */
  private void keep(PlanRun from) {
    KeptValues last = from.made ? from.current.copies(this::keeps) : from.kept;
    Map<PortRef, TensorView> fitting = new HashMap<>(last.tensors());
    fitting.entrySet().removeIf(e -> !current.takes(e.getKey(), e.getValue().shape()));
    kept = new KeptValues(fitting, last.objects());
    current.put(kept);
    holding = context.layout().frozenInUse().stream().allMatch(kept::has);
  }

  private boolean keeps(PortRef output) {
    return context.layout().frozen().contains(output.node());
  }

  /** The running processes of nodes that are the same in another plan. */
  private Map<String, HostProcess> processesFor(Plan other) {
    Map<String, HostProcess> out = new HashMap<>(processes);
    out.keySet()
        .removeIf(
            id ->
                !GraphChange.onlyLive(
                    plan.flat().nodes().get(id),
                    other.flat().nodes().get(id),
                    context.layout().member(id).type()));
    return out;
  }

  private void open(Map<String, HostProcess> running) {
    startSteps = steps(plan.start(), started, running);
    frameSteps = steps(plan.frame(), current, running);
  }

  private List<Step> steps(
      List<Stage> stages, PlanValues values, Map<String, HostProcess> running) {
    List<Step> out = new ArrayList<>();
    for (Stage stage : stages) {
      switch (stage) {
        case Stage.Host host -> {
          for (String id : host.nodes()) {
            out.add(new Step.Host(id, process(id, running), hostFrame(id, values), host));
          }
        }
        case Stage.Fused fused -> out.add(new Step.Program(new ProgramRun(fused, values, memory)));
      }
    }
    return List.copyOf(out);
  }

  private HostProcess process(String id, Map<String, HostProcess> running) {
    if (!processes.containsKey(id)) {
      HostProcess goesOn = running.get(id);
      if (goesOn == null) {
        HostType type = (HostType) context.layout().member(id).type();
        processes.put(id, NodeGuard.get(id, () -> type.open(context.node(id))));
      } else {
        inherited.add(id);
        processes.put(id, goesOn);
      }
    }
    return processes.get(id);
  }

  private HostFrame hostFrame(String id, PlanValues values) {
    return new HostFrame(id, context, started, values, memory, () -> params.get(id));
  }

  /** The plan. */
  public Plan plan() {
    return plan;
  }

  /** Frames made since play started. */
  public long frames() {
    return frame;
  }

  /**
   * Starts over with a seed.
   *
   * @throws NodeFailure if a node cannot begin
   */
  public void restart(long newSeed) {
    seed = newSeed;
    frame = 0;
    memory.clear();
    processes.forEach((id, process) -> NodeGuard.run(id, () -> process.reset(newSeed)));
    begin();
  }

  private void begin() {
    Map<String, Double> times = new HashMap<>();
    startSteps.forEach(step -> run(step, START, times));
    memory.begin(started);
    showBegun(output -> true);
  }

  /** Takes the live parameters of a graph that this plan may be of an older form of; any thread. */
  public void updateLive(Graph graph) {
    params = LiveParams.of(context.layout(), graph);
  }

  /**
   * Makes one frame.
   *
   * @throws NodeFailure if a node fails; the same frame can be tried again
   */
  public FrameTimings frame() {
    Map<String, Double> times = new LinkedHashMap<>();
    programMs = 0;
    hostMs = 0;
    long began = System.nanoTime();
    for (Step step : frameSteps) {
      if (!step.held()) {
        run(step, frame, times);
      } else if (!holding) {
        run(step, frame, times);
        current.put(kept);
      }
    }
    plan.frame().stream().filter(stage -> !holding || !stage.held()).forEach(this::showOutputs);
    holding = true;
    made = true;
    memory.advance(current);
    double total = (System.nanoTime() - began) / 1e6;
    return new FrameTimings(frame++, total, programMs, hostMs, times);
  }

  private void run(Step step, long index, Map<String, Double> times) {
    switch (step) {
      case Step.Host host -> {
        long began = System.nanoTime();
        NodeGuard.run(host.id(), () -> host.process().frame(host.frame().at(index)));
        double ms = (System.nanoTime() - began) / 1e6;
        times.put(host.id(), ms);
        hostMs += ms;
      }
      case Step.Program program -> {
        double ms = program.run().run(seed, Math.max(0, index), params);
        program.run().push();
        program.run().divide(ms, times);
        if (index != START) {
          showInner(program.run().fused(), index);
        }
        programMs += ms;
      }
    }
  }

  /** Shows what watched outputs hold now. */
  private void showOutputs(Stage stage) {
    show(stage, current, frame, output -> true);
  }

  /** Shows what some watched outputs held when play started. */
  private void showBegun(Predicate<PortRef> which) {
    plan.start().forEach(stage -> show(stage, started, START, which));
  }

  /** Shows what play started with in another run, as far as that still knows it. */
  private void showBegun(PlanRun from) {
    Set<PortRef> watched =
        plan.start().stream()
            .flatMap(stage -> stage.watched().values().stream())
            .collect(Collectors.toSet());
    Map<PortRef, TensorView> begun =
        new HashMap<>(from.started.copies(watched::contains).tensors());
    begun.entrySet().removeIf(e -> !started.takes(e.getKey(), e.getValue().shape()));
    started.put(new KeptValues(begun, Map.of()));
    showBegun(begun::containsKey);
  }

  private void show(Stage stage, PlanValues values, long index, Predicate<PortRef> which) {
    if (probes.isPresent()) {
      stage
          .watched()
          .forEach(
              (name, output) -> {
                TensorView value = values.tensor(output);
                if (value != null && which.test(output)) {
                  probes.get().probe(name, index, value);
                }
              });
    }
  }

  private void showInner(Stage.Fused fused, long index) {
    probes.ifPresent(
        sink ->
            fused
                .probes()
                .forEach((probe, output) -> sink.probe(probe, index, fused.output(output))));
  }

  /** Closes the host nodes; the plan stays open. */
  @Override
  public void close() {
    List<NodeFailure> failures = new ArrayList<>();
    processes.forEach(
        (id, process) -> {
          if (!inherited.contains(id)) {
            try {
              NodeGuard.run(id, process::close);
            } catch (NodeFailure e) {
              // The others are closed all the same.
              failures.add(e);
            }
          }
        });
    processes.clear();
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
