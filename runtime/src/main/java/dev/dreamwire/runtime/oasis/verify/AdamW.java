package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay on every weight (Loshchilov &amp; Hutter 2019), in doubles. Used
 * by one thread.
 */
final class AdamW {
  private final double rate;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double decay;
  private final Map<String, double[]> firstMoments = new HashMap<>();
  private final Map<String, double[]> secondMoments = new HashMap<>();
  private int steps;

  AdamW(double rate, double beta1, double beta2, double epsilon, double decay) {
    this.rate = rate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.decay = decay;
  }

  /** The weights after one step; those without a gradient stay. */
  Weights step(Weights weights, Map<String, float[]> gradients) {
    steps++;
    Map<String, TensorData> out = new LinkedHashMap<>();
    for (String name : weights.names()) {
      TensorData data = weights.get(name);
      float[] gradient = gradients.get(name);
      out.put(
          name, gradient == null ? data : TensorData.of(data.shape(), moved(name, data, gradient)));
    }
    return Weights.of(out);
  }

  private float[] moved(String name, TensorData data, float[] gradient) {
    float[] values = data.toFloats();
    double[] m = firstMoments.computeIfAbsent(name, n -> new double[values.length]);
    double[] v = secondMoments.computeIfAbsent(name, n -> new double[values.length]);
    for (int i = 0; i < values.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
      v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
      double mean = m[i] / (1 - Math.pow(beta1, steps));
      double deviation = Math.sqrt(v[i] / (1 - Math.pow(beta2, steps))) + epsilon;
      values[i] = (float) (values[i] * (1 - rate * decay) - rate * mean / deviation);
    }
    return values;
  }
}
