package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.WeightSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Weights that depend on nothing but their name: large enough that every part of a model counts.
 */
public final class RandomWeights implements Function<WeightSpec, float[]> {
  @Override
  public float[] apply(WeightSpec spec) {
    Random random = new Random(spec.name().hashCode());
    float[] out = new float[Math.toIntExact(spec.shape().count())];
    double scale = spec.shape().rank() > 1 ? 1 / Math.sqrt(spec.shape().dim(-1)) : 0.1;
    double offset = spec.name().contains("norm") && spec.name().endsWith("weight") ? 1 : 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (offset + random.nextGaussian() * scale);
    }
    return out;
  }

  /** Values of all these weights. */
  public static Weights of(List<WeightSpec> specs) {
    RandomWeights random = new RandomWeights();
    Map<String, TensorData> out = new LinkedHashMap<>();
    for (WeightSpec spec : specs) {
      out.put(spec.name(), TensorData.of(spec.shape(), random.apply(spec)));
    }
    return Weights.of(out);
  }

  /** Gaussian values from a seed. */
  public static float[] gaussian(long seed, int count) {
    Random random = new Random(seed);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
