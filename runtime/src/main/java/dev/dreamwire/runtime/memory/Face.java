package dev.dreamwire.runtime.memory;

/** Which way a side of a block looks. */
enum Face {
  /** Up or down. */
  LEVEL,
  WEST,
  EAST,
  NORTH,
  SOUTH
}
