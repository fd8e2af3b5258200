package dev.dreamwire.runtime.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is solid in a world of blocks: upright columns of one block, each a stack of spans from
 * below. Heights are those of {@link Pose}: at 0 are the feet of who stands at 0. Immutable and
 * safe on every thread.
 */
public final class Blocks {
  /** Nothing is known. */
  public static final Blocks UNKNOWN = new Blocks(0, 0, 1, new float[0][]);

  private static final float[] NONE = {};

  private final int west;
  private final int north;
  private final int columns;

  /** Of each column, row by row from the north, lower and upper face of each span from below. */
  private final float[][] stacks;

  Blocks(int west, int north, int columns, float[][] stacks) {
    this.west = west;
    this.north = north;
    this.columns = columns;
    this.stacks = stacks;
  }

  /** As large, with nothing in it. */
  Blocks cleared() {
    float[][] empty = new float[stacks.length][];
    Arrays.fill(empty, NONE);
    return new Blocks(west, north, columns, empty);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return stacks.length == 0;
  }

  /** Whether a column lies within what is known. */
  boolean holds(int x, int z) {
    int column = x - west;
    int row = z - north;
    return column >= 0 && column < columns && row >= 0 && row < stacks.length / columns;
  }

  /**
   * The spans of a column from below, lower and upper face of each, blocks; none outside of what is
   * known. Not to be written to.
   */
  float[] stack(int x, int z) {
    return holds(x, z) ? stacks[(z - north) * columns + x - west] : NONE;
  }

  /** Whether a column is solid at a height, blocks. */
  boolean isSolid(int x, int z, double height) {
    float[] stack = stack(x, z);
    for (int i = 0; i < stack.length; i += 2) {
      if (stack[i] <= height && height < stack[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column has an upper, or a lower, face at a height, blocks. */
  boolean hasFace(int x, int z, float height, boolean upper) {
    float[] stack = stack(x, z);
    for (int i = upper ? 1 : 0; i < stack.length; i += 2) {
      if (stack[i] == height) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lowest upper face of a column that has room above it, blocks; NaN where there is none.
   *
   * @param room blocks
   */
  double floor(int x, int z, double room) {
    float[] stack = stack(x, z);
    for (int i = 1; i < stack.length; i += 2) {
      if (i + 1 == stack.length || stack[i + 1] - stack[i] >= room) {
        return stack[i];
      }
    }
    return Double.NaN;
  }

  /** These after a block was taken away. */
  Blocks without(Block block) {
    List<Float> faces = new ArrayList<>();
    float[] stack = stack(block.x(), block.z());
    for (int i = 0; i < stack.length; i += 2) {
      add(faces, stack[i], Math.min(stack[i + 1], block.bottom()));
      add(faces, Math.max(stack[i], block.top()), stack[i + 1]);
    }
    return with(block, faces);
  }

  /** These after a block was put where nothing is. */
  Blocks with(Block block) {
    List<Float> faces = new ArrayList<>();
    float[] stack = stack(block.x(), block.z());
    int i = 0;
    while (i < stack.length && stack[i] < block.bottom()) {
      add(faces, stack[i], stack[i + 1]);
      i += 2;
    }
    add(faces, block.bottom(), block.top());
    for (; i < stack.length; i += 2) {
      add(faces, stack[i], stack[i + 1]);
    }
    return with(block, faces);
  }

  private static void add(List<Float> faces, float bottom, float top) {
    if (bottom < top) {
      faces.add(bottom);
      faces.add(top);
    }
  }

  private Blocks with(Block block, List<Float> faces) {
    if (!holds(block.x(), block.z())) {
      return this;
    }
    float[][] changed = stacks.clone();
    float[] stack = new float[faces.size()];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = faces.get(i);
    }
    changed[(block.z() - north) * columns + block.x() - west] = stack;
    return new Blocks(west, north, columns, changed);
  }

  int west() {
    return west;
  }

  int north() {
    return north;
  }

  int columns() {
    return columns;
  }

  float[][] stacks() {
    return Arrays.stream(stacks).map(float[]::clone).toArray(float[][]::new);
  }
}
