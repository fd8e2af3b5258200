package dev.dreamwire.runtime.eval.report;

import java.util.List;

/**
 * What one protocol found.
 *
 * @param id of the protocol
 * @param figures the numbers, those that decide first
 * @param tables more numbers
 * @param plots curves
 * @param films pictures
 */
public record Section(
    String id, List<Figure> figures, List<Table> tables, List<Plot> plots, List<Film> films) {
  public Section {
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
    plots = List.copyOf(plots);
    films = List.copyOf(films);
  }

  /** Only numbers. */
  public static Section of(String id, List<Figure> figures) {
    return new Section(id, figures, List.of(), List.of(), List.of());
  }
}
