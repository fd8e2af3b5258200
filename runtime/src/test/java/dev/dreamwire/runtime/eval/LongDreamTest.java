package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongDreamTest {
  private static final int SECONDS = 20;

  private final WorldPlay play = new WorldPlay(new World(), 64, 48);
  private final Player start = play.world().scene("village").start();
  private final Player elsewhere = play.world().scene("desert").start();
  private final List<Episode> known =
      LongStream.range(0, 10)
          .mapToObj(seed -> play.episode(play.world().start(seed), seed, 261))
          .toList();
  private final LookMeter meter =
      new LookMeter(
          64,
          known.stream().map(episode -> Pictures.of(episode, 0)).toList(),
          LongDreamTest::reconstruct);
  private final Gauge gauge =
      new Gauge(play, LongDreamTest::reconstruct, meter, Stillness.of(known), List.of(1, SECONDS));
  private final List<Trueplay> plays =
      LongStream.range(100, 120).mapToObj(seed -> Trueplay.of(gauge, between(seed), 12)).toList();
  private final RealBand band = RealBand.of(Trueplay.windows(plays));
  private final Dissolution dissolution =
      Dissolution.of(Trueplay.windows(plays), Trueplay.blurredWindows(plays));

  private Stroll.Beginning between(long seed) {
    World world = play.world();
    return new Stroll.Beginning(world.start(seed), world.start(seed + 1), seed);
  }

  /** An autoencoder that knows all pictures whose values stay in range. */
  private static float[] reconstruct(float[] picture) {
    float[] out = new float[picture.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.clamp(picture[i], -0.95f, 0.95f) + 0.01f;
    }
    return out;
  }

  private LongDream dream(UnaryOperator<float[]> change) {
    return dream(start, change);
  }

  /** What becomes of the world if a dream begins somewhere, and its pictures are changed. */
  private LongDream dream(Player from, UnaryOperator<float[]> change) {
    WorldDreamer world = new WorldDreamer(play, List.of(from), action -> action);
    Dreamer changed =
        new Dreamer() {
          @Override
          public void restart(float[] picture, Pose pose, long seed) {
            world.restart(play.picture(from), from.pose(), seed);
          }

          @Override
          public float[] next(float[] action) {
            return change.apply(world.next(action));
          }

          @Override
          public void close() {}
        };
    return LongDream.of(
        gauge, changed, new Stroll.Beginning(start, elsewhere, 5), SECONDS, second -> {});
  }

  private double inside(LongDream dream) {
    return share(dream.dream(), band::holds);
  }

  private double dissolved(LongDream dream) {
    return share(dream.dream(), dissolution::holds);
  }

  private static double share(List<Look> seconds, Predicate<Look> holds) {
    List<Look> windows = LongDream.windows(seconds);
    return (double) windows.stream().filter(holds).count() / windows.size();
  }

  private static float[] each(float[] picture, UnaryOperator<Float> change) {
    float[] out = new float[picture.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = change.apply(picture[i]);
    }
    return out;
  }

  @Test
  void theWorldItselfLooksRealAndMoves() {
    LongDream dream = dream(LongDreamTest::reconstruct);
    assertTrue(inside(dream) >= 0.8, inside(dream) + "");
    assertTrue(Tally.mean(List.of(dream.turns())) <= 0.1, dream.turns() + "");
    assertTrue(Tally.mean(List.of(dream.walks())) <= 0.1, dream.walks() + "");
    assertEquals(0, dissolved(dream));
    assertEquals(2, dream.shownTruth().size());
    assertEquals(2, dream.shownDream().size());
  }

  @Test
  void aFrozenDreamIsStill() {
    float[] same = play.picture(start);
    LongDream dream = dream(picture -> same);
    assertEquals(1, Tally.mean(List.of(dream.turns())));
    assertEquals(1, Tally.mean(List.of(dream.walks())));
  }

  @Test
  void aDreamOfAnotherPlaceStandsAtItsWallsAsTruePlayThereDoes() {
    LongDream dream = dream(elsewhere, picture -> picture);
    assertEquals(dream.strayWalks(), dream.walks());
    assertEquals(0, dissolved(dream));
  }

  @Test
  void aDreamThatFadesToGreyLooksUnreal() {
    assertEquals(0, inside(dream(picture -> each(picture, v -> v * 0.2f))));
  }

  @Test
  void aDreamThatBurnsOutLooksUnreal() {
    assertEquals(0, inside(dream(picture -> each(picture, v -> v * 3 + 1))));
  }

  @Test
  void aDreamOfNoiseLooksUnreal() {
    Random random = new Random(1);
    assertEquals(0, inside(dream(p -> each(p, v -> (float) (v + random.nextGaussian() * 0.5)))));
  }

  @Test
  void aDreamOfHalfTheResolutionLooksUnrealAndIsDissolved() {
    LongDream dream = dream(picture -> Pictures.blurred(picture, 64));
    assertEquals(0, inside(dream));
    assertEquals(1, dissolved(dream));
  }

  @Test
  void aBlurredDreamIsDissolved() {
    assertEquals(1, dissolved(dream(LongDreamTest::blurred)));
  }

  private static float[] blurred(float[] picture) {
    float[] out = picture.clone();
    for (int pass = 0; pass < 6; pass++) {
      float[] in = out.clone();
      for (int i = 65; i < in.length - 65; i++) {
        out[i] = (in[i] + in[i - 1] + in[i + 1] + in[i - 64] + in[i + 64]) / 5;
      }
    }
    return out;
  }
}
