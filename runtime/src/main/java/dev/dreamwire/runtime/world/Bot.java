package dev.dreamwire.runtime.world;

/**
 * Chooses actions, one a frame. It keeps what it is about to do, so use one an episode; not safe
 * for several threads.
 */
@FunctionalInterface
public interface Bot {
  /**
   * The action of the next frame, a vector of {@link dev.dreamwire.api.node.Vocabulary#OASIS}.
   *
   * @param player where the player is; {@code null} in a dream, where nobody knows. A bot that
   *     cannot do without is told so by {@link Policy#needsPose()}
   */
  float[] act(Player player);
}
