package dev.dreamwire.runtime.world;

import java.util.Arrays;

/** Fills one column of the picture after the other; see {@link Renderer}. */
final class ColumnPainter {
  private static final float NEAR = 0.04f;
  private static final int WATER = Material.WATER.ordinal();
  private static final int ROOF_SUN = 215;
  private static final int SHALLOW = 0x4fd2c8;
  private static final int DEEP = 0x1f74cf;

  /** Brightness of a block by the strokes it has taken, of 256. */
  private static final int[] CRACKS = {256, 150, 90};

  /** Brightness of ground that was dug, of 256. */
  private static final int DAMP = 176;

  private static final Material[] MATERIALS = Material.values();

  private final WorldMap built;
  private final Sky sky;
  private final Shade shade = new Shade();
  private final int rows;
  private final float focal;
  private final int[] column;
  private final float[] ahead;
  private final int[] waters = new int[33];

  private WorldMap map;
  private Stacks stacks;
  private Block dug;
  private int dugCell;
  private int dugDim;
  private int groundDim;
  private float eyeX;
  private float eyeY;
  private float eyeZ;
  private float aheadX;
  private float aheadZ;
  private float yaw;
  private float horizon;

  private float dirX;
  private float dirZ;
  private float slant;
  private int free;
  private int end;

  /**
   * A painter.
   *
   * @param rows samples in a column
   * @param focal distance of the picture plane, in samples
   */
  ColumnPainter(WorldMap map, Sky sky, int rows, float focal) {
    this.built = map;
    this.map = map;
    this.sky = sky;
    this.rows = rows;
    this.focal = focal;
    this.column = new int[rows];
    this.ahead = new float[rows];
    for (int i = 0; i < waters.length; i++) {
      waters[i] = Sky.blend(SHALLOW, DEEP, i / 14.0);
    }
  }

  /** Looks through a player's eyes from now on. */
  void look(Player player) {
    Work work = player.work();
    map = built.with(work.changes());
    dug = work.digging();
    dugCell = dug == null ? -1 : dug.cell();
    dugDim = CRACKS[work.strokes()];
    eyeX = (float) player.x();
    eyeY = (float) player.eyeY();
    eyeZ = (float) player.z();
    yaw = (float) player.yaw();
    double angle = Math.toRadians(player.yaw());
    aheadX = (float) StrictMath.sin(angle);
    aheadZ = (float) -StrictMath.cos(angle);
    double shear = StrictMath.tan(Math.toRadians(player.pitch()));
    horizon = (float) (rows / 2.0 - focal * shear);
  }

  /**
   * Paints the column of one direction.
   *
   * @param across tangent of its angle to the right of straight ahead
   * @return pixels from the top, {@code 0xFFRRGGBB}; overwritten by the next call
   */
  int[] paint(float across) {
    Arrays.fill(column, 0);
    free = 0;
    end = rows;
    dirX = aheadX - aheadZ * across;
    dirZ = aheadZ + aheadX * across;
    slant = (float) Math.sqrt(1 + across * across);
    walk();
    if (free < end) {
      sea();
      sky(across);
    }
    return column;
  }

  /**
   * How far ahead lies what the last call of {@link #paint} painted, blocks along the direction
   * straight ahead; infinite for the sky. Overwritten by the next call.
   */
  float[] ahead() {
    return ahead;
  }

  private void walk() {
    int x = (int) Math.floor(eyeX);
    int z = (int) Math.floor(eyeZ);
    int stepX = dirX < 0 ? -1 : 1;
    int stepZ = dirZ < 0 ? -1 : 1;
    float perX = dirX == 0 ? Float.MAX_VALUE : Math.abs(1 / dirX);
    float perZ = dirZ == 0 ? Float.MAX_VALUE : Math.abs(1 / dirZ);
    float nextX = dirX == 0 ? Float.MAX_VALUE : perX * (dirX < 0 ? eyeX - x : x + 1 - eyeX);
    float nextZ = dirZ == 0 ? Float.MAX_VALUE : perZ * (dirZ < 0 ? eyeZ - z : z + 1 - eyeZ);
    float near = NEAR;
    boolean sideX = true;
    int from = z * WorldMap.SIZE + x;
    while (MapBuilder.inside(x, z) && free < end) {
      float far = Math.max(Math.min(nextX, nextZ), near + 1e-4f);
      int cell = z * WorldMap.SIZE + x;
      cell(cell, from, near, far, sideX, sideX ? stepX : stepZ);
      from = cell;
      near = far;
      sideX = nextX < nextZ;
      if (sideX) {
        x += stepX;
        nextX += perX;
      } else {
        z += stepZ;
        nextZ += perZ;
      }
    }
  }

  private void cell(int cell, int from, float near, float far, boolean sideX, int step) {
    stacks = map.stacks(cell);
    groundDim = map.changed(cell) ? DAMP : 256;
    int column = map.column(cell);
    int first = stacks.first[column];
    int last = stacks.first[column + 1];
    for (int i = first; i < last; i++) {
      wall(i, i == first, cell, from, near, sideX, step);
    }
    for (int i = last - 1; i >= first; i--) {
      if (stacks.topSeen[i] && stacks.top[i] < eyeY) {
        top(i, i == first, cell == dugCell && stacks.top[i] == dug.top(), near, far);
      }
    }
    for (int i = first; i < last; i++) {
      if (stacks.bottomSeen[i] && stacks.bottom[i] > eyeY) {
        bottom(i, near, far);
      }
    }
  }

  private void wall(
      int span, boolean ground, int cell, int from, float near, boolean sideX, int step) {
    int start = Math.max(free, row(stacks.top[span], near));
    int stop = Math.min(end, row(stacks.bottom[span], near));
    if (start >= stop) {
      return;
    }
    Material material = MATERIALS[stacks.material[span]];
    float foot = map.ground(from);
    boolean ledge = ground && stacks.top[span] - foot < 0.7f;
    int sun;
    if (ledge) {
      sun = (int) (256 * map.groundSun[cell]);
    } else {
      float facing = sideX ? (step > 0 ? 0.9f : 0.06f) : step < 0 ? 0.55f : 0.22f;
      sun = (int) (256 * facing * Math.min(1, 0.35f + map.groundSun[from]));
    }
    int dimMost = material.glows() ? 256 : ledge ? 236 : sideX ? 256 : 238;
    Texture texture = ledge ? material.top() : material.side();
    int level = level(near * near);
    int[] texels = texture.level(level);
    int size = Texture.SIZE >> level;
    float scale = 8f / (1 << level);
    float along = sideX ? eyeZ + dirZ * near : eyeX + dirX * near;
    int u = (int) Math.floor(along * scale) & size - 1;
    int haze = shade.haze(near * slant);
    float perRow = near / focal;
    for (int r = start; r < stop; r++) {
      if (column[r] == 0) {
        float high = eyeY + (horizon - r - 0.5f) * perRow;
        int v = -(int) Math.floor(high * scale) & size - 1;
        int dim = dimMost;
        float above = high - foot;
        if (!ledge && above < 1) {
          dim = (int) (dim * (0.72f + 0.28f * Math.max(0, above)));
        }
        if (cell == dugCell && high >= dug.bottom() && high < dug.top()) {
          dim = dim * dugDim >> 8;
        }
        column[r] = shade.pixel(texels[v * size + u], sun, dim, haze);
        ahead[r] = near;
      }
    }
    shrink();
  }

  private void top(int span, boolean ground, boolean cracked, float near, float far) {
    float down = eyeY - stacks.top[span];
    int start = Math.max(free, row(stacks.top[span], far));
    int stop = Math.min(end, row(stacks.top[span], near));
    if (start >= stop) {
      return;
    }
    if (stacks.material[span] == WATER) {
      int depth = (int) (8 * (stacks.top[span] - stacks.bottom[span]));
      water(start, stop, down, waters[Math.min(depth, waters.length - 1)]);
      return;
    }
    Texture texture = MATERIALS[stacks.material[span]].top();
    int dim = cracked ? dugDim : ground ? groundDim : 256;
    for (int r = start; r < stop; r++) {
      if (column[r] == 0) {
        float t = down * focal / (r + 0.5f - horizon);
        float x = eyeX + dirX * t;
        float z = eyeZ + dirZ * t;
        int sun = ground ? sun(x, z) : ROOF_SUN;
        int texel = texel(texture, x, z, t, down);
        column[r] = shade.pixel(texel, sun, dim, shade.haze(t * slant));
        ahead[r] = t;
      }
    }
    shrink();
  }

  private void bottom(int span, float near, float far) {
    float up = stacks.bottom[span] - eyeY;
    int start = Math.max(free, row(stacks.bottom[span], near));
    int stop = Math.min(end, row(stacks.bottom[span], far));
    if (start >= stop) {
      return;
    }
    Texture texture = MATERIALS[stacks.material[span]].side();
    for (int r = start; r < stop; r++) {
      if (column[r] == 0) {
        float t = up * focal / (horizon - r - 0.5f);
        int texel = texel(texture, eyeX + dirX * t, eyeZ + dirZ * t, t, up);
        column[r] = shade.pixel(texel, 0, 205, shade.haze(t * slant));
        ahead[r] = t;
      }
    }
    shrink();
  }

  private void water(int start, int stop, float down, int colour) {
    Texture waves = Material.WATER.top();
    for (int r = start; r < stop; r++) {
      if (column[r] == 0) {
        float t = down * focal / (r + 0.5f - horizon);
        float far = t * slant;
        int wave = texel(waves, eyeX + dirX * t, eyeZ + dirZ * t, t, down) >> 8 & 255;
        float steep = down / (float) Math.sqrt(down * down + far * far);
        float glancing = (1 - steep) * (1 - steep) * (1 - steep);
        int haze = Math.max(shade.haze(far), (int) (120 * glancing));
        column[r] = shade.pixel(colour, 235, Math.min(256, 128 + wave), haze);
        ahead[r] = t;
      }
    }
    shrink();
  }

  /** The sea goes on beyond the map as far as one sees. */
  private void sea() {
    float down = eyeY - WorldMap.SEA;
    int start = Math.max(free, (int) Math.ceil(horizon));
    if (start < end && down > 0) {
      water(start, end, down, waters[waters.length - 1]);
    }
  }

  private void sky(float across) {
    double angle = yaw + Math.toDegrees(StrictMath.atan(across));
    int around = (int) Math.floor(angle / 360 * Sky.COLUMNS) & Sky.COLUMNS - 1;
    float perRow = Sky.ROWS_PER_TANGENT / (focal * slant);
    for (int r = free; r < end; r++) {
      if (column[r] == 0) {
        int up = Math.clamp((int) ((horizon - r - 0.5f) * perRow), 0, Sky.ROWS - 1);
        column[r] = 0xff000000 | sky.picture[around * Sky.ROWS + up];
        ahead[r] = Float.POSITIVE_INFINITY;
      }
    }
  }

  private int texel(Texture texture, float x, float z, float t, float height) {
    // A floor is seen at a slant: between the finer footprint across and the coarser one along.
    int level = level(t * t * Math.max(1, 0.5f * t / height));
    int size = Texture.SIZE >> level;
    float scale = 8f / (1 << level);
    int u = (int) Math.floor(x * scale) & size - 1;
    int v = (int) Math.floor(z * scale) & size - 1;
    return texture.level(level)[v * size + u];
  }

  /** The mip level for a squared distance. */
  private int level(float squared) {
    float texels = 16 / focal;
    float footprint = squared * texels * texels;
    int log = (Float.floatToRawIntBits(footprint) >>> 23) - 127;
    return Math.clamp(log >> 1, 0, Texture.LEVELS - 1);
  }

  /** Sunlight on the ground, 0..256, blended between the centres of the columns. */
  private int sun(float x, float z) {
    float cx = Math.clamp(x - 0.5f, 0, WorldMap.SIZE - 1.001f);
    float cz = Math.clamp(z - 0.5f, 0, WorldMap.SIZE - 1.001f);
    int x0 = (int) cx;
    int z0 = (int) cz;
    float fx = cx - x0;
    float fz = cz - z0;
    int at = z0 * WorldMap.SIZE + x0;
    float[] sun = map.groundSun;
    float north = sun[at] + fx * (sun[at + 1] - sun[at]);
    int below = at + WorldMap.SIZE;
    float south = sun[below] + fx * (sun[below + 1] - sun[below]);
    return (int) (256 * (north + fz * (south - north)));
  }

  private int row(float high, float t) {
    float row = horizon - (high - eyeY) * focal / t - 0.5f;
    return (int) Math.ceil(Math.clamp(row, -1f, rows + 1f));
  }

  private void shrink() {
    while (free < end && column[free] != 0) {
      free++;
    }
    while (free < end && column[end - 1] != 0) {
      end--;
    }
  }
}
