package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Scene;
import dev.dreamwire.runtime.world.World;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
  private static final int FRAMES = 601;

  private final WorldPlay play = new WorldPlay(new World(), 64, 48);
  private final List<Player> starts = play.world().scenes().stream().map(Scene::start).toList();
  private final List<Episode> plays =
      starts.stream().limit(2).map(start -> play.episode(start, 5, FRAMES)).toList();

  /** The true world, but its pictures are changed. */
  private Dreamer changed(UnaryOperator<float[]> change) {
    WorldDreamer world = new WorldDreamer(play, starts, action -> action);
    return new Dreamer() {
      @Override
      public void restart(float[] picture, long seed) {
        world.restart(picture, seed);
      }

      @Override
      public float[] next(float[] action) {
        return change.apply(world.next(action));
      }

      @Override
      public void close() {}
    };
  }

  /** An autoencoder that knows all pictures whose values stay in range. */
  private static float[] reconstruct(float[] picture) {
    float[] out = new float[picture.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.clamp(picture[i], -0.95f, 0.95f) + 0.01f;
    }
    return out;
  }

  private DriftCheck.Result measure(Dreamer dreamer) {
    DriftCheck check =
        new DriftCheck(64, DriftCheckTest::reconstruct, (start, frame, dream, truth) -> {});
    return check.measure(plays, dreamer, 1);
  }

  private static float[] each(float[] picture, UnaryOperator<Float> change) {
    float[] out = new float[picture.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = change.apply(picture[i]);
    }
    return out;
  }

  @Test
  void theWorldItselfStaysAlive() {
    DriftCheck.Result result = measure(changed(picture -> picture));
    assertEquals(1, result.alive());
    assertEquals(1, result.motion(), 1e-9);
    assertEquals(1, result.selfError(), 1e-9);
    assertTrue(result.real() >= 0.95, result + "");
  }

  @Test
  void aFrozenDreamIsNotAlive() {
    float[] still = play.picture(starts.getFirst());
    DriftCheck.Result result = measure(changed(picture -> still));
    assertEquals(0, result.alive());
    assertEquals(0, result.motion(), 1e-9);
  }

  @Test
  void aDreamThatFadesToGreyIsNotAlive() {
    assertEquals(0, measure(changed(picture -> each(picture, v -> v * 0.2f))).alive());
  }

  @Test
  void aDreamThatBurnsOutIsNotAlive() {
    assertEquals(0, measure(changed(picture -> each(picture, v -> v * 3 + 1))).alive());
  }

  @Test
  void aDreamOfNoiseIsNotAlive() {
    Random random = new Random(1);
    DriftCheck.Result result =
        measure(changed(picture -> each(picture, v -> (float) (v + random.nextGaussian() * 0.5))));
    assertEquals(0, result.alive());
  }

  @Test
  void aBlurredDreamIsNotAlive() {
    assertEquals(0, measure(changed(DriftCheckTest::blurred)).alive());
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
