package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows views where they would be seen from another pose: "reproject first, generate second". How
 * near each pixel is, the blocks of the world say, or where they are not known the views
 * themselves; it is then looked up in the first view that saw that place. Of a camera that is not
 * known, the first view is shown as it is. Keeps buffers: for one thread.
 */
final class Reprojection {
  /** A colour that no world has: a denoiser learns to believe the newest frame there. */
  private static final float[] CHANGED = {1, -1, 1};

  /** Views that are put together at most. */
  private static final int MOST = 40;

  /** Pixels by which it is told whether a view shows any. */
  private static final int FEW = 64;

  private final int rows;
  private final int columns;
  private final Camera camera;
  private final Relief relief;
  private final Rays rays;

  /**
   * For pictures of a size.
   *
   * @param picture {@code [3,H,W]}
   */
  Reprojection(Shape picture, Camera camera) {
    this.rows = picture.size(1);
    this.columns = picture.size(2);
    this.camera = camera;
    this.relief = new Relief(rows, columns, camera);
    this.rays = new Rays(rows, columns, camera);
  }

  /**
   * The surfaces of known blocks.
   *
   * @param built blocks as they were
   * @param blocks as they are
   */
  Surfaces surfaces(Blocks built, Blocks blocks, Pose now) {
    Surfaces out = new Surfaces(rows * columns);
    rays.of(blocks, now, out.nearness());
    out.know();
    if (blocks != built) {
      float[] before = new float[rows * columns];
      rays.of(built, now, before);
      for (int pixel = 0; pixel < before.length; pixel++) {
        out.changed()[pixel] = before[pixel] != out.nearness()[pixel];
      }
    }
    return out;
  }

  /** The surfaces that some views saw. */
  Surfaces surfaces(List<View> views, Pose now) {
    Surfaces out = new Surfaces(rows * columns);
    if (camera.fieldOfView() == 0) {
      return out;
    }
    relief.of(views, now);
    for (int pixel = 0; pixel < rows * columns; pixel++) {
      out.known()[pixel] = relief.known(pixel);
      out.nearness()[pixel] =
          relief.known(pixel)
              ? relief.nearness(pixel)
              : camera.guess(now, pixel / columns, rows, columns);
    }
    return out;
  }

  /**
   * What is known of what a pose sees.
   *
   * @param surfaces that it sees
   * @param world views of the world as it was, the best first; what the player changed, they do not
   *     know: it is magenta, unless the own ones know it
   * @param own views that know of the changes, the best first; they fill what the others leave
   */
  Sight look(
      Surfaces surfaces, List<? extends Glimpse> world, List<? extends Glimpse> own, Pose now) {
    int pixels = rows * columns;
    Sight sight = new Sight(new float[3 * pixels], surfaces.nearness(), new boolean[pixels]);
    if (camera.fieldOfView() == 0) {
      Stream.concat(world.stream(), own.stream())
          .findFirst()
          .ifPresent(first -> copy(first.view(), sight));
      return sight;
    }
    show(world, surfaces.wanted(surfaces.changed()), now, sight);
    show(own, surfaces.wanted(sight.known()), now, sight);
    Blur.fill(sight, rows, columns);
    mark(surfaces.changed(), sight);
    return sight;
  }

  /**
   * The newest picture of a game, moved to where the player goes. What lies where it did not see is
   * as it is remembered; so is what something stood before in it, if that is known.
   *
   * @param newest picture, and how near what it shows was
   * @param remembered what is known of what the player will see
   * @param exact whether both are so near as blocks say, which is right enough to tell what was
   *     hidden
   * @return {@code [3,H,W]}
   */
  float[] carry(View newest, Sight remembered, Pose now, boolean exact) {
    if (camera.fieldOfView() == 0) {
      return newest.picture().clone();
    }
    float[] out = remembered.picture().clone();
    Shift shift = new Shift(rows, columns, camera, now, newest.pose());
    for (int pixel = 0; pixel < rows * columns; pixel++) {
      if (shift.move(pixel / columns, pixel % columns, remembered.nearness()[pixel])
          && (!exact || Relief.same(newest.nearness()[shift.pixel()], shift.nearness()))) {
        sample(newest.picture(), shift, out, pixel);
      }
    }
    return out;
  }

  /** Paints what changed and was not seen since. */
  private static void mark(boolean[] changed, Sight sight) {
    for (int i = 0; i < sight.picture().length; i++) {
      int pixel = i % changed.length;
      if (changed[pixel] && !sight.known()[pixel]) {
        sight.picture()[i] = CHANGED[i / changed.length];
      }
    }
  }

  private static void copy(View view, Sight sight) {
    System.arraycopy(view.picture(), 0, sight.picture(), 0, view.picture().length);
    Arrays.fill(sight.known(), true);
  }

  /**
   * Shows what views show of some pixels, each the first that saw it.
   *
   * @param wanted pixels; left in disorder
   */
  private void show(List<? extends Glimpse> views, int[] wanted, Pose now, Sight sight) {
    int left = wanted.length;
    int shown = 0;
    for (Glimpse glimpse : views) {
      Shift shift = new Shift(rows, columns, camera, now, glimpse.pose());
      if (reaches(shift, wanted, left, sight)) {
        left = show(glimpse.view(), shift, wanted, left, sight);
        shown++;
      }
      if (left == 0 || shown == MOST) {
        return;
      }
    }
  }

  /** Whether any of some pixels lies in another picture, by a few of them. */
  private boolean reaches(Shift shift, int[] wanted, int count, Sight sight) {
    int step = Math.ceilDiv(count, FEW);
    for (int i = 0; i < count; i += step) {
      int pixel = wanted[i];
      if (shift.move(pixel / columns, pixel % columns, sight.nearness()[pixel])) {
        return true;
      }
    }
    return false;
  }

  /** Shows what one view shows, and tells how many pixels are still wanted. */
  private int show(View view, Shift shift, int[] wanted, int count, Sight sight) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int pixel = wanted[i];
      boolean inside = shift.move(pixel / columns, pixel % columns, sight.nearness()[pixel]);
      if (inside && Relief.same(view.nearness()[shift.pixel()], shift.nearness())) {
        sight.known()[pixel] = true;
        sample(view.picture(), shift, sight.picture(), pixel);
      } else {
        wanted[left++] = pixel;
      }
    }
    return left;
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
