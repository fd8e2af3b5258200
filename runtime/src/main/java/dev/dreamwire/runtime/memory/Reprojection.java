package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows views where they would be seen from another pose: "reproject first, generate second". How
 * near each pixel is, the blocks of the world say, or where they are not known the views
 * themselves; it is then looked up in the first view that saw that place. Of a camera that is not
 * known, the first view is shown as it is. Keeps buffers: for one thread.
 */
final class Reprojection {
  /** Views that are put together at most. */
  private static final int MOST = 40;

  /** How far around a pixel is looked at for what was there, pixels. */
  private static final int AROUND = 12;

  /** Samples by which it is told whether a view shows any. */
  private static final int FEW = 64;

  private final int rows;
  private final int columns;
  private final Camera camera;
  private final Relief relief;
  private final Rays rays;
  private final Interpolation interpolation;

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
    this.rays = new Rays(2 * rows, 2 * columns, camera);
    this.interpolation = new Interpolation(rows, columns);
  }

  /** The surfaces of known blocks. */
  Surfaces surfaces(Site site, Pose now) {
    float[] fine = new float[Surfaces.QUARTERS * rows * columns];
    Side[] made = new Side[fine.length];
    rays.of(site, now, fine, made);
    return Surfaces.fine(fine, made, columns);
  }

  /** The surfaces that some views saw. */
  Surfaces surfaces(List<View> views, Pose now) {
    if (camera.fieldOfView() == 0) {
      return Surfaces.unknown(rows, columns);
    }
    relief.of(views, now);
    boolean[] known = new boolean[rows * columns];
    float[] nearness = new float[rows * columns];
    for (int pixel = 0; pixel < nearness.length; pixel++) {
      known[pixel] = relief.known(pixel);
      nearness[pixel] =
          relief.known(pixel)
              ? relief.nearness(pixel)
              : camera.guess(now, pixel / columns, rows, columns);
    }
    return Surfaces.plain(nearness, known, columns);
  }

  /**
   * What is known of what a pose sees.
   *
   * @param surfaces that it sees
   * @param world views of the world as it was, the best first; what the player made, they do not
   *     know
   * @param own views that know of the changes, the best first; they fill what the others leave
   */
  Remembered look(
      Surfaces surfaces, List<? extends Glimpse> world, List<? extends Glimpse> own, Pose now) {
    Remembered out = new Remembered(surfaces);
    if (camera.fieldOfView() == 0) {
      Stream.concat(world.stream(), own.stream())
          .findFirst()
          .ifPresent(first -> out.show(first.view().picture()));
      return out;
    }
    show(world, surfaces.where(pixel -> !surfaces.isMade(pixel)), now, out);
    show(own, surfaces.without(out.seen()), now, out);
    out.join(rows, columns);
    return out;
  }

  /**
   * What was seen around where the player made something: a flower that grew there tells less of
   * what was below it than all of the meadow.
   *
   * @param surfaces that a pose sees
   * @param untouched the world as it was
   * @param world views of it, the best first
   * @return {@code [3,H,W]}; 0 where the player made nothing near
   */
  float[] before(Surfaces surfaces, Site untouched, List<? extends Glimpse> world, Pose now) {
    Surfaces were = surfaces(untouched, now);
    Remembered out = new Remembered(were);
    show(world, were.where(surfaces::isMade), now, out);
    out.join(rows, columns);
    return Neighbourhood.means(out.sight().picture(), out.sight().known(), columns, AROUND);
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
  float[] carry(View newest, Remembered remembered, Pose now, boolean exact) {
    if (camera.fieldOfView() == 0) {
      return newest.picture().clone();
    }
    Surfaces surfaces = remembered.surfaces();
    float[] out = new float[3 * surfaces.pixels()];
    float[] colour = new float[3];
    Shift shift = new Shift(rows, columns, camera, now, newest.pose());
    for (int pixel = 0; pixel < surfaces.pixels(); pixel++) {
      int samples = surfaces.samples(pixel);
      for (int i = 0; i < samples; i++) {
        int sample = Surfaces.QUARTERS * pixel + i;
        if (move(shift, surfaces, sample) && (!exact || saw(newest, shift))) {
          interpolation.at(newest.picture(), shift.row(), shift.column(), colour, 0);
        } else {
          remembered.colour(sample, colour);
        }
        for (int channel = 0; channel < colour.length; channel++) {
          out[channel * surfaces.pixels() + pixel] += colour[channel] / samples;
        }
      }
    }
    return out;
  }

  /**
   * Shows what views show of some samples, each the first that saw it.
   *
   * @param wanted samples; left in disorder
   */
  private void show(List<? extends Glimpse> views, int[] wanted, Pose now, Remembered out) {
    int left = wanted.length;
    int shown = 0;
    for (Glimpse glimpse : views) {
      Shift shift = new Shift(rows, columns, camera, now, glimpse.pose());
      if (reaches(shift, wanted, left, out.surfaces())) {
        left = show(glimpse.view(), shift, wanted, left, out);
        shown++;
      }
      if (left == 0 || shown == MOST) {
        return;
      }
    }
  }

  /** Whether any of some samples lies in another picture, by a few of them. */
  private static boolean reaches(Shift shift, int[] wanted, int count, Surfaces surfaces) {
    int step = Math.ceilDiv(count, FEW);
    for (int i = 0; i < count; i += step) {
      if (move(shift, surfaces, wanted[i])) {
        return true;
      }
    }
    return false;
  }

  /** Shows what one view shows, and tells how many samples are still wanted. */
  private int show(View view, Shift shift, int[] wanted, int count, Remembered out) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int sample = wanted[i];
      if (move(shift, out.surfaces(), sample) && saw(view, shift)) {
        out.seen()[sample] = true;
        interpolation.at(view.picture(), shift.row(), shift.column(), out.colours(), 3 * sample);
      } else {
        wanted[left++] = sample;
      }
    }
    return left;
  }

  private static boolean move(Shift shift, Surfaces surfaces, int sample) {
    return shift.move(surfaces.row(sample), surfaces.column(sample), surfaces.near(sample));
  }

  /** Whether a view saw the surface that was moved to it. */
  private static boolean saw(View view, Shift moved) {
    return Relief.same(view.nearness()[moved.pixel()], moved.nearness());
  }
}
