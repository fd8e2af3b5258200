package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Actions, one a frame. Immutable.
 *
 * <p>Written as text, a line is a number of frames and what is done in them: {@code 20 forward
 * cameraY=0.5}; a line with a number alone waits. As a table, the first line names the columns and
 * every other line is a frame; columns that are no actions, such as a recording's positions, are
 * passed over.
 */
final class ActionScript {
  private static final int MOST_FRAMES = 1_000_000;

  private final List<float[]> frames;

  private ActionScript(List<float[]> frames) {
    this.frames = List.copyOf(frames);
  }

  /**
   * Actions that were read elsewhere.
   *
   * @param frames vectors as long as the vocabulary, at least one
   */
  static ActionScript of(List<float[]> frames) {
    return new ActionScript(frames);
  }

  /** The actions' vectors, one a frame. */
  List<float[]> frames() {
    return frames;
  }

  /** Number of frames; at least one. */
  int length() {
    return frames.size();
  }

  /** Some of the frames: {@code count} of them from {@code from} on. */
  ActionScript part(int from, int count) {
    return new ActionScript(frames.subList(from, from + count));
  }

  /** Adds what is done in a frame to an action vector of zeros. */
  void apply(int frame, float[] action) {
    float[] from = frames.get(frame);
    System.arraycopy(from, 0, action, 0, from.length);
  }

  /**
   * Reads a script.
   *
   * @param param name of the parameter that holds it or its file, for complaints
   * @param source put before complaints, such as a file's name; may be empty
   * @throws NodeException naming the line that is wrong
   */
  static ActionScript read(String param, String source, String text, Vocabulary vocabulary) {
    Reader reader = new Reader(param, source, vocabulary);
    List<String> lines = text.lines().map(ActionScript::plain).toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isEmpty()) {
      first++;
    }
    boolean table = first < lines.size() && !Character.isDigit(lines.get(first).charAt(0));
    List<float[]> frames = table ? reader.table(lines, first) : reader.script(lines);
    if (frames.isEmpty()) {
      throw reader.wrong(1, "there are no frames; write a line such as 20 forward");
    }
    return new ActionScript(frames);
  }

  private static String plain(String line) {
    return line.replaceFirst("#.*", "").strip();
  }

  private record Reader(String param, String source, Vocabulary vocabulary) {
    NodeException wrong(int line, String what) {
      String where = source.isEmpty() ? "" : source + ", ";
      return new NodeException(param, where + "line " + line + ": " + what, null);
    }

    List<float[]> script(List<String> lines) {
      List<float[]> frames = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isEmpty()) {
          add(frames, i + 1, lines.get(i).split("\\s+"));
        }
      }
      return frames;
    }

    private void add(List<float[]> frames, int line, String[] words) {
      float[] action = new float[vocabulary.size()];
      for (String word : List.of(words).subList(1, words.length)) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        int column = vocabulary.names().indexOf(name);
        if (column < 0) {
          throw wrong(
              line,
              "there is no action "
                  + name
                  + "; there are "
                  + String.join(", ", vocabulary.names()));
        }
        action[column] = equals < 0 ? 1 : value(line, word.substring(equals + 1));
      }
      int count = count(line, words[0], MOST_FRAMES - frames.size());
      for (int i = 0; i < count; i++) {
        frames.add(action);
      }
    }

    private int count(int line, String word, int most) {
      try {
        int count = Integer.parseInt(word);
        if (count >= 1 && count <= most) {
          return count;
        }
      } catch (NumberFormatException e) {
        throw new NodeException(
            param,
            wrong(line, "it must begin with a number of frames, not " + word).getMessage(),
            e);
      }
      throw wrong(line, "a number of frames is 1 to " + most + ", not " + word);
    }

    private float value(int line, String word) {
      try {
        float value = Float.parseFloat(word);
        if (Math.abs(value) <= 1) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new NodeException(param, wrong(line, word + " is not a number").getMessage(), e);
      }
      throw wrong(line, "a value is -1 to 1, not " + word);
    }

    List<float[]> table(List<String> lines, int header) {
      String[] names = lines.get(header).split(",", -1);
      int[] columns =
          Arrays.stream(names).mapToInt(n -> vocabulary.names().indexOf(n.strip())).toArray();
      if (Arrays.stream(columns).allMatch(column -> column < 0)) {
        throw wrong(
            header + 1,
            "no column is an action; there are " + String.join(", ", vocabulary.names()));
      }
      List<float[]> frames = new ArrayList<>();
      for (int i = header + 1; i < lines.size(); i++) {
        if (!lines.get(i).isEmpty()) {
          frames.add(row(i + 1, lines.get(i).split(",", -1), columns));
        }
      }
      return frames;
    }

    private float[] row(int line, String[] cells, int[] columns) {
      if (cells.length != columns.length) {
        throw wrong(
            line, "there are " + cells.length + " values, but " + columns.length + " columns");
      }
      float[] action = new float[vocabulary.size()];
      for (int i = 0; i < cells.length; i++) {
        if (columns[i] >= 0) {
          action[columns[i]] = value(line, cells[i].strip());
        }
      }
      return action;
    }
  }
}
