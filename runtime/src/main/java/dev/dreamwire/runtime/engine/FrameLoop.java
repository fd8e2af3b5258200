package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A graph that plays. Frames are made on one thread of its own; graphs are compiled on another, while
 * the old one plays on, and take over between two frames. All methods may be called from any thread and
 * return at once; the listener is called on those two threads.
 */
public final class FrameLoop implements AutoCloseable {
  /** What is to be played. */
  private record Wanted(Graph graph, Function<String, Path> files, Set<String> watched, boolean fresh) {}

  private final Planner planner;
  private final Consumer<EngineEvent> listener;
  private final Pacer pacer;
  private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
  private final ExecutorService planning =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
  private final AtomicReference<Wanted> wanted = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closed;
  private PlanRun run;
  private boolean playing;
  private int single;
  private long seed;

  /**
   * A loop that waits for its first graph.
   *
   * @param framesPerSecond 0 for as fast as frames come
   * @param seed of the noise
   */
  public FrameLoop(Planner planner, double framesPerSecond, long seed, Consumer<EngineEvent> listener) {
    this.planner = planner;
    this.listener = listener;
    this.pacer = new Pacer(framesPerSecond);
    this.seed = seed;
    this.thread = Thread.ofPlatform().daemon().name("engine").start(this::work);
  }

  /**
   * Plays a graph from its start.
   *
   * @param files finds the files that parameters name
   */
  public void load(Graph graph, Function<String, Path> files) {
    want(new Wanted(graph, files, Set.of(), true));
  }

  /**
   * Goes on with an edited graph. Places and live parameters hold from the next frame; anything else is
   * compiled first.
   */
  public void edit(Graph graph) {
    Wanted before = wanted.get();
    if (before == null) {
      throw new IllegalStateException("no graph was loaded that could be edited");
    }
    Wanted next = new Wanted(graph, before.files(), before.watched(), false);
    if (GraphChange.onlyLive(before.graph(), graph, planner.registry())) {
      wanted.set(next);
      command(
          () -> {
            if (run != null) {
              run.updateLive(graph);
            }
          });
    } else {
      want(next);
    }
  }

  /** Hands inner values, {@code node/name}, to the {@link ProbeSink} service from now on. */
  public void watch(Set<String> probes) {
    Wanted before = wanted.get();
    if (before != null && !before.watched().equals(probes)) {
      want(new Wanted(before.graph(), before.files(), Set.copyOf(probes), false));
    }
  }

  private void want(Wanted next) {
    Wanted before = wanted.getAndSet(next);
    boolean fresh = next.fresh() || before == null;
    planning.execute(
        () -> {
          // A later edit makes this one pointless.
          if (wanted.get() == next && !closed) {
            plan(next, fresh);
          }
        });
  }

  private void plan(Wanted next, boolean fresh) {
    listener.accept(new EngineEvent.Planning(next.graph()));
    try {
      Plan plan = planner.plan(next.graph(), next.files(), next.watched());
      command(() -> swap(plan, fresh));
    } catch (PlanException e) {
      listener.accept(new EngineEvent.PlanFailed(next.graph(), e.problems()));
    } catch (RuntimeException e) {
      // A node may be anyone's plugin, and nothing it throws may end the planning of later edits.
      Problem problem = Problem.error("", "", "the graph could not be compiled: " + e);
      listener.accept(new EngineEvent.PlanFailed(next.graph(), List.of(problem)));
    }
  }

  private void swap(Plan plan, boolean fresh) {
    PlanRun old = run;
    try {
      run = old == null || fresh ? PlanRun.start(plan, seed) : PlanRun.takeOver(plan, old);
      run.updateLive(latest(plan));
    } catch (NodeFailure e) {
      plan.close();
      listener.accept(new EngineEvent.PlanFailed(plan.graph(), List.of(e.problem())));
      return;
    }
    if (old != null) {
      old.close();
      old.plan().close();
    }
    listener.accept(new EngineEvent.PlanReady(plan));
  }

  /** The live parameters may have moved on while the plan was compiled. */
  private Graph latest(Plan plan) {
    Graph now = Objects.requireNonNull(wanted.get()).graph();
    return GraphChange.onlyLive(plan.graph(), now, planner.registry()) ? now : plan.graph();
  }

  /** Makes frames until paused. */
  public void play() {
    command(() -> setPlaying(true));
  }

  /** Stops making frames. */
  public void pause() {
    command(() -> setPlaying(false));
  }

  /** Makes one frame and pauses. */
  public void step() {
    command(
        () -> {
          setPlaying(false);
          single++;
        });
  }

  /** Starts over. */
  public void restart(long newSeed) {
    command(
        () -> {
          seed = newSeed;
          if (run != null) {
            run.restart(newSeed);
          }
          listener.accept(new EngineEvent.Restarted(newSeed));
        });
  }

  /** Changes the pace; 0 for as fast as frames come. */
  public void pace(double framesPerSecond) {
    pacer.framesPerSecond(framesPerSecond);
  }

  private void setPlaying(boolean now) {
    if (playing != now) {
      playing = now;
      pacer.restart();
      listener.accept(new EngineEvent.PlayingChanged(now));
    }
  }

  private void command(Runnable command) {
    commands.add(command);
  }

  private void work() {
    try {
      while (!closed) {
        boolean idle = run == null || !playing && single == 0;
        Runnable command = idle ? commands.take() : commands.poll();
        if (command != null) {
          guarded(command);
        } else {
          pacer.await();
          guarded(this::frame);
        }
      }
    } catch (InterruptedException e) {
      // Closing interrupts the wait for commands; there is nothing left to do.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      listener.accept(new EngineEvent.Stopped(e));
    } finally {
      release();
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (NodeFailure e) {
      single = 0;
      setPlaying(false);
      listener.accept(new EngineEvent.NodeFailed(e.problem(), e.getCause()));
    }
  }

  private void frame() {
    if (single > 0) {
      single--;
    }
    listener.accept(new EngineEvent.FrameMade(run.frame()));
  }

  private void release() {
    if (run != null) {
      run.close();
      run.plan().close();
    }
  }

  /** Stops and waits until all native memory is free. */
  @Override
  public void close() {
    closed = true;
    planning.shutdownNow();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
