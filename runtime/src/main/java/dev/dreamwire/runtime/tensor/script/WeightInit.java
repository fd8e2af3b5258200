package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.WeightSpec;
import java.util.Arrays;
import java.util.Random;

/** Starting values of weights, the same for a seed on every machine. */
final class WeightInit {
  private WeightInit() {}

  /** Row-major values of a fresh weight. */
  static float[] values(WeightSpec spec, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + spec.name().hashCode());
    float[] out = new float[Math.toIntExact(spec.shape().count())];
    switch (spec.init()) {
      case Init.Constant constant -> Arrays.fill(out, constant.value());
      case Init.Normal normal -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = (float) (random.nextGaussian() * normal.std());
        }
      }
      case Init.XavierUniform ignored -> {
        long fanOut = spec.shape().dim(0);
        long fanIn = spec.shape().count() / fanOut;
        double limit = Math.sqrt(6.0 / (fanIn + fanOut));
        for (int i = 0; i < out.length; i++) {
          out[i] = (float) ((random.nextDouble() * 2 - 1) * limit);
        }
      }
    }
    return out;
  }
}
