package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of what keys do, as text: a line {@code KEY action} or {@code KEY action value} for each,
 * {@code #} before remarks. Immutable.
 */
final class ActionTableText {
  private record Row(String key, int column, float value) {}

  private final List<Row> rows;

  private ActionTableText(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param param name of the parameter that holds it, for complaints
   * @throws NodeException naming the line that is wrong
   */
  static ActionTableText parse(String param, String text, Vocabulary vocabulary) {
    List<Row> rows = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        rows.add(row(param, i + 1, line.split("\\s+"), vocabulary));
      }
    }
    return new ActionTableText(List.copyOf(rows));
  }

  private static Row row(String param, int line, String[] words, Vocabulary vocabulary) {
    String where = "line " + line + ": ";
    if (words.length < 2 || words.length > 3) {
      throw new NodeException(param, where + "write a key, an action and perhaps a value", null);
    }
    if (!vocabulary.names().contains(words[1])) {
      throw new NodeException(
          param,
          where
              + "there is no action "
              + words[1]
              + "; there are "
              + String.join(", ", vocabulary.names()),
          null);
    }
    try {
      float value = words.length == 3 ? Float.parseFloat(words[2]) : 1;
      if (!(Math.abs(value) <= 1)) {
        throw new NodeException(param, where + "the value must be -1..1, is " + words[2], null);
      }
      return new Row(words[0], vocabulary.column(words[1]), value);
    } catch (NumberFormatException e) {
      throw new NodeException(param, where + words[2] + " is not a number", e);
    }
  }

  /** Names of the keys that do something. */
  Set<String> keys() {
    return rows.stream().map(Row::key).collect(Collectors.toSet());
  }

  /** Adds what the held keys do to an action vector; the last line of a column wins. */
  void apply(Controls controls, float[] action) {
    for (Row row : rows) {
      if (controls.held().contains(row.key())) {
        action[row.column()] = row.value();
      }
    }
  }
}
