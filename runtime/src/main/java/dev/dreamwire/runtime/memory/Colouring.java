package dev.dreamwire.runtime.memory;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Learns from recorded play what the sides of blocks look like that players lay bare or build.
 * Knows where the players were. Used by one thread.
 */
public final class Colouring {
  /** Frames until there is no hand in the picture. */
  private static final int STILL = 6;

  /** Frames that are looked at: every so manieth. */
  private static final int EVERY = 11;

  private final Atlas atlas;
  private final AtlasReader reader;
  private final Site untouched;
  private final Camera camera;
  private final double radius;
  private final Reprojection reprojection;
  private final List<AffineFit> fits =
      Stream.generate(AffineFit::new).limit(Side.ALL.size()).toList();

  /**
   * Nothing seen yet.
   *
   * @param atlas of the world as it was, with its blocks
   * @param radius half the width of a player, blocks
   */
  public Colouring(Atlas atlas, Camera camera, double radius) {
    this.atlas = atlas;
    this.reader = new AtlasReader(atlas);
    this.untouched = Site.of(atlas.blocks());
    this.camera = camera;
    this.radius = radius;
    this.reprojection = new Reprojection(atlas.picture(), camera);
  }

  /**
   * Watches some play from its beginning.
   *
   * @param poses of all frames
   * @param actions each leads from its frame to the next
   * @param pictures of the frames, by number {@code [3,H,W]}
   */
  public void watch(List<Pose> poses, float[][] actions, IntFunction<float[]> pictures) {
    Handiwork handiwork = new Handiwork(camera, radius, untouched);
    int still = 0;
    for (int frame = 1; frame < poses.size(); frame++) {
      float[] action = actions[frame - 1];
      still = DeadReckoning.changes(action) ? 0 : still + 1;
      handiwork.step(poses.get(frame), action);
      if (still >= STILL && frame % EVERY == 0) {
        look(handiwork.site(), poses.get(frame), pictures, frame);
      }
    }
  }

  private void look(Site site, Pose pose, IntFunction<float[]> pictures, int frame) {
    Surfaces surfaces = reprojection.surfaces(site, pose);
    if (!surfaces.areMade()) {
      return;
    }
    float[] before =
        reprojection.before(surfaces, untouched, reader.around(pose, GameMemory.CANDIDATES), pose);
    float[] now = pictures.apply(frame);
    float[] from = new float[Palette.CHANNELS];
    float[] to = new float[Palette.CHANNELS];
    for (int pixel = 0; pixel < surfaces.pixels(); pixel++) {
      if (surfaces.isMade(pixel) && surfaces.samples(pixel) == 1) {
        for (int i = 0; i < from.length; i++) {
          from[i] = before[i * surfaces.pixels() + pixel];
          to[i] = now[i * surfaces.pixels() + pixel];
        }
        fits.get(surfaces.made(pixel).number()).add(from, to);
      }
    }
  }

  /** The atlas with what was learned. */
  public Atlas atlas() {
    float[] weights = Palette.UNKNOWN.weights();
    for (Side side : Side.ALL) {
      fits.get(side.number()).solve(weights, side.number() * Palette.TERMS * Palette.CHANNELS);
    }
    return atlas.with(new Palette(weights));
  }
}
