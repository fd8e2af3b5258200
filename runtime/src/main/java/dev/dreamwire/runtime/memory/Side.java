package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A side of a block that a player made. Immutable.
 *
 * @param face which way it looks
 * @param built whether the player put that block there; else it was laid bare
 */
record Side(Face face, boolean built) {
  /** All there are, by {@link #number}. */
  static final List<Side> ALL =
      Stream.of(false, true)
          .flatMap(built -> Arrays.stream(Face.values()).map(face -> new Side(face, built)))
          .toList();

  /** One of {@link #ALL}. */
  static Side of(Face face, boolean built) {
    return ALL.get(number(face, built));
  }

  /** From 0. */
  int number() {
    return number(face, built);
  }

  private static int number(Face face, boolean built) {
    return built ? ALL.size() / 2 + face.ordinal() : face.ordinal();
  }
}
