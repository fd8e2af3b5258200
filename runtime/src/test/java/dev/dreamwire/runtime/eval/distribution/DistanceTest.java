package dev.dreamwire.runtime.eval.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistanceTest {
  /** Gaussian vectors of three numbers that hang together. */
  private static List<double[]> vectors(long seed, double shift, double scale) {
    Random random = new Random(seed);
    return Stream.generate(
            () -> {
              double a = random.nextGaussian();
              double b = random.nextGaussian();
              double c = random.nextGaussian();
              return new double[] {shift + scale * a, scale * (a + b), scale * (b - c)};
            })
        .limit(4000)
        .toList();
  }

  private final Distance distance = new Distance(vectors(1, 0, 1));

  @Test
  void equalDistributionsAreNear() {
    assertEquals(0, distance.frechet(vectors(2, 0, 1)), 0.01);
    assertTrue(distance.sliced(vectors(2, 0, 1)) < 0.05);
  }

  @Test
  void aShiftOfTwoDeviationsIsFour() {
    assertEquals(4, distance.frechet(vectors(2, 2, 1)), 0.25);
  }

  @Test
  void twiceTheSpreadIsTheTraceOnce() {
    // tr(Σ + 4Σ − 2·2Σ) = tr Σ = 3, because each feature has unit variance.
    assertEquals(3, distance.frechet(vectors(2, 0, 2)), 0.25);
  }

  /** Stripes that move to the right by two pixels a frame. */
  private static List<float[]> clip(long seed) {
    double wave = 5 + new Random(seed).nextDouble() * 6;
    List<float[]> out = new ArrayList<>();
    for (int f = 0; f < ClipFeatures.FRAMES; f++) {
      float[] picture = new float[3 * 16 * 16];
      for (int i = 0; i < picture.length; i++) {
        picture[i] = (float) Math.sin((i % 16 - 2 * f) * 2 * Math.PI / wave + seed);
      }
      out.add(picture);
    }
    return out;
  }

  @Test
  void clipsThatAreShuffledOrHeldAreFurtherAwayThanOthers() {
    ClipFeatures features = new ClipFeatures(16, 16);
    Distance fromReal = new Distance(clips(features, 0, clip -> clip));
    double real = fromReal.frechet(clips(features, 100, clip -> clip));
    Random random = new Random(3);
    double shuffled =
        fromReal.frechet(
            clips(
                features,
                100,
                clip -> {
                  List<float[]> out = new ArrayList<>(clip);
                  Collections.shuffle(out, random);
                  return out;
                }));
    double held =
        fromReal.frechet(
            clips(features, 100, clip -> Collections.nCopies(clip.size(), clip.getFirst())));
    assertTrue(shuffled > 2 * real, real + " " + shuffled);
    assertTrue(held > 2 * real, real + " " + held);
  }

  private static List<double[]> clips(
      ClipFeatures features, long first, UnaryOperator<List<float[]>> change) {
    List<double[]> out = new ArrayList<>();
    for (long seed = first; seed < first + 60; seed++) {
      out.add(features.of(change.apply(clip(seed))));
    }
    return out;
  }
}
