package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Scene;
import dev.dreamwire.runtime.world.TestWorld;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsProtocolTest {
  private final WorldPlay play = new WorldPlay(TestWorld.WORLD, 32, 24);
  private final List<Player> starts = TestWorld.WORLD.scenes().stream().map(Scene::start).toList();
  private final Dreamer world = new WorldDreamer(play, starts, action -> action);

  @Test
  void dreamsThatAreTheTrueWorldKeepAllDifferences() {
    assertEquals(0, kept(world, 2), 1e-9);
  }

  @Test
  void dreamsThatBecomeOnePictureKeepNone() {
    float[] one = play.picture(starts.getFirst());
    Dreamer forgetful =
        new Dreamer() {
          private int frames;

          @Override
          public void restart(float[] picture, Pose pose, long seed) {
            world.restart(picture, pose, seed);
            frames = 0;
          }

          @Override
          public float[] next(float[] action) {
            float[] shown = world.next(action);
            return ++frames <= World.FPS ? shown : one;
          }

          @Override
          public void close() {}
        };
    assertEquals(0, kept(forgetful, 1), 1e-9);
    assertTrue(kept(forgetful, 2) < -60, "after a second it shows one picture everywhere");
  }

  private double kept(Dreamer dreamer, int second) {
    return RegionsProtocol.kept(
        List.of(RegionsProtocol.Group.led(play, dreamer, starts, List.of(1, 2), 1)), second);
  }
}
