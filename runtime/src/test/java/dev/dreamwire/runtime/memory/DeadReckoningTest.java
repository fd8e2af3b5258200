package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadReckoningTest {
  private static final Stride STRIDE = new Stride(8, 5, 0.24, 0.38);

  @Test
  void onOpenGroundItIsWhereTheWorldSaysItIs() {
    Player player = Player.at(46, 3, 40, 0, 0);
    Player start = player;
    DeadReckoning reckoning = new DeadReckoning(STRIDE);
    List<Action> play =
        List.of(
            Action.idle().press("forward"),
            Action.idle().press("forward").turn(0.5),
            Action.idle().press("right").turn(-1),
            Action.idle().look(1).turn(1),
            Action.idle().press("back").press("left"));
    for (int i = 0; i < 20; i++) {
      float[] action = play.get(i / 4).vector();
      player = TestWorld.WORLD.step(player, action);
      reckoning.step(action);
    }
    Pose pose = reckoning.pose();
    assertEquals(0, pose.turnTo(new Pose(0, 0, 0, player.yaw(), 0)), 1e-9);
    assertEquals(player.pitch(), pose.pitch(), 1e-9);
    double off = Math.hypot(player.x() - start.x() - pose.x(), player.z() - start.z() - pose.z());
    assertTrue(off < 0.3, off + " blocks away: the world's player glides a little");
  }

  @Test
  void theWayToAViewIsToldAsThePlayerSeesIt() {
    float[] offset = new float[PoseOffset.FEATURES];
    // Looking east, a view from 4 blocks to the east and 2 to the north that looked north.
    PoseOffset.write(new Pose(10, 0, 10, 90, 0), new Pose(14, 1, 8, 0, 45), offset, 0);
    assertArrayEquals(new float[] {1, -1, 0, 1, 1, -0.5f, 0.25f}, offset, 1e-6f);
  }
}
