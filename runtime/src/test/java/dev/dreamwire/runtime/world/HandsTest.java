package dev.dreamwire.runtime.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandsTest {
  private static final World WORLD = TestWorld.WORLD;
  private static final float[] ATTACK = Action.idle().press("attack").vector();
  private static final float[] USE = Action.idle().press("use").vector();
  private static final float[] FORWARD = Action.idle().press("forward").vector();
  private static final float[] IDLE = Action.idle().vector();

  /** Before the church, whose wall begins at z 16. */
  private static final Player AT_THE_CHURCH = Player.at(45.5, 3, 18.5, 0, 0);

  private final Renderer renderer = WORLD.renderer(64, 48);

  @Test
  void aBlockIsGoneAfterThreeFramesAndNotBefore() {
    Player twice = play(AT_THE_CHURCH, ATTACK, Work.TOUGHNESS - 1);
    assertEquals(Changes.NONE, twice.work().changes());
    Player thrice = WORLD.step(twice, ATTACK);
    assertEquals(1, thrice.work().changes().size());
    List<Span> wall = WORLD.map().with(thrice.work().changes()).spans(45, 15);
    assertFalse(filled(wall, 4.6), "the wall is still there at the height of the eyes");
    assertTrue(filled(wall, 3.5) && filled(wall, 5.5), "more than a block is gone");
  }

  @Test
  void aBlockThatIsBeingDugShowsCracks() {
    Player begun = play(AT_THE_CHURCH, ATTACK, 1);
    Player nearlyDone = WORLD.step(begun, ATTACK);
    double whole = middle(AT_THE_CHURCH);
    assertTrue(middle(begun) < 0.8 * whole, "no crack after a stroke");
    assertTrue(middle(nearlyDone) < 0.8 * middle(begun), "no deeper crack after two strokes");
  }

  @Test
  void lettingGoBeginsAnew() {
    Player paused = WORLD.step(play(AT_THE_CHURCH, ATTACK, 2), IDLE);
    assertEquals(Changes.NONE, play(paused, ATTACK, 2).work().changes());
    assertEquals(1, play(paused, ATTACK, 3).work().changes().size());
  }

  @Test
  void whatIsDugStaysDugWhenOneLooksAwayAndBack() {
    Player dug = rest(play(AT_THE_CHURCH, ATTACK, Work.TOUGHNESS));
    byte[] hole = renderer.render(dug);
    Player away = play(dug, Action.idle().turn(1).vector(), 22);
    Player back = play(away, Action.idle().turn(-1).vector(), 22);
    assertArrayEquals(hole, renderer.render(back));
    assertFalse(Arrays.equals(hole, renderer.render(AT_THE_CHURCH)), "the hole is not to be seen");
  }

  @Test
  void aHoleTwoBlocksHighLetsThePlayerThrough() {
    Player blocked = play(AT_THE_CHURCH, FORWARD, 40);
    Player dug = AT_THE_CHURCH;
    for (int look : new int[] {0, 6, 0}) {
      dug = play(rest(dug), Action.idle().look(1).vector(), look);
      dug = play(dug, ATTACK, Work.TOUGHNESS);
      dug = play(dug, Action.idle().look(-1).vector(), look);
    }
    double reached = play(dug, FORWARD, 40).z();
    assertTrue(
        reached < blocked.z() - 0.5, "came to z " + reached + ", without digging " + blocked);
  }

  @Test
  void groundIsDugAndThePlayerStepsDownIntoIt() {
    Player above = play(lookingDown(), ATTACK, Work.TOUGHNESS);
    Block hole = Aim.of(WORLD.map(), lookingDown()).orElseThrow().block();
    float ground = WORLD.map().with(above.work().changes()).ground(hole.x(), hole.z());
    assertEquals(hole.bottom(), ground);
    assertEquals(1, hole.top() - hole.bottom());
  }

  @Test
  void groundIsNotDugBelowTheSea() {
    Player digger = play(lookingDown(), ATTACK, 60);
    Changes dug = digger.work().changes();
    for (int z = 0; z < WorldMap.SIZE; z++) {
      for (int x = 0; x < WorldMap.SIZE; x++) {
        float before = WORLD.map().ground(x, z);
        float now = WORLD.map().with(dug).ground(x, z);
        assertTrue(now == before || now >= WorldMap.SEA, "dug down to " + now);
      }
    }
    assertTrue(dug.size() > 0);
  }

  @Test
  void aBlockIsBuiltWhereTheHandPointsAndStandsInTheWay() {
    Player builder = lookingDown();
    Block place = Aim.of(WORLD.map(), builder).orElseThrow().before();
    Player built = WORLD.step(builder, USE);
    WorldMap now = WORLD.map().with(built.work().changes());
    assertTrue(filled(now.spans(place.x(), place.z()), place.bottom() + 0.5));
    double free = play(builder, FORWARD, 30).z();
    double stopped = play(built, FORWARD, 30).z();
    assertTrue(stopped > free + 2, "went to z " + stopped + " through its own block");
  }

  @Test
  void aHeldKeyBuildsAtTheRhythmOfTheSwingingHand() {
    Player builder = AT_THE_CHURCH;
    Player first = WORLD.step(builder, USE);
    assertEquals(first.work().changes(), play(first, USE, Work.SWING).work().changes());
    Changes second = play(first, USE, Work.SWING + 1).work().changes();
    assertFalse(second.equals(first.work().changes()), "nothing more was built");
  }

  @Test
  void nothingIsBuiltIntoThePlayer() {
    Player builder = AT_THE_CHURCH;
    for (int frame = 0; frame < 60; frame++) {
      builder = WORLD.step(builder, USE);
      double inside =
          WORLD
              .map()
              .with(builder.work().changes())
              .obstacle(
                  builder.x(),
                  builder.z(),
                  Movement.RADIUS,
                  builder.y(),
                  builder.y() + Movement.HEIGHT);
      assertEquals(Double.NEGATIVE_INFINITY, inside);
    }
  }

  @Test
  void theHandSwingsWhereNothingIsInReachAndThenRestsOutOfSight() {
    Player start = WORLD.scene("desert").start();
    Player swinging = WORLD.step(start, ATTACK);
    assertFalse(Arrays.equals(renderer.render(start), renderer.render(swinging)));
    assertEquals(Changes.NONE, swinging.work().changes());
    Player rested = rest(swinging);
    assertArrayEquals(renderer.render(start), renderer.render(rested));
  }

  private static Player lookingDown() {
    Player start = Player.at(46.5, 3, 42.5, 0, 0);
    return play(start, Action.idle().look(1).vector(), 5);
  }

  private static Player rest(Player player) {
    return play(player, IDLE, Work.SWING);
  }

  private static Player play(Player from, float[] action, int frames) {
    Player player = from;
    for (int i = 0; i < frames; i++) {
      player = WORLD.step(player, action);
    }
    return player;
  }

  private static boolean filled(List<Span> column, double height) {
    return column.stream().anyMatch(span -> span.bottom() < height && height < span.top());
  }

  /** Brightness of the middle of the picture. */
  private double middle(Player player) {
    byte[] rgb = renderer.render(player);
    double sum = 0;
    for (int y = 22; y < 26; y++) {
      for (int x = 30 * 3; x < 34 * 3; x++) {
        sum += rgb[y * 64 * 3 + x] & 255;
      }
    }
    return sum;
  }
}
