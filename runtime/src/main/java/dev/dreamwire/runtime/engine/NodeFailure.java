package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.graph.Problem;

/** A node failed while a frame was made. */
public final class NodeFailure extends RuntimeException {
  private final transient Problem problem;

  NodeFailure(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** Which node, and what is wrong. */
  public Problem problem() {
    return problem;
  }
}
