package dev.dreamwire.runtime.world;

import java.util.Optional;

/**
 * What a player's hand can reach: the first firm block on the line through the middle of the
 * picture.
 *
 * @param block that block
 * @param before the place in front of the face that was met, where a block can be put
 */
record Aim(Block block, Block before) {
  /** Blocks from the eyes. */
  static final double REACH = 5;

  /** Follows the line of sight; empty if nothing is in reach. */
  static Optional<Aim> of(WorldMap map, Player player) {
    double angle = Math.toRadians(player.yaw());
    double rise = -StrictMath.tan(Math.toRadians(player.pitch()));
    return new Sight(map, player, StrictMath.sin(angle), rise, -StrictMath.cos(angle)).follow();
  }

  /** One line of sight; its length counts along the ground. */
  private static final class Sight {
    private final WorldMap map;
    private final Player player;
    private final double dirX;
    private final double rise;
    private final double dirZ;

    Sight(WorldMap map, Player player, double dirX, double rise, double dirZ) {
      this.map = map;
      this.player = player;
      this.dirX = dirX;
      this.rise = rise;
      this.dirZ = dirZ;
    }

    Optional<Aim> follow() {
      double farthest = REACH / Math.sqrt(1 + rise * rise);
      int x = (int) Math.floor(player.x());
      int z = (int) Math.floor(player.z());
      int fromX = x;
      int fromZ = z;
      double near = 0;
      while (near < farthest && MapBuilder.inside(x, z)) {
        double toX = edge(player.x(), dirX, x);
        double toZ = edge(player.z(), dirZ, z);
        double far = Math.min(farthest, Math.min(toX, toZ));
        Aim met = meet(x, z, fromX, fromZ, near, far);
        if (met != null) {
          return Optional.of(met);
        }
        fromX = x;
        fromZ = z;
        near = far;
        if (toX < toZ) {
          x += dirX < 0 ? -1 : 1;
        } else {
          z += dirZ < 0 ? -1 : 1;
        }
      }
      return Optional.empty();
    }

    private static double edge(double from, double dir, int cell) {
      return dir == 0 ? Double.POSITIVE_INFINITY : ((dir < 0 ? cell : cell + 1) - from) / dir;
    }

    private Aim meet(int x, int z, int fromX, int fromZ, double near, double far) {
      double enters = player.eyeY() + rise * near;
      double leaves = player.eyeY() + rise * far;
      Aim met = null;
      // From below: the highest top that the line falls on, or the lowest underside it rises to.
      for (Span span : map.spans(x, z)) {
        float low = span.bottom();
        float high = span.top();
        if (span.material().fluid()) {
          continue;
        }
        if (enters >= low && enters < high) {
          float top = high - (float) Math.floor(high - enters);
          Block block = new Block(x, z, Math.max(low, top - 1), top);
          return new Aim(block, new Block(fromX, fromZ, block.bottom(), block.bottom() + 1));
        }
        if (enters >= high && leaves < high) {
          Block block = new Block(x, z, Math.max(low, high - 1), high);
          met = new Aim(block, new Block(x, z, high, high + 1));
        } else if (enters < low && leaves >= low) {
          Block block = new Block(x, z, low, Math.min(high, low + 1));
          return new Aim(block, new Block(x, z, low - 1, low));
        }
      }
      return met;
    }
  }
}
