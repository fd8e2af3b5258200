package dev.dreamwire.runtime.eval.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One measured number.
 *
 * @param id within its section; its name and definition are in the texts
 * @param of what the definition speaks of, for instance the frame 16; often empty
 * @param estimate the number
 * @param unit of the number
 * @param goal that a good model reaches; null for a number that only helps to read the others
 */
public record Figure(
    String id,
    List<String> of,
    Estimate estimate,
    Unit unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) Goal goal) {
  public Figure {
    of = List.copyOf(of);
  }

  /** A number that only helps to read the others. */
  public static Figure of(String id, Estimate estimate, Unit unit) {
    return new Figure(id, List.of(), estimate, unit, null);
  }

  /** A number that decides. */
  public static Figure of(String id, Estimate estimate, Unit unit, Goal goal) {
    return new Figure(id, List.of(), estimate, unit, goal);
  }

  /** Whether the goal is reached; true where there is none. */
  @JsonProperty
  public boolean met() {
    return goal == null || goal.metBy(estimate.value());
  }
}
