package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * Shows remembered views where they would be seen from a pose that looks elsewhere: "reproject
 * first, generate second" in the smallest way, cell by cell of a latent, for turns and tilts only;
 * what a step changes depends on distances that are not known. The camera is one whose picture is
 * sheared for looking up and down, so that upright edges stay upright. Immutable and safe on every
 * thread.
 *
 * @param latent shape {@code [C,h,w]}
 * @param fieldOfView horizontal, degrees; 0 leaves views as they are
 */
public record Reprojection(Shape latent, double fieldOfView) {
  /** How many views at most are put together. */
  public static final int VIEWS = 12;

  /**
   * A view and the pose that it was seen from.
   *
   * @param values {@code [C,h,w]}
   */
  public record View(float[] values, Pose pose) {}

  /**
   * What is seen of some views from a pose: each cell from the first view that reaches it, zeros
   * where none does. Without a field of view, it is the first view.
   *
   * @param views the best first
   * @param now the pose that looks
   * @param out gets {@code [C,h,w]} from {@code at} on
   */
  public void write(List<View> views, Pose now, float[] out, int at) {
    if (fieldOfView == 0 && !views.isEmpty()) {
      float[] first = views.getFirst().values();
      System.arraycopy(first, 0, out, at, first.length);
      return;
    }
    boolean[] filled = new boolean[latent.size(1) * latent.size(2)];
    for (View view : views) {
      fill(view, now, out, at, filled);
    }
  }

  private void fill(View view, Pose now, float[] out, int at, boolean[] filled) {
    int rows = latent.size(1);
    int columns = latent.size(2);
    int area = rows * columns;
    double wide = Math.tan(Math.toRadians(fieldOfView / 2));
    double high = wide * rows / columns;
    double turn = Math.toRadians(now.turnTo(view.pose()));
    double sin = Math.sin(turn);
    double cos = Math.cos(turn);
    double slopeNow = Math.tan(Math.toRadians(now.pitch()));
    double slopeSeen = Math.tan(Math.toRadians(view.pose().pitch()));
    for (int cell = 0; cell < area; cell++) {
      double down = centre(cell / columns, rows) * high + slopeNow;
      double right = centre(cell % columns, columns) * wide;
      double ahead = right * sin + cos;
      int column = ahead <= 0 ? -1 : cell((right * cos - sin) / ahead / wide, columns);
      int row = ahead <= 0 ? -1 : cell((down / ahead - slopeSeen) / high, rows);
      if (!filled[cell] && column >= 0 && column < columns && row >= 0 && row < rows) {
        filled[cell] = true;
        int from = row * columns + column;
        for (int c = 0; c < area * latent.size(0); c += area) {
          out[at + c + cell] = view.values()[c + from];
        }
      }
    }
  }

  /** Of a cell, −1..1. */
  private static double centre(int cell, int cells) {
    return (cell + 0.5) * 2 / cells - 1;
  }

  private static int cell(double place, int cells) {
    return (int) Math.floor((place + 1) * cells / 2);
  }
}
