package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A graph cannot be played; every problem says where and what to do. */
public final class PlanException extends RuntimeException {
  private final transient List<Problem> problems;

  public PlanException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
