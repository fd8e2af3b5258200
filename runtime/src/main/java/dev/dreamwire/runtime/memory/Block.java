package dev.dreamwire.runtime.memory;

/**
 * A place for a block, at most one block high: what a hand takes away or puts there at a time.
 *
 * @param x column to the east
 * @param z column to the south
 * @param bottom height of its lower face, blocks
 * @param top height of its upper face, blocks
 */
record Block(int x, int z, float bottom, float top) {}
