package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.BackendException;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.tensor.cost.Cost;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan at play: its host nodes opened, its registers and rings filled. Owned by one thread, but for
 * {@link #updateLive}.
 */
public final class PlanRun implements AutoCloseable {
  private static final long START = -1;

  private final Plan plan;
  private final PlanContext context;
  private final Map<String, HostProcess> processes = new LinkedHashMap<>();
  private final Map<PortRef, TensorView> tensors = new HashMap<>();
  private final Map<PortRef, Object> objects = new HashMap<>();
  private final Map<String, FloatBuffer> ringBuffers = new LinkedHashMap<>();
  private final Map<String, Shape> ringShapes = new LinkedHashMap<>();
  private final Map<PortRef, List<FloatBuffer>> registerBuffers = new LinkedHashMap<>();
  private volatile Map<String, Params> params;
  private long seed;
  private long frame;
  private long remembered;

  /**
   * Opens a plan and starts play.
   *
   * @throws NodeFailure if a node cannot begin
   */
  public static PlanRun start(Plan plan, long seed) {
    PlanRun run = new PlanRun(plan);
    try {
      run.open();
      run.restart(seed);
      return run;
    } catch (NodeFailure | BackendException e) {
      run.closeProcesses();
      throw e;
    }
  }

  /**
   * Opens a plan that goes on where another run stands: registers and rings of the same name and shape
   * keep what they hold.
   */
  static PlanRun takeOver(Plan plan, PlanRun from) {
    PlanRun run = start(plan, from.seed);
    boolean kept = true;
    for (Map.Entry<String, FloatBuffer> ring : run.ringBuffers.entrySet()) {
      FloatBuffer old = from.ringBuffers.get(ring.getKey());
      boolean same = run.ringShapes.get(ring.getKey()).equals(from.ringShapes.get(ring.getKey()));
      if (same) {
        copy(old, ring.getValue());
      }
      kept &= same;
    }
    run.registerBuffers.forEach(
        (input, buffers) -> {
          List<FloatBuffer> old = from.registerBuffers.get(input);
          if (old != null && !old.isEmpty() && old.get(0).capacity() == buffers.get(0).capacity()) {
            buffers.forEach(buffer -> copy(old.get(0), buffer));
          }
        });
    run.frame = from.frame;
    // A memory of another shape begins empty, so the frames it could hold are counted from here.
    run.remembered = kept ? from.remembered : 0;
    return run;
  }

  private PlanRun(Plan plan) {
    this.plan = plan;
    this.context = plan.context();
    Map<String, Params> all = new HashMap<>();
    context.layout().members().forEach((id, member) -> all.put(id, member.params()));
    this.params = Map.copyOf(all);
    for (Stage stage : plan.frame()) {
      if (stage instanceof Stage.Fused fused) {
        collectState(fused);
      }
    }
    for (List<Stage> stages : List.of(plan.start(), plan.frame())) {
      for (Stage stage : stages) {
        if (stage instanceof Stage.Fused fused) {
          fused
              .values()
              .forEach((ref, name) -> tensors.put(ref, view(fused, name)));
        }
      }
    }
  }

  private static TensorView view(Stage.Fused fused, String output) {
    return new TensorView(fused.executable().outputs().get(output), fused.executable().output(output));
  }

  private void collectState(Stage.Fused fused) {
    for (ProgramInput input : fused.inputs()) {
      FloatBuffer buffer = fused.executable().input(input.name());
      switch (input) {
        case ProgramInput.Ring ring -> {
          ringBuffers.put(ring.name(), buffer);
          ringShapes.put(ring.name(), ring.shape());
        }
        case ProgramInput.Register register ->
            registerBuffers.computeIfAbsent(register.input(), k -> new java.util.ArrayList<>()).add(buffer);
        case ProgramInput.Value ignored -> {}
        case ProgramInput.Live ignored -> {}
        case ProgramInput.Filled ignored -> {}
        case ProgramInput.Noise ignored -> {}
      }
    }
  }

  private void open() {
    for (List<Stage> stages : List.of(plan.start(), plan.frame())) {
      for (Stage stage : stages) {
        if (stage instanceof Stage.Host host) {
          for (String id : host.nodes()) {
            if (!processes.containsKey(id)) {
              HostType type = (HostType) context.layout().member(id).type();
              processes.put(id, guarded(id, () -> type.open(context.node(id))));
            }
          }
        }
      }
    }
  }

  /** The plan. */
  public Plan plan() {
    return plan;
  }

  /** Frames made since play started. */
  public long frames() {
    return frame;
  }

  /** Starts over with a seed. */
  public void restart(long newSeed) {
    seed = newSeed;
    frame = 0;
    remembered = 0;
    ringBuffers.values().forEach(PlanRun::clear);
    registerBuffers.values().forEach(buffers -> buffers.forEach(PlanRun::clear));
    processes.forEach(
        (id, process) ->
            guarded(
                id,
                () -> {
                  process.reset(newSeed);
                  return null;
                }));
    Map<String, Double> times = new HashMap<>();
    plan.start().forEach(stage -> run(stage, START, times));
    registerBuffers.forEach(
        (input, buffers) ->
            context.startOf(input).ifPresent(from -> buffers.forEach(b -> copy(tensors.get(from).values(), b))));
  }

  /** Takes the live parameters of a graph of the same structure; any thread. */
  public void updateLive(Graph graph) {
    Map<String, Params> next = new HashMap<>(params);
    for (Node node : graph.nodes().values()) {
      Layout.Member member = context.layout().member(node.id());
      if (member != null) {
        next.put(node.id(), NodeParams.of(node, member.type()));
      }
    }
    params = Map.copyOf(next);
  }

  /**
   * Makes one frame.
   *
   * @throws NodeFailure if a node fails; the run can be tried again
   */
  public FrameTimings frame() {
    Map<String, Double> times = new LinkedHashMap<>();
    long began = System.nanoTime();
    double programs = 0;
    for (Stage stage : plan.frame()) {
      programs += run(stage, frame, times);
    }
    registerBuffers.forEach(
        (input, buffers) -> {
          PortRef from = context.layout().inputs(input.node()).get(input.port()).from();
          TensorView value = tensors.get(from);
          buffers.forEach(buffer -> copy(value.values(), buffer));
        });
    FrameTimings timings =
        new FrameTimings(frame, (System.nanoTime() - began) / 1e6, programs, times);
    frame++;
    remembered++;
    return timings;
  }

  private double run(Stage stage, long index, Map<String, Double> times) {
    return switch (stage) {
      case Stage.Host host -> {
        for (String id : host.nodes()) {
          long began = System.nanoTime();
          HostProcess process = processes.get(id);
          guarded(
              id,
              () -> {
                process.frame(new HostFrame(id, index));
                return null;
              });
          times.put(id, (System.nanoTime() - began) / 1e6);
        }
        yield 0;
      }
      case Stage.Fused fused -> {
        fill(fused, Math.max(0, index));
        long began = System.nanoTime();
        fused.executable().run();
        double ms = (System.nanoTime() - began) / 1e6;
        finish(fused, index);
        share(fused, ms, times);
        yield ms;
      }
    };
  }

  private void fill(Stage.Fused fused, long index) {
    for (ProgramInput input : fused.inputs()) {
      FloatBuffer buffer = fused.executable().input(input.name()).clear();
      switch (input) {
        case ProgramInput.Value value -> copy(tensors.get(value.from()).values(), buffer);
        case ProgramInput.Live live -> buffer.put(0, number(params.get(live.node()).value(live.param())));
        case ProgramInput.Filled filled -> {
          buffer.limit((int) filled.shape().count());
          filled.fill().fill(remembered, buffer);
          buffer.clear();
        }
        case ProgramInput.Noise noise -> {
          buffer.limit((int) noise.shape().count());
          NoiseSource.fill(seed, index, noise.name(), buffer);
          buffer.clear();
        }
        case ProgramInput.Register ignored -> {}
        case ProgramInput.Ring ignored -> {}
      }
    }
  }

  private static float number(Object value) {
    return switch (value) {
      case Number n -> n.floatValue();
      case Boolean b -> b ? 1 : 0;
      default -> throw new IllegalArgumentException("a live parameter of a program is a number, not " + value);
    };
  }

  private void finish(Stage.Fused fused, long index) {
    fused
        .pushes()
        .forEach(
            (ring, output) -> {
              FloatBuffer value = fused.executable().output(output);
              FloatBuffer slots = ringBuffers.get(ring);
              int slot = value.capacity();
              int capacity = slots.capacity() / slot;
              slots.put((int) (remembered % capacity) * slot, value, 0, slot);
            });
    if (!fused.probes().isEmpty()) {
      context
          .node("")
          .service(ProbeSink.class)
          .ifPresent(sink -> fused.probes().forEach((probe, output) -> sink.probe(probe, index, view(fused, output))));
    }
  }

  private static void share(Stage.Fused fused, double ms, Map<String, Double> times) {
    Map<String, Double> measured = fused.executable().shares();
    double total = fused.costs().values().stream().mapToDouble(Cost::flops).sum();
    fused
        .costs()
        .forEach(
            (node, cost) -> {
              double share =
                  measured.isEmpty()
                      ? total == 0 ? 0 : cost.flops() / total
                      : measured.getOrDefault(node, 0.0);
              times.put(node, ms * share);
            });
  }

  private static void copy(FloatBuffer from, FloatBuffer to) {
    to.put(0, from, 0, to.capacity());
  }

  private static void clear(FloatBuffer buffer) {
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, 0);
    }
  }

  private interface Work<R> {
    R run();
  }

  private static <R> R guarded(String id, Work<R> work) {
    try {
      return work.run();
    } catch (NodeException e) {
      throw new NodeFailure(Problem.error(id, e.port() == null ? "" : e.port(), e.getMessage()), e);
    } catch (RuntimeException e) {
      // A node may be anyone's plugin: whatever it throws stops that node's game, not the program.
      throw new NodeFailure(Problem.error(id, "", "the node failed: " + e), e);
    }
  }

  private void closeProcesses() {
    processes.forEach(
        (id, process) ->
            guarded(
                id,
                () -> {
                  process.close();
                  return null;
                }));
  }

  /** Closes the host nodes; the plan stays open. */
  @Override
  public void close() {
    closeProcesses();
  }

  private final class HostFrame implements HostProcess.Frame {
    private final String id;
    private final long index;

    HostFrame(String id, long index) {
      this.id = id;
      this.index = index;
    }

    @Override
    public long index() {
      return index;
    }

    @Override
    public Params params() {
      return params.get(id);
    }

    @Override
    public boolean wired(String port) {
      return context.layout().inputs(id).get(port).from() != null;
    }

    private PortRef from(String port) {
      PortRef from = context.layout().inputs(id).get(port).from();
      if (from == null) {
        throw new NodeException(port, "nothing is wired to " + port, null);
      }
      return from;
    }

    @Override
    public TensorView tensor(String port) {
      return tensors.get(from(port));
    }

    @Override
    public <V> V value(String port, Class<V> type) {
      return type.cast(objects.get(from(port)));
    }

    @Override
    public void output(String port, TensorView value) {
      PortRef ref = new PortRef(id, port);
      Shape declared = context.valueShape(ref, ref);
      if (!declared.equals(value.shape())) {
        throw new NodeException(
            port, "the node declared shape " + declared + " but made " + value.shape(), null);
      }
      TensorView slot =
          tensors.computeIfAbsent(
              ref, r -> new TensorView(declared, FloatBuffer.allocate((int) declared.count())));
      copy(value.values(), slot.values());
    }

    @Override
    public void output(String port, Object value) {
      objects.put(new PortRef(id, port), value);
    }
  }
}
