package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * Shows remembered views where they would be seen from another pose: "reproject first, generate
 * second" in the smallest way, cell by cell of a latent. Depth is not known, so it is guessed: what
 * lies below the eyes is flat ground, as far as the backdrop, and all else is the backdrop. The
 * camera is one whose picture is sheared for looking up and down, so that upright edges stay
 * upright. Immutable and safe on every thread.
 *
 * @param latent shape {@code [C,h,w]}
 * @param camera that the pictures are of
 */
public record Reprojection(Shape latent, Camera camera) {
  private static final double NEAREST = 0.05;

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
   * where none does. Of a camera that is not known, it
   * is the first view.
   *
   * @param views the best first
   * @param now the pose that looks
   * @param out gets {@code [C,h,w]} from {@code at} on
   */
  public void write(List<View> views, Pose now, float[] out, int at) {
    if (camera.fieldOfView() == 0 && !views.isEmpty()) {
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
    double wide = Math.tan(Math.toRadians(camera.fieldOfView() / 2));
    double high = wide * rows / columns;
    double turn = Math.toRadians(now.turnTo(view.pose()));
    double sin = Math.sin(turn);
    double cos = Math.cos(turn);
    double slopeNow = Math.tan(Math.toRadians(now.pitch()));
    double slopeSeen = Math.tan(Math.toRadians(view.pose().pitch()));
    Pose.Way way = now.to(view.pose());
    for (int cell = 0; cell < area; cell++) {
      double slope = centre(cell / columns, rows) * high + slopeNow;
      double ahead = slope > 0 ? Math.min(camera.eyes() / slope, camera.backdrop()) : camera.backdrop();
      // From where it was seen, along the axes of who looks now.
      double forward = ahead - way.ahead();
      double right = ahead * centre(cell % columns, columns) * wide - way.right();
      double down = ahead * slope + way.up();
      double depth = forward * cos + right * sin;
      int column = cell((right * cos - forward * sin) / depth / wide, columns);
      int row = cell((down / depth - slopeSeen) / high, rows);
      boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
      if (!filled[cell] && depth > NEAREST && inside) {
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
