package dev.dreamwire.runtime.world;

/**
 * A place for a block, at most one block high: what a hand takes away or puts there at a time.
 *
 * @param x column to the east
 * @param z column to the south
 * @param bottom height of its lower face, in blocks
 * @param top height of its upper face, in blocks
 */
public record Block(int x, int z, float bottom, float top) {
  /** Number of its column in the map. */
  int cell() {
    return z * WorldMap.SIZE + x;
  }
}
