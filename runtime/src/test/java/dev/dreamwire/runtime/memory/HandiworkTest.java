package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Changes;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import dev.dreamwire.runtime.world.Work;
import org.junit.jupiter.api.Test;

class HandiworkTest {
  private static final Blocks VILLAGE = WorldViews.blocks(WorldViews.around());

  private final Handiwork hands =
      new Handiwork(WorldViews.CAMERA, Stride.ISLAND.radius(), Site.of(VILLAGE));
  private Player player = Player.at(46, 3, 40, 0, 35);

  /** Plays frames in the world and in the memory, and tells how often something changed. */
  private int play(int frames, Action action) {
    int changes = 0;
    for (int i = 0; i < frames; i++) {
      Changes before = player.work().changes();
      player = TestWorld.WORLD.step(player, action.vector());
      boolean changed = hands.step(player.pose(), action.vector()).isPresent();
      assertEquals(!before.equals(player.work().changes()), changed, "as in the world");
      changes += changed ? 1 : 0;
    }
    return changes;
  }

  @Test
  void aBlockIsGoneAfterAsManyStrokesAsInTheWorld() {
    assertEquals(0, play(Work.TOUGHNESS - 1, Action.idle().press("attack")));
    assertEquals(1, play(1, Action.idle().press("attack")));
    assertTrue(seesWhatTheWorldShows());
  }

  @Test
  void whoStopsBeforeBeginsAnew() {
    play(Work.TOUGHNESS - 1, Action.idle().press("attack"));
    play(1, Action.idle());
    assertEquals(0, play(Work.TOUGHNESS - 1, Action.idle().press("attack")));
  }

  @Test
  void aBlockIsPutWhereTheHandPointsOnceASwing() {
    assertEquals(1, play(Work.SWING, Action.idle().press("use")));
    assertTrue(seesWhatTheWorldShows());
  }

  @Test
  void digsBuildsAndLooksAroundAsInTheWorld() {
    play(7, Action.idle().press("attack"));
    play(6, Action.idle());
    play(3, Action.idle().turn(1));
    play(6, Action.idle().press("use"));
    play(4, Action.idle().press("back"));
    play(2, Action.idle().turn(-1));
    assertTrue(seesWhatTheWorldShows());
  }

  /** Whether what changed is seen where the world shows it. */
  private boolean seesWhatTheWorldShows() {
    float[] now = WorldViews.of(player).nearness();
    float[] before = WorldViews.of(player.with(Work.NONE)).nearness();
    Surfaces seen =
        new Reprojection(WorldViews.SHAPE, WorldViews.CAMERA).surfaces(hands.site(), player.pose());
    assertTrue(seen.areMade());
    int either = 0;
    int both = 0;
    for (int i = 0; i < now.length; i++) {
      boolean truly = now[i] != before[i];
      either += truly || seen.isMade(i) ? 1 : 0;
      both += truly && seen.isMade(i) && Relief.same(now[i], seen.nearness()[i]) ? 1 : 0;
    }
    return either > 20 && both > 0.7 * either;
  }

  @Test
  void whereNothingIsKnownNothingChanges() {
    Handiwork nowhere =
        new Handiwork(WorldViews.CAMERA, Stride.ISLAND.radius(), Site.of(Blocks.UNKNOWN));
    for (int i = 0; i < 10; i++) {
      assertTrue(nowhere.step(player.pose(), Action.idle().press("attack").vector()).isEmpty());
    }
  }
}
