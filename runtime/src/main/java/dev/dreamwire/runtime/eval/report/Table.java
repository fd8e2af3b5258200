package dev.dreamwire.runtime.eval.report;

import java.util.List;

/**
 * Numbers in rows and columns.
 *
 * @param id within its section
 * @param columns words for the columns, without the one that names the rows
 * @param rows from the top
 */
public record Table(String id, List<String> columns, List<Row> rows) {
  /**
   * A row.
   *
   * @param name a word
   * @param values one a column; NaN where there is nothing to say
   */
  public record Row(String name, List<Double> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
