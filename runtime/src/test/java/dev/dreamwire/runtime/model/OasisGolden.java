package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What open-oasis computes for tiny models; see {@code golden/oasis/README.md}. */
final class OasisGolden {
  static final DitConfig DIT =
      new DitConfig(4, 4, 6, 2, 64, 2, 4, 1, 25, 6, 256, false, Prediction.V, false, false);

  private static final float SCALE = 0.07843137255f;

  /**
   * Oasis multiplies the latent mean by a constant, which is a standard deviation of its inverse.
   */
  static final AutoencoderConfig VAE =
      new AutoencoderConfig(
          24,
          16,
          4,
          4,
          32,
          2,
          2,
          2,
          AutoencoderConfig.Bottleneck.GAUSSIAN,
          false,
          null,
          inverse(4));

  private OasisGolden() {}

  private static float[] inverse(int channels) {
    float[] out = new float[channels];
    java.util.Arrays.fill(out, 1 / SCALE);
    return out;
  }

  /** Weights of a checkpoint; kernels of convolutions become the matrices that they are. */
  static Weights weights(String name) throws IOException {
    Map<String, TensorData> out = new LinkedHashMap<>();
    try (SafetensorsFile file = open(name)) {
      for (String weight : file.weights().names()) {
        TensorData data = file.weights().get(weight);
        Shape s = data.shape();
        Shape flat = s.rank() > 2 ? Shape.of(s.dim(0), s.count() / s.dim(0)) : s;
        out.put(weight, TensorData.of(flat, data.toFloats()));
      }
    }
    return Weights.of(out);
  }

  /** A plain reading with a checkpoint's weights. */
  static PlainOps plain(String checkpoint) throws IOException {
    Weights weights = weights(checkpoint);
    return new PlainOps(spec -> weights.get(spec.name()).toFloats());
  }

  /** One tensor of a golden file. */
  static PlainOps.Array tensor(String name, String tensor) throws IOException {
    try (SafetensorsFile file = open(name)) {
      TensorData data = file.weights().get(tensor);
      return PlainOps.array(data.shape(), numbers(data));
    }
  }

  private static float[] numbers(TensorData data) {
    double[] values = data.toDoubles();
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  private static SafetensorsFile open(String name) throws IOException {
    try {
      return SafetensorsFile.open(
          Path.of(OasisGolden.class.getResource("/golden/oasis/" + name + ".safetensors").toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** ‖a − b‖ / ‖b‖. */
  static double relative(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values against " + b.length);
    }
    double difference = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      difference += (a[i] - b[i]) * (a[i] - b[i]);
      size += b[i] * b[i];
    }
    return Math.sqrt(difference / size);
  }
}
