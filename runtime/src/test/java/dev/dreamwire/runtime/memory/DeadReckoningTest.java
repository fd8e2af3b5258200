package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
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
  void aBodyDoesNotEnterWhereNobodyWasButSlidesAlong() {
    DeadReckoning reckoning = on(lane(0, 0), 45);
    walk(reckoning, 20, "forward");
    assertEquals(1 - STRIDE.radius(), reckoning.pose().x(), 1e-5, "at the wall");
    double way = 20 * STRIDE.walk() * Math.sqrt(0.5);
    assertEquals(0.5 - way, reckoning.pose().z(), 0.2, "on along it");
  }

  @Test
  void aBodyWithoutWidthGoesUpToTheWall() {
    Stride points = new Stride(8, 5, 0.24, 0.38, 0.1, 0.6, 0.42, 0.08, 40, 0);
    DeadReckoning reckoning =
        new DeadReckoning(points, new Pose(0.5, 0, 0.5, 90, 0), Optional.of(lane(0, 0)));
    walk(reckoning, 20, "forward");
    assertEquals(1, reckoning.pose().x(), 1e-5);
  }

  @Test
  void whoIsBlockedIsAtRest() {
    DeadReckoning reckoning = on(lane(0, 0), 90);
    walk(reckoning, 20, "forward");
    double x = reckoning.pose().x();
    reckoning.step(Action.idle().press("back").vector());
    assertEquals(x - STRIDE.grip() * STRIDE.walk(), reckoning.pose().x(), 1e-9);
  }

  @Test
  void halfABlockIsClimbedByWalkingAndTheEyesFollow() {
    DeadReckoning reckoning = on(lane(0, 0.5f), 0);
    double last = 0;
    double rise = 0;
    for (int i = 0; i < 40; i++) {
      walk(reckoning, 1, "forward");
      rise = Math.max(rise, reckoning.pose().y() - last);
      last = reckoning.pose().y();
    }
    assertTrue(rise > 0 && rise < 0.3, "at most " + rise + " in a frame");
    assertEquals(0.5, last, 1e-3);
  }

  @Test
  void aWholeBlockIsOnlyClimbedByAJump() {
    DeadReckoning reckoning = on(lane(0, 1), 0);
    walk(reckoning, 40, "forward");
    assertEquals(-4 + STRIDE.radius(), reckoning.pose().z(), 1e-5, "before the block");
    assertEquals(0, reckoning.pose().y(), 1e-9, "before the block");
    walk(reckoning, 15, "forward", "jump");
    walk(reckoning, 10);
    assertEquals(1, reckoning.pose().y(), 1e-3, "on it");
  }

  @Test
  void whoWalksOffALedgeFallsAtOnceWhenNoCellIsUnderTheBody() {
    DeadReckoning reckoning = on(lane(3, 0), 0);
    Pose last = reckoning.pose();
    while (last.z() + STRIDE.radius() >= -4) {
      assertEquals(3, last.y(), 1e-9, "the edge still holds the body at " + last);
      walk(reckoning, 1, "forward");
      if (reckoning.pose().z() + STRIDE.radius() < -4) {
        assertEquals(3 - STRIDE.gravity(), reckoning.pose().y(), 1e-9, "begins to fall");
      }
      last = reckoning.pose();
    }
    walk(reckoning, 20);
    assertEquals(0, reckoning.pose().y(), 1e-9, "landed");
  }

  @Test
  void whoIsSeenWhereItIsReckonedGoesOnAsIfNotSeen() {
    DeadReckoning seen = on(lane(0, 0.5f), 0);
    DeadReckoning unseen = on(lane(0, 0.5f), 0);
    for (int i = 0; i < 60; i++) {
      seen.correct(seen.pose());
      String[] keys = i % 20 == 5 ? new String[] {"forward", "jump"} : new String[] {"forward"};
      walk(seen, 1, keys);
      walk(unseen, 1, keys);
      assertEquals(unseen.pose(), seen.pose(), "frame " + i);
    }
  }

  @Test
  void eyesALittleBelowTheGroundAreBehindTheFeet() {
    DeadReckoning reckoning = on(lane(1, 1), 0);
    reckoning.correct(new Pose(0.5, 0.8, 0.5, 0, 0));
    assertEquals(0.8, reckoning.pose().y(), 1e-9);
    walk(reckoning, 1);
    assertEquals(1 - 0.2 * 0.55, reckoning.pose().y(), 1e-9, "they catch up");
  }

  @Test
  void whoStandsLowerThanIsKnownIsNotLiftedOrStuck() {
    DeadReckoning reckoning = on(lane(3, 3), 0);
    reckoning.correct(new Pose(0.5, 0, 0.5, 0, 0));
    walk(reckoning, 3);
    assertEquals(new Pose(0.5, 0, 0.5, 0, 0), reckoning.pose());
  }

  @Test
  void whoWentThroughASupposedWallKeepsItsSpeed() {
    DeadReckoning reckoning = on(lane(0, 0), 90);
    DeadReckoning open = new DeadReckoning(STRIDE, new Pose(0.5, 0, 0.5, 90, 0), Optional.empty());
    for (int i = 0; i < 10; i++) {
      walk(reckoning, 1, "forward");
      walk(open, 1, "forward");
      reckoning.correct(open.pose());
    }
    walk(reckoning, 1, "forward");
    walk(open, 1, "forward");
    assertEquals(open.pose(), reckoning.pose());
  }

  /** Ten cells to the north, one wide: the first five of one height, the others of another. */
  private static Ground lane(float before, float after) {
    float[] heights = new float[10];
    for (int row = 0; row < heights.length; row++) {
      heights[row] = row < 5 ? after : before;
    }
    return new Ground(0, -9, 1, heights);
  }

  /** Who stands at the lane's southern end. */
  private static DeadReckoning on(Ground lane, double yaw) {
    Pose start = new Pose(0.5, lane.height(0.5, 0.5), 0.5, yaw, 0);
    return new DeadReckoning(STRIDE, start, Optional.of(lane));
  }

  private static void walk(DeadReckoning reckoning, int frames, String... keys) {
    Action action = Action.idle();
    for (String key : keys) {
      action = action.press(key);
    }
    for (int i = 0; i < frames; i++) {
      reckoning.step(action.vector());
    }
  }

  @Test
  void whoIsWhereNobodyWalkedMayGoOn() {
    DeadReckoning reckoning =
        new DeadReckoning(
            STRIDE,
            new Pose(50, 7, 50, 0, 0),
            Optional.of(Ground.of(List.of(Pose.ORIGIN), STRIDE.radius())));
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
