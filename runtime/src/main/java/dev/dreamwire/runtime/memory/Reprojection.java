package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Shows views where they would be seen from another pose: "reproject first, generate second".
 * {@link Relief} says how near each pixel is; it is then looked up in the first view that saw that
 * place. Of a camera that is not known, the first view is shown as it is. Keeps buffers: for one
 * thread.
 */
public final class Reprojection {
  /** A colour that no world has: a denoiser learns to believe the newest frame there. */
  private static final float[] CHANGED = {1, -1, 1};

  private final int rows;
  private final int columns;
  private final Camera camera;
  private final Relief relief;

  /**
   * For pictures of a size.
   *
   * @param picture {@code [3,H,W]}
   */
  public Reprojection(Shape picture, Camera camera) {
    this.rows = picture.size(1);
    this.columns = picture.size(2);
    this.camera = camera;
    this.relief = new Relief(rows, columns, camera);
  }

  /**
   * What is known of what a pose sees.
   *
   * @param world views of the world as it was, the best first
   * @param changed where it is not as it was; what lies there or behind it, these views do not
   *     know: it is magenta, unless the own ones know it
   * @param own views that know of the changes, the best first; they fill what the others leave
   */
  public Sight look(List<View> world, List<Spot> changed, List<View> own, Pose now) {
    int pixels = rows * columns;
    Sight sight = new Sight(new float[3 * pixels], new float[pixels], new boolean[pixels]);
    if (camera.fieldOfView() == 0) {
      copy(world.isEmpty() ? own : world, sight);
      return sight;
    }
    boolean[] hidden = new boolean[pixels];
    show(world, now, hidden, changed, sight);
    show(own, now, new boolean[pixels], List.of(), sight);
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (!sight.known()[pixel] && sight.nearness()[pixel] == 0) {
        sight.nearness()[pixel] = camera.guess(now, pixel / columns, rows, columns);
      }
    }
    Blur.fill(sight, rows, columns);
    mark(hidden, sight);
    return sight;
  }

  /**
   * The newest picture of a game, moved to where the player goes. What lies where it did not see is
   * as it is remembered. What something stood before in the newest picture is not told from the
   * rest: depths are too coarse to do that right more often than wrong.
   *
   * @param newest {@code [3,H,W]}
   * @param from where that was seen from
   * @param remembered what is known of what the player will see
   * @return {@code [3,H,W]}
   */
  public float[] carry(float[] newest, Pose from, Sight remembered, Pose now) {
    if (camera.fieldOfView() == 0) {
      return newest.clone();
    }
    float[] out = remembered.picture().clone();
    Shift shift = new Shift(rows, columns, camera, now, from);
    for (int pixel = 0; pixel < rows * columns; pixel++) {
      if (shift.move(pixel / columns, pixel % columns, remembered.nearness()[pixel])) {
        sample(newest, shift, out, pixel);
      }
    }
    return out;
  }

  /** Paints what changed and was not seen since. */
  private static void mark(boolean[] hidden, Sight sight) {
    for (int i = 0; i < sight.picture().length; i++) {
      int pixel = i % hidden.length;
      if (hidden[pixel] && !sight.known()[pixel]) {
        sight.picture()[i] = CHANGED[i / hidden.length];
      }
    }
  }

  private static void copy(List<View> views, Sight sight) {
    if (!views.isEmpty()) {
      float[] first = views.getFirst().picture();
      System.arraycopy(first, 0, sight.picture(), 0, first.length);
      Arrays.fill(sight.known(), true);
    }
  }

  private void show(List<View> views, Pose now, boolean[] hidden, List<Spot> changed, Sight sight) {
    relief.of(views, now);
    changed.forEach(spot -> hide(spot.from(now), now, hidden, sight));
    for (View view : views) {
      Shift shift = new Shift(rows, columns, camera, now, view.pose());
      for (int pixel = 0; pixel < hidden.length; pixel++) {
        if (sight.known()[pixel] || hidden[pixel] || !relief.known(pixel)) {
          continue;
        }
        boolean inside = shift.move(pixel / columns, pixel % columns, relief.nearness(pixel));
        if (inside && Relief.same(view.nearness()[shift.pixel()], shift.nearness())) {
          sight.known()[pixel] = true;
          sight.nearness()[pixel] = relief.nearness(pixel);
          sample(view.picture(), shift, sight.picture(), pixel);
        }
      }
    }
  }

  /** Hides what lies around a spot, and what is seen past it, but not what stands before it. */
  private void hide(Pose.Way way, Pose now, boolean[] hidden, Sight sight) {
    if (way.ahead() < Spot.RADIUS / 2) {
      return;
    }
    double wide = camera.tangent();
    double column = (way.right() / way.ahead() / wide + 1) * columns / 2 - 0.5;
    double slope = Math.tan(Math.toRadians(now.pitch()));
    double row = ((-way.up() / way.ahead() - slope) / (wide * rows / columns) + 1) * rows / 2 - 0.5;
    double radius = Spot.RADIUS / way.ahead() / wide * columns / 2;
    double front = 1 / Math.max(way.ahead() - Spot.RADIUS, 0.1);
    int left = (int) Math.max(0, Math.ceil(column - radius));
    int right = (int) Math.min(columns - 1, Math.floor(column + radius));
    int bottom = (int) Math.min(rows - 1, Math.floor(row + radius));
    for (int r = (int) Math.max(0, Math.ceil(row - radius)); r <= bottom; r++) {
      for (int c = left; c <= right; c++) {
        int pixel = r * columns + c;
        boolean before = relief.known(pixel) && relief.nearness(pixel) > front;
        if (Math.hypot(c - column, r - row) < radius && !before) {
          hidden[pixel] = true;
          sight.nearness()[pixel] = (float) (1 / way.ahead());
        }
      }
    }
  }

  private void sample(float[] from, Shift shift, float[] out, int pixel) {
    int area = rows * columns;
    int left = Math.clamp((int) Math.floor(shift.column()), 0, Math.max(0, columns - 2));
    int top = Math.clamp((int) Math.floor(shift.row()), 0, Math.max(0, rows - 2));
    int right = columns > 1 ? 1 : 0;
    int down = rows > 1 ? columns : 0;
    float across = Math.clamp((float) shift.column() - left, 0, 1);
    float along = Math.clamp((float) shift.row() - top, 0, 1);
    for (int at = top * columns + left, to = pixel; to < 3 * area; at += area, to += area) {
      float upper = from[at] + across * (from[at + right] - from[at]);
      float lower = from[at + down] + across * (from[at + down + right] - from[at + down]);
      out[to] = upper + along * (lower - upper);
    }
  }
}
