package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GameMemoryTest {
  private static final Stride STRIDE = Stride.ISLAND;
  private static final int AGE = 3;
  private static final Player START = Player.at(46, 3, 40, 0, 0);

  @Test
  void whatAnAtlasShowsOfAWalkIsNearlyWhatTheWorldShows() {
    GameMemory game = begin(Optional.of(WorldViews.atlas()));
    Player player = START;
    for (int i = 0; i < 12; i++) {
      float[] action = Action.idle().press("forward").turn(0.5).vector();
      player = TestWorld.WORLD.step(player, action);
      game.see(WorldViews.of(player).picture());
      game.act(action);
      Sight sight = game.recall().orElseThrow().sight();
      double psnr =
          WorldViews.psnr(sight.picture(), WorldViews.of(player).picture(), sight.known());
      assertTrue(sight.share() > 0.7, sight.share() + " is known at frame " + i);
      assertTrue(psnr > 19, psnr + " dB at frame " + i);
    }
  }

  @Test
  void theNewestFrameIsCarriedToWhereThePlayerGoes() {
    GameMemory game = begin(Optional.of(WorldViews.atlas()));
    boolean[] all = new boolean[WorldViews.HEIGHT * WorldViews.WIDTH];
    Arrays.fill(all, true);
    Player player = START;
    double carried = 0;
    double left = 0;
    for (int i = 0; i < 12; i++) {
      float[] action = Action.idle().press("forward").turn(0.5).vector();
      float[] before = WorldViews.of(player).picture();
      player = TestWorld.WORLD.step(player, action);
      float[] now = WorldViews.of(player).picture();
      game.see(before);
      game.act(action);
      carried += WorldViews.psnr(game.recall().orElseThrow().carried(), now, all);
      left += WorldViews.psnr(before, now, all);
    }
    assertTrue(carried > left + 12 * 3, carried / 12 + " dB, unmoved " + left / 12 + " dB");
  }

  @Test
  void whatIsDugIsNotShownAsItWasUntilItWasSeenAgain() {
    GameMemory game = begin(Optional.of(WorldViews.atlas()));
    Player down = Player.at(START.x(), START.y(), START.z(), 0, 40);
    game.correct(down.pose());
    int centre = WorldViews.HEIGHT / 2 * WorldViews.WIDTH + WorldViews.WIDTH / 2;
    float[] dug = WorldViews.plain(down.pose(), -1, 0).picture();
    for (int stroke = 0; stroke < 3; stroke++) {
      assertTrue(game.recall().orElseThrow().sight().known()[centre], "not gone yet");
      game.see(WorldViews.of(down).picture());
      game.act(Action.idle().press("attack").vector());
    }
    Sight changed = game.recall().orElseThrow().sight();
    int area = changed.known().length;
    assertEquals(false, changed.known()[centre]);
    float[] truth = WorldViews.of(down).picture();
    for (int channel = 0; channel < 3; channel++) {
      int at = channel * area + centre;
      assertTrue(changed.picture()[at] < truth[at] - 0.1, "darker than what was there");
    }
    float[] hand = WorldViews.plain(down.pose(), 1, 0).picture();
    for (int i = 0; i < AGE + 22; i++) {
      game.see(i < 15 ? hand : dug);
      game.act(Action.idle().vector());
    }
    Sight sight = game.recall().orElseThrow().sight();
    assertTrue(sight.known()[centre]);
    assertEquals(-1, sight.picture()[centre], 1e-6, "as the game showed it, without the hand");
    assertTrue(sight.picture()[0] > -0.99, "elsewhere as the atlas shows it");
  }

  @Test
  void whatIsBuiltIsInTheWayAndWhatIsDugIsFallenInto() {
    for (String hand : List.of("use", "attack")) {
      GameMemory game = begin(Optional.of(WorldViews.atlas()));
      Player player = Player.at(46.5, 3, 40, 0, 40);
      game.correct(player.pose());
      for (int i = 0; i < 25; i++) {
        Action action = Action.idle();
        action = i < 3 ? action.press(hand) : action.press("forward").press("sneak");
        player = TestWorld.WORLD.step(player, action.vector());
        game.see(WorldViews.of(player).picture());
        Pose reckoned = game.act(action.vector());
        assertTrue(reckoned.distance(player.pose()) < 0.01, hand + " " + i + ": " + reckoned);
      }
      assertTrue(hand.equals("use") ? player.z() > 39 : player.y() < 2.1, player.toString());
    }
  }

  @Test
  void whereTheAtlasShowsThePlaceTheDreamIsNotKept() {
    GameMemory knowing = begin(Optional.of(WorldViews.atlas()));
    GameMemory own = begin(Optional.empty());
    for (GameMemory game : List.of(knowing, own)) {
      for (int i = 0; i < 10; i++) {
        game.see(WorldViews.of(START).picture());
        game.act(Action.idle().vector());
      }
    }
    assertEquals(0, knowing.map(Optional.empty()).kept().size());
    assertEquals(1, own.map(Optional.empty()).kept().size());
  }

  @Test
  void withoutAnAtlasWhatWasSeenComesBackAfterATurn() {
    GameMemory game = begin(Optional.empty());
    Player player = START;
    assertTrue(game.recall().isEmpty(), "nothing is known yet");
    for (int i = 0; i < 10; i++) {
      game.see(WorldViews.of(player).picture());
      float[] action = Action.idle().turn(i < 5 ? 1 : -1).vector();
      player = TestWorld.WORLD.step(player, action);
      game.act(action);
    }
    Sight sight = game.recall().orElseThrow().sight();
    double psnr = WorldViews.psnr(sight.picture(), WorldViews.of(START).picture(), sight.known());
    assertTrue(psnr > 30, psnr + " dB");
  }

  private static GameMemory begin(Optional<Atlas> atlas) {
    return new GameMemory(
        new MemorySettings(STRIDE, AGE, 100, WorldViews.CAMERA, atlas),
        Optional.of(START.pose()),
        WorldViews.SHAPE,
        WorldViews.of(START).picture());
  }
}
