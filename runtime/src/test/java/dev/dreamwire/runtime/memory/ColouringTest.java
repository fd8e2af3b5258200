package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColouringTest {
  private static final int FRAMES = 60;

  private final Atlas atlas = WorldViews.atlas();

  /** Who builds a block or digs one away, and then looks at it. */
  private static List<Player> play(String hand, float[][] actions) {
    List<Player> players = new ArrayList<>(List.of(Player.at(46.5, 3, 40, 0, 40)));
    for (int i = 0; i < actions.length; i++) {
      Action action = Action.idle();
      actions[i] = (i < 3 ? action.press(hand) : action).vector();
      players.add(TestWorld.WORLD.step(players.getLast(), actions[i]));
    }
    return players;
  }

  @Test
  void whatIsBuiltHasTheColourItHadInThePlayThatWasWatched() {
    Colouring colouring = new Colouring(atlas, WorldViews.CAMERA, Stride.ISLAND.radius());
    float[][] actions = new float[FRAMES][];
    List<Player> players = play("use", actions);
    colouring.watch(
        players.stream().map(Player::pose).toList(),
        actions,
        frame -> WorldViews.of(players.get(frame)).picture());
    double known = error(colouring.atlas(), players.getLast());
    double guessed = error(atlas, players.getLast());
    assertTrue(known < guessed / 3, known + " instead of " + guessed);
  }

  /** Squared error of what is recalled where something was built. */
  private static double error(Atlas atlas, Player last) {
    GameMemory game =
        new GameMemory(
            new MemorySettings(Stride.ISLAND, 3, 100, WorldViews.CAMERA, Optional.of(atlas)),
            Optional.of(Player.at(46.5, 3, 40, 0, 40).pose()),
            WorldViews.SHAPE,
            new float[(int) WorldViews.SHAPE.count()]);
    for (int i = 0; i < 3; i++) {
      game.act(Action.idle().press("use").vector());
    }
    Sight sight = game.recall().orElseThrow().sight();
    float[] truth = WorldViews.of(last).picture();
    int area = sight.known().length;
    int[] made = IntStream.range(0, area).filter(i -> !sight.known()[i]).toArray();
    assertTrue(made.length > 50, made.length + " pixels of it are in sight");
    return IntStream.of(made)
        .mapToDouble(i -> Math.pow(truth[i + area] - sight.picture()[i + area], 2))
        .average()
        .orElseThrow();
  }

  @Test
  void whereNothingWasWatchedItGrowsDarker() {
    Palette palette =
        new Colouring(atlas, WorldViews.CAMERA, Stride.ISLAND.radius()).atlas().palette();
    assertArrayEquals(Palette.UNKNOWN.weights(), palette.weights(), 1e-6f);
    float[] white = {1, 1, 1};
    assertEquals(0.4, palette.colour(Side.of(Face.EAST, true), white, 2), 1e-6);
  }

  @Test
  void aFitFindsTheFunctionThatPairsWereMadeWith() {
    float[] made = {0.5f, 0.1f, 0, -0.2f, 0.3f, 0.4f, 0, 0.2f, 0.6f, -0.1f, 0.2f, -0.3f};
    AffineFit fit = new AffineFit();
    Random random = new Random(1);
    for (int n = 0; n < 100_000; n++) {
      float[] from = {random.nextFloat(-1, 1), random.nextFloat(-1, 1), random.nextFloat(-1, 1)};
      float[] to = new float[3];
      for (int i = 0; i < 3; i++) {
        to[i] = made[i] * from[0] + made[3 + i] * from[1] + made[6 + i] * from[2] + made[9 + i];
      }
      fit.add(from, to);
    }
    float[] found = Palette.UNKNOWN.weights();
    fit.solve(found, 12);
    assertArrayEquals(made, Arrays.copyOfRange(found, 12, 24), 0.01f);
  }
}
