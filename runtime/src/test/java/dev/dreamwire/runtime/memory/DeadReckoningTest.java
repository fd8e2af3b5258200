package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadReckoningTest {
  private static final Stride STRIDE = Stride.ISLAND;

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
            Action.idle().press("back").press("left"),
            Action.idle().press("forward").press("sneak"),
            Action.idle().press("forward").press("jump"),
            Action.idle());
    for (int i = 0; i < 32; i++) {
      float[] action = play.get(i / 4).vector();
      player = TestWorld.WORLD.step(player, action);
      reckoning.step(action);
      Pose pose = reckoning.pose();
      String at = "frame " + i + ": ";
      assertEquals(0, pose.turnTo(player.pose()), 1e-9, at + "yaw");
      assertEquals(player.pitch(), pose.pitch(), 1e-9, at + "pitch");
      assertEquals(player.x() - start.x(), pose.x(), 1e-9, at + "east");
      assertEquals(player.z() - start.z(), pose.z(), 1e-9, at + "south");
      assertEquals(player.y() - start.y(), pose.y(), 1e-9, at + "up");
    }
  }

  @Test
  void whereNobodyWalkedItSlidesAlong() {
    // A lane to the north, half a block higher at its end.
    List<Pose> walked = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      walked.add(new Pose(0.25, step < 20 ? 0 : 0.5, -step * 0.25, 0, 0));
    }
    DeadReckoning reckoning =
        new DeadReckoning(STRIDE, new Pose(0.25, 0, 0, 45, 0), Optional.of(Ground.of(walked)));
    float[] ahead = Action.idle().press("forward").vector();
    for (int i = 0; i < 40; i++) {
      reckoning.step(ahead);
    }
    Pose pose = reckoning.pose();
    assertTrue(pose.x() < 1.01, pose + ": the lane and half a block beside it");
    assertEquals(-40 * 0.24 * Math.sqrt(0.5), pose.z(), 0.2, "on along the lane");
    assertEquals(0.5, pose.y(), 1e-3, "up the step");
  }

  @Test
  void aBlockIsOnlyClimbedByAJump() {
    List<Pose> walked = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      walked.add(new Pose(0.25, step < 20 ? 0 : 1, -0.125 - step * 0.25, 0, 0));
    }
    DeadReckoning reckoning =
        new DeadReckoning(STRIDE, new Pose(0.25, 0, 0, 0, 0), Optional.of(Ground.of(walked)));
    for (int i = 0; i < 40; i++) {
      reckoning.step(Action.idle().press("forward").vector());
    }
    assertEquals(-5, reckoning.pose().z(), 0.6, "before the block");
    for (int i = 0; i < 20; i++) {
      reckoning.step(Action.idle().press("forward").press("jump").vector());
    }
    for (int i = 0; i < 8; i++) {
      reckoning.step(Action.idle().vector());
    }
    assertEquals(1, reckoning.pose().y(), 1e-3, "on it");
  }

  @Test
  void theEyesFollowTheFeetUpAStep() {
    List<Pose> walked = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      walked.add(new Pose(0.25, step < 20 ? 0 : 0.5, -step * 0.25, 0, 0));
    }
    DeadReckoning reckoning =
        new DeadReckoning(STRIDE, new Pose(0.25, 0, -4.9, 0, 0), Optional.of(Ground.of(walked)));
    double last = 0;
    double rise = 0;
    for (int i = 0; i < 12; i++) {
      double height = reckoning.step(Action.idle().press("forward").vector()).y();
      rise = Math.max(rise, height - last);
      last = height;
    }
    assertTrue(rise > 0 && rise < 0.3, "at most " + rise + " in a frame");
    assertEquals(0.5, last, 0.01);
  }

  @Test
  void whoIsWhereNobodyWalkedMayGoOn() {
    DeadReckoning reckoning =
        new DeadReckoning(
            STRIDE, new Pose(50, 7, 50, 0, 0), Optional.of(Ground.of(List.of(Pose.ORIGIN))));
    Pose pose = reckoning.step(Action.idle().press("forward").vector());
    assertEquals(new Pose(50, 7, 50 - 0.6 * 0.24, 0, 0), pose);
  }

  @Test
  void eyesAreLiftedNoFurtherThanTheGameDoes() {
    DeadReckoning reckoning = new DeadReckoning(STRIDE);
    for (int i = 0; i < 20; i++) {
      reckoning.step(Action.idle().look(1).vector());
    }
    assertEquals(40, reckoning.pose().pitch());
  }

  @Test
  void theWayToAViewIsToldAsThePlayerSeesIt() {
    float[] offset = new float[PoseOffset.FEATURES];
    // Looking east, a view from 4 blocks to the east and 2 to the north that looked north.
    PoseOffset.write(new Pose(10, 0, 10, 90, 0), new Pose(14, 1, 8, 0, 45), offset, 0);
    assertArrayEquals(new float[] {1, -1, 0, 1, 1, -0.5f, 0.25f}, offset, 1e-6f);
  }
}
