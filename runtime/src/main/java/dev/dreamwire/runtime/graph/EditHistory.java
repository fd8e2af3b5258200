package dev.dreamwire.runtime.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A graph that is being edited, and the way back. Owned by one thread (the window's).
 *
 * <p>Edits with equal {@linkplain GraphEdit#mergeKey merge keys} that follow each other become one
 * step, until {@link #seal} ends it: call that when a person lets go of the slider.
 */
public final class EditHistory {
  private static final int LIMIT = 1000;

  /** A step that was made: the edit and the graph before it. */
  private record Step(GraphEdit edit, Graph before) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private Graph graph;
  private Graph clean;
  private boolean sealed = true;

  /** Starts with a graph that counts as saved. */
  public EditHistory(Graph graph) {
    this.graph = graph;
    this.clean = graph;
  }

  /** The graph as it is now. */
  public Graph graph() {
    return graph;
  }

  /**
   * Makes an edit. One that changes nothing leaves no step.
   *
   * @return whether the graph changed
   * @throws IllegalArgumentException if the edit does not fit the graph, which is then unchanged
   */
  public boolean apply(GraphEdit edit) {
    Graph next = edit.apply(graph);
    if (next.equals(graph)) {
      return false;
    }
    boolean merges =
        !sealed
            && !done.isEmpty()
            && edit.mergeKey().isPresent()
            && edit.mergeKey().equals(done.peek().edit().mergeKey());
    Graph before = merges ? done.pop().before() : graph;
    if (!next.equals(before)) {
      done.push(new Step(edit, before));
    }
    if (done.size() > LIMIT) {
      done.removeLast();
    }
    undone.clear();
    sealed = false;
    graph = next;
    return true;
  }

  /** Ends a step: the next edit starts one of its own even if it could be merged. */
  public void seal() {
    sealed = true;
  }

  /** Whether {@link #undo} does anything. */
  public boolean canUndo() {
    return !done.isEmpty();
  }

  /** Whether {@link #redo} does anything. */
  public boolean canRedo() {
    return !undone.isEmpty();
  }

  /** The edit that {@link #undo} would take back. */
  public Optional<GraphEdit> nextUndo() {
    return Optional.ofNullable(done.peek()).map(Step::edit);
  }

  /** The edit that {@link #redo} would make again. */
  public Optional<GraphEdit> nextRedo() {
    return Optional.ofNullable(undone.peek()).map(Step::edit);
  }

  /** Takes the last step back and returns the graph as it is then. */
  public Graph undo() {
    return go(done, undone);
  }

  /** Makes the last step that was taken back again and returns the graph as it is then. */
  public Graph redo() {
    return go(undone, done);
  }

  private Graph go(Deque<Step> from, Deque<Step> to) {
    if (!from.isEmpty()) {
      Step step = from.pop();
      to.push(new Step(step.edit(), graph));
      graph = step.before();
      sealed = true;
    }
    return graph;
  }

  /** The graph as it is now has been saved. */
  public void markClean() {
    clean = graph;
  }

  /** Whether the graph differs from the one that was saved last. */
  public boolean dirty() {
    return !graph.equals(clean);
  }
}
