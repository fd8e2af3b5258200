package dev.dreamwire.runtime.memory;

import java.util.Optional;

/**
 * What a player digs and builds, by its actions alone: some frames of digging at a block take it
 * away; a hand at rest puts one where it points. One game; used by one thread.
 */
final class Handiwork {
  /** Blocks that a hand reaches. */
  private static final double REACH = 5;

  /** Frames of digging after which a block is gone. */
  private static final int STROKES = 3;

  /** Frames of one swing of the hand. */
  private static final int SWING = 4;

  /** Blocks are put where at least this much of one is free. */
  private static final float THINNEST = 0.5f;

  /** Height of a player above its eyes, blocks. */
  static final double HEAD = 0.2;

  private final Camera camera;
  private final double radius;
  private Site site;
  private Optional<Block> digging = Optional.empty();
  private int strokes;

  /** Frame of the hand's swing; 0 while it rests. */
  private int swing;

  /**
   * Nothing done yet.
   *
   * @param radius half the width of the player, blocks
   * @param untouched the world as it was
   */
  Handiwork(Camera camera, double radius, Site untouched) {
    this.camera = camera;
    this.radius = radius;
    this.site = untouched;
  }

  /** What the player made of the world by now. */
  Site site() {
    return site;
  }

  /** The block that was taken away or put somewhere in a frame that ends at a pose. */
  Optional<Block> step(Pose pose, float[] action) {
    if (DeadReckoning.digs(action)) {
      swing = swing % SWING + 1;
      return dig(target(pose).map(Target::block));
    }
    digging = Optional.empty();
    boolean builds = DeadReckoning.places(action) && swing == 0;
    swing = builds ? 1 : swing == 0 ? 0 : (swing + 1) % (SWING + 1);
    return builds ? build(pose) : Optional.empty();
  }

  private Optional<Target> target(Pose pose) {
    return Target.of(site.now(), camera, pose, REACH);
  }

  private Optional<Block> dig(Optional<Block> block) {
    strokes = block.equals(digging) ? strokes + 1 : 1;
    digging = block;
    if (block.isEmpty() || strokes < STROKES) {
      return Optional.empty();
    }
    digging = Optional.empty();
    site = site.without(block.get());
    return block;
  }

  private Optional<Block> build(Pose pose) {
    Optional<Block> place =
        target(pose)
            .flatMap(met -> free(met.before()))
            .filter(free -> !touches(pose, free))
            .filter(free -> site.now().holds(free.x(), free.z()));
    place.ifPresent(free -> site = site.with(free));
    return place;
  }

  /** The lowest part of a place that nothing fills, if a block fits there. */
  private Optional<Block> free(Block place) {
    float[] stack = site.now().stack(place.x(), place.z());
    float bottom = place.bottom();
    for (int i = 0; i < stack.length; i += 2) {
      float until = Math.min(place.top(), stack[i]);
      if (until - bottom >= THINNEST) {
        return Optional.of(new Block(place.x(), place.z(), bottom, until));
      }
      bottom = Math.max(bottom, stack[i + 1]);
    }
    return place.top() - bottom >= THINNEST
        ? Optional.of(new Block(place.x(), place.z(), bottom, place.top()))
        : Optional.empty();
  }

  private boolean touches(Pose player, Block place) {
    return player.x() + radius > place.x()
        && player.x() - radius < place.x() + 1
        && player.z() + radius > place.z()
        && player.z() - radius < place.z() + 1
        && player.y() < place.top()
        && player.y() + camera.eyes() + HEAD > place.bottom();
  }
}
