package dev.dreamwire.runtime.memory;

/** Which way a side of a block looks. */
enum Face {
  /** Up or down. */
  LEVEL,
  EAST_OR_WEST,
  NORTH_OR_SOUTH
}
