package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Player;
import org.junit.jupiter.api.Test;

class CarvingTest {
  private static final Blocks VILLAGE = WorldViews.blocks(WorldViews.around());

  @Test
  void whatNobodySawFromThereIsAsFarAwayAsInTheWorld() {
    int right = 0;
    int pixels = 0;
    for (int yaw = 10; yaw < 360; yaw += 50) {
      Player player = Player.at(46.3, 3, 40.7, yaw, 12);
      float[] truth = WorldViews.of(player).nearness();
      float[] rays = new float[truth.length];
      new Rays(WorldViews.HEIGHT, WorldViews.WIDTH, WorldViews.CAMERA)
          .of(Site.of(VILLAGE), player.pose(), rays, new Side[rays.length]);
      for (int i = 0; i < rays.length; i++) {
        right += Relief.same(truth[i], rays[i]) ? 1 : 0;
        pixels++;
      }
    }
    assertTrue(right > 0.9 * pixels, right + " of " + pixels + " are right");
  }

  @Test
  void groundIsSolidBelowAndItsTopIsWhereItIs() {
    float[] stack = VILLAGE.stack(46, 38);
    assertEquals(3, stack[1], 0.2, "where players stand at 3");
    assertTrue(stack[0] <= 1, "and nobody looked into it");
  }
}
