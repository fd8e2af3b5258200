package dev.dreamwire.runtime.world;

/**
 * A solid piece of one column of the map, one block wide and deep.
 *
 * @param bottom height of its lower face, in blocks
 * @param top height of its upper face, in blocks
 * @param material what it is made of
 */
record Span(float bottom, float top, Material material) {
  Span {
    if (!(bottom < top)) {
      throw new IllegalArgumentException("a span from " + bottom + " to " + top + " is empty");
    }
  }
}
