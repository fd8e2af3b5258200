package dev.dreamwire.runtime.memory;

import java.util.Optional;

/**
 * What a hand can reach: the first block on the line through the middle of the picture.
 *
 * @param block that block
 * @param before the place in front of the face that was met, where a block can be put
 */
record Target(Block block, Block before) {
  /** Follows the line of sight; empty if nothing is in reach. */
  static Optional<Target> of(Blocks blocks, Camera camera, Pose pose, double reach) {
    double rise = -Math.tan(Math.toRadians(pose.pitch()));
    double farthest = reach / Math.hypot(1, rise);
    double eyes = pose.y() + camera.eyes();
    Line line = new Line(pose, 0);
    int fromX = line.x();
    int fromZ = line.z();
    while (line.near() < farthest && blocks.holds(line.x(), line.z())) {
      double far = Math.min(farthest, line.far());
      Target met =
          meet(
              blocks,
              line.x(),
              line.z(),
              fromX,
              fromZ,
              eyes + rise * line.near(),
              eyes + rise * far);
      if (met != null) {
        return Optional.of(met);
      }
      fromX = line.x();
      fromZ = line.z();
      line.next();
    }
    return Optional.empty();
  }

  /** From below: the highest top that the line falls on, or the lowest underside it rises to. */
  private static Target meet(
      Blocks blocks, int x, int z, int fromX, int fromZ, double enters, double leaves) {
    float[] stack = blocks.stack(x, z);
    Target met = null;
    for (int i = 0; i < stack.length; i += 2) {
      float low = stack[i];
      float high = stack[i + 1];
      if (enters >= low && enters < high) {
        float top = high - (float) Math.floor(high - enters);
        Block block = new Block(x, z, Math.max(low, top - 1), top);
        return new Target(block, new Block(fromX, fromZ, block.bottom(), block.bottom() + 1));
      }
      if (enters >= high && leaves < high) {
        Block block = new Block(x, z, Math.max(low, high - 1), high);
        met = new Target(block, new Block(x, z, high, high + 1));
      } else if (enters < low && leaves >= low) {
        Block block = new Block(x, z, low, Math.min(high, low + 1));
        return new Target(block, new Block(x, z, low - 1, low));
      }
    }
    return met;
  }
}
