package dev.dreamwire.runtime.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovementTest {
  private static final World WORLD = TestWorld.WORLD;

  @ParameterizedTest
  @EnumSource(Policy.class)
  void neverStandsInsideABlockOrOffTheMap(Policy policy) {
    for (long seed = 0; seed < 6; seed++) {
      Bot bot = policy.bot(WORLD, seed);
      Player player = WORLD.start(seed);
      for (int frame = 0; frame < 1500; frame++) {
        player = WORLD.step(player, bot.act(player));
        double obstacle =
            WORLD
                .map()
                .with(player.work().changes())
                .obstacle(
                    player.x(),
                    player.z(),
                    Movement.RADIUS,
                    player.y(),
                    player.y() + Movement.HEIGHT);
        assertEquals(Double.NEGATIVE_INFINITY, obstacle, () -> policy + " got into a block");
      }
    }
  }

  @Test
  void everyOtherColumnHasAnEffect() {
    // Sprinting and sneaking show only while walking.
    Player start = Player.at(46, 3, 40, 0, 0);
    for (String name : World.ACTIONS) {
      Player plain = walk(start, Action.idle().press("forward").vector(), 1);
      Player with = walk(start, Action.idle().press("forward").press(name).vector(), 1);
      Player alone = walk(start, Action.idle().press(name).vector(), 1);
      boolean differs =
          !with.equals(plain) || !alone.equals(walk(start, Action.idle().vector(), 1));
      assertTrue(differs, name);
    }
  }

  @Test
  void walksWhereItLooks() {
    Player north = Player.at(46, 3, 40, 0, 0);
    Player walked = walk(north, Action.idle().press("forward").vector(), 10);
    assertTrue(walked.z() < 38.5, () -> "went from z 40 to " + walked.z());
    assertEquals(46, walked.x(), 1e-9);
    Player aside = walk(north, Action.idle().press("right").vector(), 4);
    assertTrue(aside.x() > 46.5, () -> "went from x 46 to " + aside.x());
  }

  @Test
  void sprintingIsFasterAndSneakingSlowerThanWalking() {
    Player start = Player.at(46, 3, 42, 0, 0);
    double walked = 42 - walk(start, Action.idle().press("forward").vector(), 8).z();
    double ran = 42 - walk(start, Action.idle().press("forward").press("sprint").vector(), 8).z();
    double crept = 42 - walk(start, Action.idle().press("forward").press("sneak").vector(), 8).z();
    assertTrue(ran > 1.3 * walked, () -> ran + " against " + walked);
    assertTrue(crept < 0.6 * walked, () -> crept + " against " + walked);
  }

  @Test
  void aWallStopsIt() {
    Player facingTheChurch = Player.at(45, 3, 24, 0, 0);
    Player stopped = walk(facingTheChurch, Action.idle().press("forward").vector(), 60);
    Player still = WORLD.step(stopped, Action.idle().press("forward").vector());
    assertEquals(stopped.z(), still.z(), 1e-9);
  }

  @Test
  void jumpsMoreThanABlockHighAndLands() {
    Player player = WORLD.scene("village").start();
    double ground = player.y();
    double highest = ground;
    player = WORLD.step(player, Action.idle().press("jump").vector());
    assertFalse(player.onGround());
    for (int frame = 0; frame < 20; frame++) {
      highest = Math.max(highest, player.y());
      player = WORLD.step(player, Action.idle().vector());
    }
    assertTrue(highest > ground + 1 && highest < ground + 1.5, "jumped to " + highest);
    assertTrue(player.onGround());
    assertEquals(ground, player.y(), 1e-9);
  }

  @Test
  void fortyFiveFullTurnsAreAFullCircle() {
    Player start = WORLD.scene("coast").start();
    Player turned = walk(start, Action.idle().turn(1).vector(), 45);
    assertEquals(start.yaw(), turned.yaw(), 1e-9);
    assertEquals(start.x(), turned.x());
  }

  @Test
  void pitchStaysWithinItsLimits() {
    Player down = walk(WORLD.scene("coast").start(), Action.idle().look(1).vector(), 30);
    assertEquals(Movement.MAX_PITCH, down.pitch());
    assertEquals(-Movement.MAX_PITCH, walk(down, Action.idle().look(-1).vector(), 60).pitch());
  }

  @Test
  void otherColumnsHaveNoEffect() {
    Player start = WORLD.scene("forest").start();
    Player idle = WORLD.step(start, Action.idle().vector());
    List<String> others =
        Vocabulary.OASIS.names().stream().filter(name -> !World.ACTIONS.contains(name)).toList();
    assertEquals(14, others.size());
    for (String name : others) {
      assertEquals(idle, WORLD.step(start, Action.idle().press(name).vector()), name);
    }
  }

  private static Player walk(Player from, float[] action, int frames) {
    Player player = from;
    for (int i = 0; i < frames; i++) {
      player = WORLD.step(player, action);
    }
    return player;
  }
}
