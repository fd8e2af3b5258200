package dev.dreamwire.runtime.data;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The CSV table beside an episode's video: a line of column names, then a line a frame. The first
 * 25 columns are {@link Vocabulary#OASIS} in its order; the columns of the player may follow.
 *
 * @param actions the action that leads from each frame to the next
 * @param players where the player was in each frame, without what it had dug and built: playing the
 *     actions again from the first frame gives that; empty if the table has no such columns
 */
public record ActionTable(float[][] actions, List<Player> players) {
  /** The columns after the actions; numbers that read back to the same bits. */
  static final List<String> POSE =
      List.of("x", "y", "z", "yaw", "pitch", "vx", "vy", "vz", "onGround", "eyeLag");

  private static final List<String> NAMES = Vocabulary.OASIS.names();

  public ActionTable {
    players = List.copyOf(players);
  }

  /** The line of column names. */
  static String header(boolean pose) {
    String names = String.join(",", NAMES);
    return pose ? names + "," + String.join(",", POSE) : names;
  }

  /** The line of a frame; {@code player} may be null where the header has no pose. */
  static String row(float[] action, Player player) {
    StringBuilder row = new StringBuilder();
    for (float value : action) {
      row.append(row.isEmpty() ? "" : ",").append(text(value));
    }
    if (player != null) {
      for (double value : numbers(player)) {
        row.append(',').append(text(value));
      }
    }
    return row.toString();
  }

  /**
   * Reads a table.
   *
   * @throws RecordingException if it is missing or wrong, with file, line and column
   */
  public static ActionTable read(Path file) throws RecordingException {
    List<String> lines = lines(file);
    if (lines.isEmpty() || lines.size() == 1 && lines.getFirst().isBlank()) {
      throw new RecordingException(file, 1, "the table is empty; it begins with the column names");
    }
    boolean pose = checkHeader(file, lines.getFirst());
    int columns = NAMES.size() + (pose ? POSE.size() : 0);
    float[][] actions = new float[lines.size() - 1][];
    List<Player> players = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      double[] row = numbers(file, i + 1, lines.get(i), columns);
      actions[i - 1] = new float[NAMES.size()];
      for (int c = 0; c < NAMES.size(); c++) {
        actions[i - 1][c] = (float) row[c];
      }
      if (pose) {
        players.add(player(row));
      }
    }
    return new ActionTable(actions, players);
  }

  private static List<String> lines(Path file) throws RecordingException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).stripTrailing().lines().toList();
    } catch (IOException unreadable) {
      throw new RecordingException(
          file, 0, "the table of actions is missing or cannot be read", unreadable);
    }
  }

  private static boolean checkHeader(Path file, String line) throws RecordingException {
    List<String> found = List.of(line.split(",", -1));
    boolean pose = found.size() == NAMES.size() + POSE.size();
    List<String> wanted = new ArrayList<>(NAMES);
    if (pose) {
      wanted.addAll(POSE);
    }
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      String want = i < wanted.size() ? wanted.get(i) : "nothing";
      String have = i < found.size() ? found.get(i).strip() : "nothing";
      if (!want.equals(have)) {
        throw new RecordingException(
            file, 1, "column " + (i + 1) + " is called " + have + "; it must be " + want);
      }
    }
    return pose;
  }

  private static double[] numbers(Path file, int line, String text, int columns)
      throws RecordingException {
    String[] cells = text.split(",", -1);
    if (cells.length != columns) {
      throw new RecordingException(
          file, line, "there are " + cells.length + " values; the header names " + columns);
    }
    double[] numbers = new double[columns];
    for (int i = 0; i < columns; i++) {
      numbers[i] = number(file, line, i, cells[i].strip());
    }
    return numbers;
  }

  private static double number(Path file, int line, int column, String cell)
      throws RecordingException {
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw new RecordingException(
          file, line, "column " + (column + 1) + ": “" + cell + "” is no number", notANumber);
    }
    throw new RecordingException(
        file, line, "column " + (column + 1) + ": " + cell + " is no finite number");
  }

  private static double[] numbers(Player p) {
    return new double[] {
      p.x(),
      p.y(),
      p.z(),
      p.yaw(),
      p.pitch(),
      p.vx(),
      p.vy(),
      p.vz(),
      p.onGround() ? 1 : 0,
      p.eyeLag()
    };
  }

  private static Player player(double[] row) {
    int i = NAMES.size();
    return new Player(
        row[i],
        row[i + 1],
        row[i + 2],
        row[i + 3],
        row[i + 4],
        row[i + 5],
        row[i + 6],
        row[i + 7],
        row[i + 8] >= 0.5,
        row[i + 9],
        Work.NONE);
  }

  private static String text(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }

  private static String text(double value) {
    boolean whole = value == (int) value && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
    return whole ? Integer.toString((int) value) : Double.toString(value);
  }
}
