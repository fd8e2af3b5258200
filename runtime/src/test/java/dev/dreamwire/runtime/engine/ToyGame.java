package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.BackendException;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.graph.Graph;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays toy graphs and keeps everything that can be seen of them. */
final class ToyGame {
  /** What reached the graph's ends, in order. */
  final List<List<Float>> seen = new CopyOnWriteArrayList<>();

  /** What happened to counters. */
  final List<String> life = new CopyOnWriteArrayList<>();

  /** Watched inner values. */
  final Map<String, List<Float>> probed = new LinkedHashMap<>();

  /** Programs that were compiled. */
  final List<String> compiled = new CopyOnWriteArrayList<>();

  /** Programs that hold native memory now. */
  final Set<Executable> open = ConcurrentHashMap.newKeySet();

  /** Holds compilers up while it is not at zero. */
  volatile CountDownLatch compiling = new CountDownLatch(0);

  /** Holds programs up while it is not at zero. */
  volatile CountDownLatch running = new CountDownLatch(0);

  final Planner planner =
      new Planner(
          ToyNodes.REGISTRY,
          new Backend() {
            private final Backend cpu = new CpuBackend();

            @Override
            public String id() {
              return cpu.id();
            }

            @Override
            public Executable compile(Program program, CompileOptions options) {
              compiled.add(program.name());
              try {
                compiling.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new Watched(cpu.compile(program, options));
            }
          },
          CompileOptions.DEFAULT,
          Services.NONE
              .with(ToyNodes.Seen.class, values -> seen.add(floats(values)))
              .with(ToyNodes.Life.class, life::add)
              .with(
                  ProbeSink.class,
                  (String probe, long frame, TensorView value) ->
                      probed
                          .computeIfAbsent(probe, p -> new ArrayList<>())
                          .add(value.values().get(0))));

  /** A program that is in a set while it is open. */
  private final class Watched implements Executable {
    private final Executable program;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    Watched(Executable program) {
      this.program = program;
      open.add(this);
    }

    @Override
    public Map<String, Shape> inputs() {
      return program.inputs();
    }

    @Override
    public Map<String, Shape> outputs() {
      return program.outputs();
    }

    @Override
    public FloatBuffer input(String name) {
      return program.input(name);
    }

    @Override
    public FloatBuffer output(String name) {
      return program.output(name);
    }

    @Override
    public void run() {
      try {
        while (!running.await(5, TimeUnit.MILLISECONDS)) {
          if (interrupted.getCount() == 0) {
            throw new BackendException("interrupted", null);
          }
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      program.run();
    }

    @Override
    public void interrupt() {
      interrupted.countDown();
    }

    @Override
    public Map<String, Double> shares() {
      return program.shares();
    }

    @Override
    public void close() {
      program.close();
      if (!open.remove(this)) {
        throw new IllegalStateException("a program was closed twice");
      }
    }
  }

  static Path noFiles(String name) {
    throw new NodeException("there is no file " + name);
  }

  Plan plan(String graph) {
    return plan(ToyNodes.graph(graph), Set.of());
  }

  Plan plan(Graph graph, Set<String> watched) {
    return planner.plan(graph, ToyGame::noFiles, watched);
  }

  /** Plays some frames; what reached the ends. */
  List<List<Float>> play(String graph, int frames, long seed) {
    seen.clear();
    try (Plan plan = plan(graph);
        PlanRun run = PlanRun.start(plan, seed)) {
      for (int i = 0; i < frames; i++) {
        run.frame();
      }
    }
    return List.copyOf(seen);
  }

  /** The same where only single numbers reach one end. */
  List<Float> numbers(String graph, int frames, long seed) {
    return play(graph, frames, seed).stream().map(List::getFirst).toList();
  }

  private static List<Float> floats(float[] values) {
    List<Float> out = new ArrayList<>();
    for (float value : values) {
      out.add(value);
    }
    return out;
  }
}
