package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.world.Player;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Dreams the true world, or what a test makes of it: starts are recognised by their picture, then
 * the world's own rules are followed with actions that a test may twist.
 */
final class WorldDreamer implements Dreamer {
  private final WorldPlay play;
  private final List<Player> starts;
  private final UnaryOperator<float[]> twist;
  private Player player;

  WorldDreamer(WorldPlay play, List<Player> starts, UnaryOperator<float[]> twist) {
    this.play = play;
    this.starts = starts;
    this.twist = twist;
  }

  /** Turns left where right is meant. */
  static float[] mirrored(float[] action) {
    float[] out = action.clone();
    int yaw = Vocabulary.OASIS.column("cameraY");
    out[yaw] = -out[yaw];
    return out;
  }

  @Override
  public void restart(float[] picture, Pose pose, long seed) {
    player =
        starts.stream()
            .filter(start -> Arrays.equals(play.picture(start), picture))
            .findFirst()
            .orElseThrow();
  }

  @Override
  public float[] next(float[] action) {
    player = play.world().step(player, twist.apply(action));
    return play.picture(player);
  }

  @Override
  public void close() {}
}
