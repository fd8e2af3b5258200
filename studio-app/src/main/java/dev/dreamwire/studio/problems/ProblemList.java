package dev.dreamwire.studio.problems;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What is wrong with a graph, found in the background after every edit. For the window's thread.
 */
public final class ProblemList {
  private final NodeRegistry registry;
  private final BackgroundTasks tasks;
  private final Supplier<Locale> language;
  private final ReadOnlyObjectWrapper<Report> report =
      new ReadOnlyObjectWrapper<>(new Report(0, Graph.EMPTY, List.of()));
  private final ReadOnlyObjectWrapper<List<Problem>> failures =
      new ReadOnlyObjectWrapper<>(List.of());
  private long asked;

  /**
   * What was found.
   *
   * @param look rises with every look, so that the same graph, opened again, is news
   * @param graph what was looked at
   * @param problems what is wrong with it
   */
  public record Report(long look, Graph graph, List<Problem> problems) {
    public Report {
      problems = List.copyOf(problems);
    }

    /** Whether it can play. */
    public boolean sound() {
      return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
  }

  /**
   * Follows a graph.
   *
   * @param language of the sentences, at the moment of looking
   */
  public ProblemList(
      ObservableValue<Graph> graph,
      NodeRegistry registry,
      BackgroundTasks tasks,
      Supplier<Locale> language) {
    this.registry = registry;
    this.tasks = tasks;
    this.language = language;
    graph.subscribe(this::check);
  }

  /** What was found last. */
  public ReadOnlyObjectProperty<Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Why the engine could not play a graph that looked sound. */
  public ReadOnlyObjectProperty<List<Problem>> failuresProperty() {
    return failures.getReadOnlyProperty();
  }

  /** The engine could not play; shown until the next edit. */
  public void failed(List<Problem> problems) {
    failures.set(List.copyOf(problems));
  }

  /** All there is to tell: what the engine said and what was found. */
  public List<Problem> all() {
    List<Problem> all = new ArrayList<>(failures.get());
    all.addAll(report.get().problems());
    return all;
  }

  /** Looks at a graph. Older looks that are still under way count no more. */
  public void check(Graph graph) {
    failures.set(List.of());
    long ticket = ++asked;
    Locale locale = language.get();
    tasks.read(
        () -> GraphCheck.check(graph, registry, locale),
        problems -> {
          if (ticket == asked) {
            report.set(new Report(ticket, graph, problems));
          }
        },
        e -> {
          throw e;
        });
  }
}
