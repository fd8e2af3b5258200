package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A graph that plays. Frames are made on one thread of its own; graphs are compiled on another,
 * while the old one plays on, and take over between two frames. All methods may be called from any
 * thread and return at once; the listener is called on those two threads.
 */
public final class FrameLoop implements AutoCloseable {
  /**
   * What is to be played.
   *
   * @param game rises with every graph that is loaded anew
   * @param structure rises with every graph that needs a plan of its own
   */
  private record Wanted(
      Graph graph, Function<String, Path> files, Set<String> watched, int game, int structure) {}

  /** A plan that waits for the next frame boundary. */
  private record Made(Plan plan, Wanted wanted) {}

  private static final Logger LOG = LoggerFactory.getLogger(FrameLoop.class);

  private final Planner planner;
  private final Consumer<EngineEvent> listener;
  private final Pacer pacer;
  private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
  private final ExecutorService planning =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
  private final AtomicReference<Made> made = new AtomicReference<>();
  private final Thread thread;
  private volatile Wanted wanted;
  private Set<String> watching = Set.of();
  private volatile int failedStructure = -1;
  private volatile int cancelledStructure = -1;
  private volatile int readyStructure = -1;
  private volatile Made starting;
  private volatile boolean closed;

  // Only the engine's thread touches what follows.
  private PlanRun run;
  private int game = -1;
  private boolean playing;
  private int single;
  private long seed;

  /**
   * A loop that waits for its first graph, paused.
   *
   * @param framesPerSecond 0 for as fast as frames come
   * @param seed of the noise
   */
  public FrameLoop(
      Planner planner, double framesPerSecond, long seed, Consumer<EngineEvent> listener) {
    this.planner = planner;
    this.listener = listener;
    this.pacer = new Pacer(framesPerSecond);
    this.seed = seed;
    this.thread = Thread.ofPlatform().daemon().name("engine").start(this::work);
  }

  /**
   * Plays a graph from its start, as soon as it is compiled.
   *
   * @param files finds the files that parameters name
   */
  public synchronized void load(Graph graph, Function<String, Path> files) {
    Wanted before = wanted;
    want(
        before == null
            ? new Wanted(graph, files, watching, 0, 0)
            : new Wanted(graph, files, watching, before.game() + 1, before.structure() + 1));
  }

  /**
   * Goes on with an edited graph. Places and live parameters hold from the next frame; anything
   * else is compiled first.
   *
   * @throws IllegalStateException if no graph was loaded
   */
  public synchronized void edit(Graph graph) {
    Wanted before = loaded();
    boolean samePlan =
        before.structure() != failedStructure
            && GraphChange.onlyLive(before.graph(), graph, planner.registry());
    int structure = samePlan ? before.structure() : before.structure() + 1;
    Wanted next = new Wanted(graph, before.files(), before.watched(), before.game(), structure);
    if (samePlan) {
      wanted = next;
    } else {
      want(next);
    }
    command(() -> updateLive(next));
  }

  /**
   * Hands values to the {@link ProbeSink} service from now on, and no others: inner ones, {@code
   * node/name}, and outputs, {@code node/port}. Names of what there is not are left out.
   */
  public synchronized void watch(Set<String> values) {
    Wanted before = wanted;
    boolean changed = !watching.equals(values);
    watching = Set.copyOf(values);
    if (changed && before != null) {
      want(
          new Wanted(
              before.graph(), before.files(), watching, before.game(), before.structure() + 1));
    }
  }

  private Wanted loaded() {
    if (wanted == null) {
      throw new IllegalStateException("no graph was loaded");
    }
    return wanted;
  }

  /**
   * Gives up what is being compiled; what played goes on. {@link #play} asks for it again. The part
   * that is being compiled runs to its end, but nobody waits for it; what is computed before the
   * first frame is stopped.
   */
  public synchronized void cancel() {
    Wanted now = wanted;
    if (now != null && isPending(now)) {
      cancelledStructure = now.structure();
      failedStructure = now.structure();
      interruptStart();
      command(() -> listener.accept(new EngineEvent.PlanCancelled(now.graph())));
    }
  }

  private void interruptStart() {
    Made begun = starting;
    if (begun != null) {
      begun.plan().interrupt();
    }
  }

  private boolean isPending(Wanted which) {
    return which.structure() != readyStructure && which.structure() != failedStructure;
  }

  private boolean isGivenUp(Wanted which) {
    return wanted.structure() != which.structure() || which.structure() == cancelledStructure;
  }

  private synchronized void wantAgain() {
    Wanted now = wanted;
    if (now != null && now.structure() == cancelledStructure) {
      want(new Wanted(now.graph(), now.files(), now.watched(), now.game(), now.structure() + 1));
    }
  }

  private void want(Wanted next) {
    wanted = next;
    planning.execute(() -> plan(next));
  }

  private void plan(Wanted next) {
    if (closed || isGivenUp(next)) {
      return;
    }
    listener.accept(new EngineEvent.Planning(next.graph()));
    try {
      Plan plan =
          planner.plan(
              next.graph(), next.files(), next.watched(), progress -> begins(next, progress));
      handOver(new Made(plan, next));
    } catch (PlanCancelledException e) {
      LOG.debug("a later edit, or somebody, made a graph pointless that was being compiled", e);
    } catch (PlanException e) {
      failed(next, e.problems());
    } catch (RuntimeException e) {
      // Nothing may end the planning of later edits.
      failed(next, List.of(Problem.error("", "", "the graph could not be compiled: " + e)));
    }
  }

  private void begins(Wanted next, PlanProgress progress) {
    if (closed || isGivenUp(next)) {
      throw new PlanCancelledException();
    }
    listener.accept(new EngineEvent.Progressed(next.graph(), progress));
  }

  private void failed(Wanted which, List<Problem> problems) {
    failedStructure = which.structure();
    listener.accept(new EngineEvent.PlanFailed(which.graph(), problems));
  }

  private void handOver(Made plan) {
    discard(made.getAndSet(plan));
    command(this::swap);
    if (closed) {
      discard(made.getAndSet(null));
    }
  }

  private static void discard(Made plan) {
    if (plan != null) {
      plan.plan().close();
    }
  }

  private void swap() {
    Made next = made.getAndSet(null);
    if (next == null) {
      return;
    }
    starting = next;
    // Asked only now: whoever cancels later finds what to interrupt.
    if (next.wanted().structure() == cancelledStructure) {
      starting = null;
      discard(next);
      return;
    }
    PlanRun old = run;
    listener.accept(
        new EngineEvent.Progressed(
            next.wanted().graph(), new PlanProgress(PlanProgress.Phase.STARTING, 1, 1, "")));
    try {
      run =
          old == null || game != next.wanted().game()
              ? PlanRun.start(next.plan(), seed)
              : PlanRun.takeOver(next.plan(), old);
    } catch (NodeFailure e) {
      next.plan().close();
      if (next.wanted().structure() != cancelledStructure) {
        failed(next.wanted(), List.of(e.problem()));
      }
      return;
    } finally {
      starting = null;
    }
    game = next.wanted().game();
    readyStructure = next.wanted().structure();
    updateLive(wanted);
    listener.accept(new EngineEvent.PlanReady(next.plan()));
    release(old);
  }

  /**
   * Live parameters may move on while a plan is compiled: they hold in the old one and in the new.
   */
  private void updateLive(Wanted now) {
    if (run != null && game == now.game()) {
      run.updateLive(Expansion.flat(now.graph(), planner.registry()));
    }
  }

  /** Makes frames until paused. Compiles what was cancelled. */
  public void play() {
    wantAgain();
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
        if (!frameDue()) {
          guarded(commands.take());
        } else if (playing) {
          pacer.await();
        }
        // What was asked for while waiting holds for the frame that comes now.
        for (Runnable next = commands.poll(); next != null; next = commands.poll()) {
          guarded(next);
        }
        if (frameDue() && !closed) {
          guarded(this::frame);
        }
      }
    } catch (InterruptedException e) {
      // Closing interrupts the wait for commands; there is nothing left to do.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      listener.accept(new EngineEvent.Stopped(e));
    } finally {
      guarded(() -> release(run));
    }
  }

  private boolean frameDue() {
    return run != null && (playing || single > 0);
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
    single = Math.max(0, single - 1);
    listener.accept(new EngineEvent.FrameMade(run.frame()));
  }

  private static void release(PlanRun old) {
    if (old != null) {
      try {
        old.close();
      } finally {
        old.plan().close();
      }
    }
  }

  /** Stops and waits until the engine's thread has let go of its native memory. */
  @Override
  public void close() {
    closed = true;
    planning.shutdown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    discard(made.getAndSet(null));
  }
}
