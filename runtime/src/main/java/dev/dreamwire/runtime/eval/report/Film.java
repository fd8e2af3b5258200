package dev.dreamwire.runtime.eval.report;

import java.util.List;

/**
 * Pictures beside each other, in a file of their own.
 *
 * @param id within its section
 * @param of what the caption speaks of
 * @param file PNG, relative to the report
 * @param rows words for the rows, from the top
 * @param columns what stands above the columns
 */
public record Film(
    String id, List<String> of, String file, List<String> rows, List<String> columns) {
  public Film {
    of = List.copyOf(of);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }
}
