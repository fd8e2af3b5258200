package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.List;

/**
 * How near lies what a pose sees, by what some views saw: their pixels fall into its picture, and
 * the nearest hide the others. For one thread.
 */
final class Relief {
  /** Surfaces whose nearness differs by more than this share are different ones. */
  private static final float SAME = 0.06f;

  private static final float LEAST = 0.004f;

  /** Pixels that a pixel seen from afar covers at most. */
  private static final double LARGEST = 6;

  private final int rows;
  private final int columns;
  private final Camera camera;
  private final float[] nearness;
  private final boolean[] known;

  Relief(int rows, int columns, Camera camera) {
    this.rows = rows;
    this.columns = columns;
    this.camera = camera;
    this.nearness = new float[rows * columns];
    this.known = new boolean[rows * columns];
  }

  /** Takes the views' place of what was before. */
  void of(List<View> views, Pose now) {
    Arrays.fill(known, false);
    for (View view : views) {
      add(view, new Shift(rows, columns, camera, view.pose(), now));
    }
    closeCracks();
  }

  private void add(View view, Shift shift) {
    for (int pixel = 0, row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++, pixel++) {
        if (shift.move(row, column, view.nearness()[pixel])) {
          float near = (float) shift.nearness();
          put(shift.pixel(), near);
          if (shift.larger() > 1) {
            spread(shift, near);
          }
        }
      }
    }
  }

  /** What was seen from afar is wide from near. */
  private void spread(Shift shift, float near) {
    double half = Math.min(LARGEST, shift.larger()) / 2;
    int left = (int) Math.max(0, Math.ceil(shift.column() - half));
    int right = (int) Math.min(columns - 1, Math.floor(shift.column() + half));
    int bottom = (int) Math.min(rows - 1, Math.floor(shift.row() + half));
    for (int row = (int) Math.max(0, Math.ceil(shift.row() - half)); row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        put(row * columns + column, near);
      }
    }
  }

  private void put(int pixel, float near) {
    if (!known[pixel] || nearness[pixel] < near) {
      nearness[pixel] = near;
      known[pixel] = true;
    }
  }

  /** What shows through between two pixels of one surface is that surface. */
  private void closeCracks() {
    for (int pixel = 0; pixel < known.length; pixel++) {
      int row = pixel / columns;
      int column = pixel % columns;
      float across = column > 0 && column < columns - 1 ? between(pixel - 1, pixel + 1) : -1;
      float along = row > 0 && row < rows - 1 ? between(pixel - columns, pixel + columns) : -1;
      float around = Math.max(across, along);
      if (around >= 0 && (!known[pixel] || !same(nearness[pixel], around))) {
        put(pixel, around);
      }
    }
  }

  private float between(int one, int other) {
    return known[one] && known[other] && same(nearness[one], nearness[other])
        ? (nearness[one] + nearness[other]) / 2
        : -1;
  }

  /** Whether two pixels can be of one surface. */
  static boolean same(double one, double other) {
    return Math.abs(one - other) <= LEAST + SAME * Math.max(one, other);
  }

  boolean known(int pixel) {
    return known[pixel];
  }

  float nearness(int pixel) {
    return nearness[pixel];
  }
}
