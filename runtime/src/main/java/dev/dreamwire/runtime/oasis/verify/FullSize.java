package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.ModelWeights;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.oasis.HashTensors;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.tensor.TensorFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models in the size that was released, with regenerated weights, at some positions of each
 * output: {@code full_size_summary.safetensors}. Needs about 8 GB of memory.
 */
final class FullSize {
  private static final String SEED = "F:";
  private static final float VARIANCE_ONE = (float) Math.sqrt(3);
  private static final int[] TIMESTEPS = {14, 699};
  private static final List<Integer> BLOCKS = List.of(0, 7, 15);
  private static final int NORMS_A_BLOCK = 4;

  private FullSize() {}

  /** A case, and the names of the outputs that are looked at. */
  record Part(Case work, List<String> tensors) {}

  static List<Part> of() {
    ReferenceConfig config = ReferenceConfig.oasis500m();
    return List.of(transformer(config.dit()), encoder(config.vae()), decoder(config.vae()));
  }

  /**
   * Compares an output at the golden positions, and its mean, deviation, norm and largest value.
   *
   * @param values the whole output, row-major
   */
  static List<Outcome> compare(GoldenFile file, String reading, String tensor, float[] values) {
    List<Outcome> out = new ArrayList<>();
    double[] index = file.get(tensor + ".index").values();
    Numbers stats = file.get(tensor + ".stats");
    float[] at = new float[index.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = values[(int) index[i]];
    }
    String name = file.name() + "." + tensor;
    out.add(
        Outcome.of(
            reading, name + ".value", Numbers.of(at), file.get(tensor + ".value"), Limit.MODEL));
    out.add(
        Outcome.of(
            reading,
            name + ".stats",
            new Numbers(stats.shape(), stats(values)),
            stats,
            Limit.MODEL));
    return out;
  }

  private static double[] stats(float[] values) {
    double sum = 0;
    double squares = 0;
    double greatest = 0;
    for (float v : values) {
      sum += v;
      squares += (double) v * v;
      greatest = Math.max(greatest, Math.abs(v));
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    return new double[] {values.length, mean, deviation, Math.sqrt(squares), greatest};
  }

  private static Part transformer(DitConfig config) {
    SpaceTimeDit dit = new SpaceTimeDit(config, "");
    Shape x = config.latentShape().prepend(1, TIMESTEPS.length);
    Shape actions = Shape.of(1, TIMESTEPS.length, config.actions());
    List<String> tensors = new ArrayList<>(List.of("dit.out"));
    BLOCKS.forEach(b -> tensors.add("dit.block." + b));
    Case work =
        Case.of("dit", HashTensors.weights(SEED + "dit.", ModelWeights.of(dit)))
            .in(
                "x",
                Numbers.of(x, HashTensors.input(SEED + "in.full.x", (int) x.count(), VARIANCE_ONE)))
            .in("t", Numbers.of(Shape.of(1, TIMESTEPS.length), TIMESTEPS[0], TIMESTEPS[1]))
            .in(
                "actions",
                Numbers.of(
                    actions, HashTensors.actions(SEED + "in.full.actions", TIMESTEPS.length)))
            .body(
                new TensorFunction() {
                  @Override
                  public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                    Observed<T> seen = new Observed<>(ops);
                    Map<String, T> out = new LinkedHashMap<>();
                    out.put(
                        "dit.out", dit.forward(seen, in.get("x"), in.get("t"), in.get("actions")));
                    BLOCKS.forEach(
                        b -> out.put("dit.block." + b, seen.norm(NORMS_A_BLOCK * (b + 1)).in()));
                    return out;
                  }
                });
    return new Part(work, tensors);
  }

  private static Part encoder(AutoencoderConfig config) {
    VitAutoencoder vae = new VitAutoencoder(config, "");
    Shape bytes = Shape.of(1, config.height(), config.width(), 3);
    int[] image = HashTensors.bytes(SEED + "in.full.image", (int) bytes.count());
    double[] wide = java.util.Arrays.stream(image).asDoubleStream().toArray();
    Case work =
        Case.of("vae", HashTensors.weights(SEED + "vae.", ModelWeights.of(vae)))
            .in("bytes", new Numbers(bytes, wide))
            .body(
                new TensorFunction() {
                  @Override
                  public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                    Observed<T> seen = new Observed<>(ops);
                    T latent = vae.encodeRaw(seen, Rgb.picture(ops, in.get("bytes")));
                    T moments = seen.layer("quant_conv").out();
                    int channels = config.channels();
                    T said = ops.slice(moments, -1, channels, 2L * channels);
                    Map<String, T> out = new LinkedHashMap<>();
                    out.put("vae.mean", ops.slice(moments, -1, 0, channels));
                    out.put("vae.logvar", ops.clamp(said, -30, 20));
                    out.put("vae.decoded", vae.decodeRaw(ops, latent));
                    return out;
                  }
                });
    return new Part(work, List.of("vae.mean", "vae.logvar", "vae.decoded"));
  }

  private static Part decoder(AutoencoderConfig config) {
    VitAutoencoder vae = new VitAutoencoder(config, "");
    Shape tokens = Shape.of(1, (long) config.rows() * config.columns(), config.channels());
    Case work =
        Case.of("vae", HashTensors.weights(SEED + "vae.", ModelWeights.of(vae)))
            .in(
                "z",
                Numbers.of(
                    tokens,
                    HashTensors.input(SEED + "in.full.z", (int) tokens.count(), VARIANCE_ONE * 8)))
            .body(
                new TensorFunction() {
                  @Override
                  public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                    T latent = AutoencoderCases.latent(ops, in.get("z"), vae);
                    return Map.of("vae.decoded_z", vae.decodeRaw(ops, latent));
                  }
                });
    return new Part(work, List.of("vae.decoded_z"));
  }
}
