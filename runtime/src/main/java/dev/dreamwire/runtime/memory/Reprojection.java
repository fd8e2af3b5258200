package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;

/**
 * Shows a remembered view where it would be seen from a pose that looks elsewhere: "reproject
 * first, generate second" in the smallest way, cell by cell of a latent, for turns and tilts only;
 * what a step changes depends on distances that are not known. The camera is one whose picture is
 * sheared for looking up and down, so that upright edges stay upright. Immutable and safe on every
 * thread.
 *
 * @param latent shape {@code [C,h,w]}
 * @param fieldOfView horizontal, degrees; 0 leaves views as they are
 */
public record Reprojection(Shape latent, double fieldOfView) {
  /**
   * The view as it lies in the picture of another pose; zeros where it does not reach.
   *
   * @param view {@code [C,h,w]} of the pose {@code seen}; not changed
   * @param now the pose that looks
   * @param out gets {@code [C,h,w]} from {@code at} on
   */
  public void write(float[] view, Pose seen, Pose now, float[] out, int at) {
    if (fieldOfView == 0) {
      System.arraycopy(view, 0, out, at, view.length);
      return;
    }
    int rows = latent.size(1);
    int columns = latent.size(2);
    int area = rows * columns;
    double wide = Math.tan(Math.toRadians(fieldOfView / 2));
    double high = wide * rows / columns;
    double turn = Math.toRadians(now.turnTo(seen));
    double sin = Math.sin(turn);
    double cos = Math.cos(turn);
    double slopeNow = Math.tan(Math.toRadians(now.pitch()));
    double slopeSeen = Math.tan(Math.toRadians(seen.pitch()));
    for (int row = 0; row < rows; row++) {
      double down = centre(row, rows) * high + slopeNow;
      for (int column = 0; column < columns; column++) {
        double right = centre(column, columns) * wide;
        double ahead = right * sin + cos;
        int fromColumn = ahead <= 0 ? -1 : cell((right * cos - sin) / ahead / wide, columns);
        int fromRow = ahead <= 0 ? -1 : cell((down / ahead - slopeSeen) / high, rows);
        boolean seenThen =
            fromColumn >= 0 && fromColumn < columns && fromRow >= 0 && fromRow < rows;
        int from = fromRow * columns + fromColumn;
        for (int c = 0; c < area * latent.size(0); c += area) {
          out[at + c + row * columns + column] = seenThen ? view[c + from] : 0;
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
