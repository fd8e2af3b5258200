package dev.dreamwire.runtime.world;

/** How a material's texture is painted: a brightness (around 1) for every texel. */
enum Pattern {
  /** Soft large blotches. */
  SOFT {
    @Override
    double at(int x, int y, int salt) {
      return 0.88
          + 0.16 * Noise.tiled(x / 8.0, y / 8.0, 4, salt)
          + 0.08 * Noise.tiled(x / 2.0, y / 2.0, 16, salt + 1);
    }
  },
  /** Blotches of clear contrast: grass tufts, leaves, rock. */
  ROUGH {
    @Override
    double at(int x, int y, int salt) {
      return 0.72
          + 0.36 * Noise.tiled(x / 4.0, y / 4.0, 8, salt)
          + 0.2 * Noise.tiled(x / 2.0, y / 2.0, 16, salt + 1);
    }
  },
  /** Wind ripples. */
  RIPPLE {
    @Override
    double at(int x, int y, int salt) {
      double bend = 3 * Noise.tiled(x / 8.0, y / 8.0, 4, salt);
      return 0.97
          + 0.07 * StrictMath.sin((y / 8.0 + bend / 4) * 2 * Math.PI)
          + 0.05 * Noise.tiled(x / 4.0, y / 4.0, 8, salt + 1);
    }
  },
  /** Courses of stones, half a block high and a block long. */
  BRICK {
    @Override
    double at(int x, int y, int salt) {
      int row = y / 4;
      int shifted = x + (row % 2) * 4;
      boolean joint = y % 4 == 3 || shifted % 8 == 7;
      return joint ? 0.8 : 0.92 + 0.14 * Noise.hash(shifted / 8 % 4, row, salt);
    }
  },
  /** Bricks that show faintly through paint, a block long. */
  PAINTED {
    @Override
    double at(int x, int y, int salt) {
      int row = y / 4;
      int shifted = x + (row % 2) * 4;
      boolean joint = y % 4 == 3 || shifted % 8 == 7;
      return joint ? 0.87 : 0.95 + 0.07 * Noise.hash(shifted / 8 % 4, row, salt);
    }
  },
  /** Rounded stones. */
  COBBLE {
    @Override
    double at(int x, int y, int salt) {
      int row = y / 4;
      int shifted = x + (row % 2) * 2;
      boolean joint = y % 4 == 3 || shifted % 4 == 3;
      return joint ? 0.82 : 0.9 + 0.18 * Noise.hash(shifted / 4 % 8, row, salt);
    }
  },
  /** Level boards, four a block. */
  BOARDS {
    @Override
    double at(int x, int y, int salt) {
      int board = y / 4;
      boolean joint = y % 4 == 3;
      return joint ? 0.76 : 0.9 + 0.16 * Noise.hash(x / 16, board, salt);
    }
  },
  /** Upright grooves: bark, cactus ribs. */
  GROOVES {
    @Override
    double at(int x, int y, int salt) {
      return 0.78 + 0.3 * Noise.hash(x / 2, y / 16, salt) + (x % 4 == 3 ? -0.12 : 0.04);
    }
  },
  /** One pane with a frame in every block. */
  PANE {
    @Override
    double at(int x, int y, int salt) {
      int u = x % 8;
      int v = y % 8;
      boolean frame = u == 0 || u == 7 || v == 0 || v == 7;
      return frame ? 1.9 : 0.8 + 0.3 * (u + v) / 12.0;
    }
  },
  /** Layered rock: bands of a few texels. */
  STRATA {
    @Override
    double at(int x, int y, int salt) {
      double bend = 2.5 * Noise.tiled(x / 8.0, y / 8.0, 4, salt);
      int band = Math.floorMod((int) Math.floor((y + bend) / 4), 8);
      return 0.78
          + 0.34 * Noise.hash(band, 0, salt)
          + 0.06 * Noise.tiled(x / 4.0, y / 4.0, 8, salt + 1);
    }
  },
  /** Small bright dots on the ground. */
  DOTS {
    @Override
    double at(int x, int y, int salt) {
      boolean dot = Noise.hash(x / 4, y / 4, salt) > 0.72;
      return dot ? 1 : 0;
    }
  };

  /**
   * The brightness at a texel.
   *
   * @param x texels to the right, 0..31
   * @param y texels down, 0..31
   * @param salt makes materials of one pattern differ
   */
  abstract double at(int x, int y, int salt);
}
