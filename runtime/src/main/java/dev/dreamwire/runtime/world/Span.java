package dev.dreamwire.runtime.world;

import java.util.ArrayList;
import java.util.List;

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

  /** What is left of it when everything between two heights is taken away, from below. */
  List<Span> without(float from, float to) {
    if (to <= bottom || from >= top) {
      return List.of(this);
    }
    List<Span> left = new ArrayList<>();
    if (bottom < from) {
      left.add(new Span(bottom, from, material));
    }
    if (to < top) {
      left.add(new Span(to, top, material));
    }
    return left;
  }
}
