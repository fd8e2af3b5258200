package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
  private final World world = new World();

  private Player after(Player start, Walk walk, int frames) {
    Player player = start;
    for (int i = 0; i < frames; i++) {
      player = world.step(player, walk.actions().get(i));
    }
    return player;
  }

  private static double distance(Player a, Player b) {
    return Math.hypot(a.x() - b.x(), a.z() - b.z());
  }

  private boolean returns(Walk walk, Player start) {
    Player back = after(start, walk, walk.actions().size());
    return distance(start, back) < 0.02 && Math.abs(start.yaw() - back.yaw()) < 1e-6;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyTurnComesBack(boolean mirrored) {
    Player start = world.scene("desert").start();
    for (Walk walk : Walk.all(mirrored)) {
      assertTrue(!walk.id().startsWith("turn") || returns(walk, start), walk.id());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereNothingStandsInTheWayEveryWalkLeavesAndComesBack(boolean mirrored) {
    for (Walk walk : Walk.all(mirrored)) {
      double far = walk.id().startsWith("walk") ? (walk.away() - walk.settled()) * 0.22 : 0;
      assertTrue(
          LongStream.range(0, 500)
              .mapToObj(world::start)
              .filter(start -> distance(start, after(start, walk, walk.turned())) >= far)
              .anyMatch(start -> returns(walk, start)),
          walk.id());
    }
  }

  @Test
  void turningByHalfACircleShowsWhatWasBehind() {
    Walk walk =
        Walk.all(false).stream().filter(w -> w.id().equals("turn-180")).findFirst().orElseThrow();
    Player start = world.scene("desert").start();
    Player away = after(start, walk, walk.turned());
    assertEquals((start.yaw() + 180) % 360, away.yaw(), 1e-6);
  }
}
