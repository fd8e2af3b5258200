package dev.dreamwire.runtime.memory;

/**
 * What a player made of a world of blocks. Immutable and safe on every thread.
 *
 * @param built what was solid before
 * @param now what is solid
 * @param placed what of that the player put there
 */
record Site(Blocks built, Blocks now, Blocks placed) {
  /** How far behind a face its block is looked for, blocks. */
  private static final double WITHIN = 0.01;

  /** One where nothing was done yet. */
  static Site of(Blocks built) {
    return new Site(built, built, built.cleared());
  }

  /** This after a block was taken away. */
  Site without(Block block) {
    return new Site(built, now.without(block), placed.without(block));
  }

  /** This after a block was put where nothing is. */
  Site with(Block block) {
    return new Site(built, now.with(block), placed.with(block));
  }

  /** Whether a column is as it was. */
  boolean isUntouched(int x, int z) {
    return now.stack(x, z) == built.stack(x, z);
  }

  /**
   * A floor or a ceiling, if the player made it.
   *
   * @param height of it, blocks
   * @param floor whether it looks up
   * @return null if it was there before
   */
  Side level(int x, int z, float height, boolean floor) {
    boolean own = placed.isSolid(x, z, floor ? height - WITHIN : height + WITHIN);
    return own || !built.hasFace(x, z, height, floor) ? Side.of(Face.LEVEL, own) : null;
  }

  /**
   * A part of a wall, if the player made it.
   *
   * @param line in the wall's column, come from the one before it
   * @param height blocks
   * @return null if it was there before
   */
  Side wall(Line line, double height) {
    boolean own = placed.isSolid(line.x(), line.z(), height);
    boolean old =
        built.isSolid(line.x(), line.z(), height)
            && !built.isSolid(line.fromX(), line.fromZ(), height);
    return own || !old ? Side.of(line.entered(), own) : null;
  }
}
