package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.Rotary;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.oasis.BilinearResize;
import dev.dreamwire.runtime.oasis.OasisActions;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the models are made of: {@code primitives.safetensors}. */
final class Primitives {
  private final GoldenFile file;
  private final ReferenceConfig config;
  private final List<Outcome> outcomes = new ArrayList<>();

  private Primitives(GoldenFile file) {
    this.file = file;
    this.config = file.config();
  }

  /** Everything that is plain arithmetic before any program runs. */
  static List<Outcome> plain(GoldenFile file) {
    Primitives checks = new Primitives(file);
    checks.schedule();
    checks.rotary();
    checks.actions();
    checks.resize();
    return checks.outcomes;
  }

  private void check(String tensor, Numbers is, Limit limit) {
    if (file.has(tensor)) {
      outcomes.add(
          Outcome.of(Verification.JAVA, "primitives." + tensor, is, file.get(tensor), limit));
    }
  }

  private void schedule() {
    VarianceSchedule schedule = VarianceSchedule.sigmoid();
    double[] betas = schedule.betas();
    Shape shape = Shape.of(betas.length);
    check("betas_f64", new Numbers(shape, betas), Limit.SCHEDULE);
    double[] narrow = Arrays.stream(betas).map(b -> (float) b).toArray();
    check("betas_f32", new Numbers(shape, narrow), Limit.SCHEDULE);
    check("alphas_cumprod_f32", Numbers.of(schedule.alphasCumprod()), Limit.SCHEDULE);
    for (String name : file.names()) {
      if (name.startsWith("noise_range_")) {
        int steps = Integer.parseInt(name.substring(name.indexOf('.') + 1));
        float[] levels = VarianceSchedule.levels(steps);
        boolean whole = name.startsWith("noise_range_long");
        double[] said = new double[levels.length];
        Arrays.setAll(said, i -> whole ? (int) levels[i] : levels[i]);
        check(name, new Numbers(Shape.of(said.length), said), whole ? Limit.EXACT : Limit.SCHEDULE);
      }
    }
    check("timestep_freqs_256", Numbers.of(SpaceTimeDit.timestepFrequencies()), Limit.SCHEDULE);
  }

  private void rotary() {
    DitConfig dit = config.dit();
    AutoencoderConfig vae = config.vae();
    ReferenceConfig full = ReferenceConfig.oasis500m();
    spatial("dit_spatial", dit);
    temporal("dit_temporal", dit.headSize());
    axial("vae_enc", vae, vae.hidden() / vae.heads());
    axial("vae_dec", vae, vae.decoderHidden() / vae.decoderHeads());
    spatial("full_dit_spatial", full.dit());
    temporal("full_dit_temporal", full.dit().headSize());
    axial("full_vae", full.vae(), full.vae().hidden() / full.vae().heads());
  }

  private void spatial(String name, DitConfig dit) {
    table(
        name,
        dit.rows() / dit.patch(),
        dit.columns() / dit.patch(),
        dit.headSize() / 2,
        dit.spatialMaxFrequency());
  }

  private void axial(String name, AutoencoderConfig vae, int headSize) {
    double most = (double) vae.rows() * vae.columns();
    table(name, vae.rows(), vae.columns(), headSize / 4, most);
  }

  private void table(String name, int rows, int columns, int dim, double maxFrequency) {
    String prefix = "rope." + name + ".";
    check(
        prefix + "base_freqs",
        Numbers.of(Rotary.axialFrequencies(dim, maxFrequency)),
        Limit.SCHEDULE);
    angles(prefix, Rotary.axial(rows, columns, dim, maxFrequency, 2 * dim));
  }

  private void temporal(String name, int features) {
    String prefix = "rope." + name + ".";
    check(prefix + "base_freqs", Numbers.of(Rotary.temporalFrequencies(features)), Limit.SCHEDULE);
    if (file.has(prefix + "angles")) {
      int[] positions = new int[file.shape(prefix + "angles").size(0)];
      Arrays.setAll(positions, i -> i);
      angles(prefix, Rotary.temporal(positions, features));
    }
  }

  private void angles(String prefix, float[][] table) {
    double[] flat =
        Arrays.stream(table)
            .flatMapToDouble(
                row -> {
                  double[] wide = new double[row.length];
                  Arrays.setAll(wide, i -> row[i]);
                  return Arrays.stream(wide);
                })
            .toArray();
    Shape shape = Shape.of(table.length, table[0].length);
    check(prefix + "angles", new Numbers(shape, flat), Limit.SCHEDULE);
    check(
        prefix + "cos",
        new Numbers(shape, Arrays.stream(flat).map(Math::cos).toArray()),
        Limit.SCHEDULE);
    check(
        prefix + "sin",
        new Numbers(shape, Arrays.stream(flat).map(Math::sin).toArray()),
        Limit.SCHEDULE);
  }

  private void actions() {
    if (file.has("actions.raw_buttons")) {
      int[] buttons = file.get("actions.raw_buttons").ints();
      int[] camera = file.get("actions.raw_camera").ints();
      int rows = camera.length / 2;
      int width = buttons.length / rows;
      float[][] vectors = new float[rows][];
      for (int i = 0; i < rows; i++) {
        int[] row = Arrays.copyOfRange(buttons, i * width, (i + 1) * width);
        vectors[i] = OasisActions.vector(row, camera[2 * i], camera[2 * i + 1]);
      }
      check("actions.one_hot", rows(vectors, 0, false), Limit.EXACT);
      check("actions.loaded", rows(vectors, 0, true), Limit.EXACT);
      check("actions.loaded_offset3", rows(vectors, 3, true), Limit.EXACT);
    }
    if (file.has("mouse.degrees")) {
      double[] degrees = file.get("mouse.degrees").values();
      double[] buckets = Arrays.stream(degrees).map(OasisActions::bucket).toArray();
      check("mouse.bucket", new Numbers(Shape.of(buckets.length), buckets), Limit.EXACT);
    }
  }

  /** Recorded vectors, perhaps shifted by the zero action that leads into a prompt's frame. */
  private static Numbers rows(float[][] vectors, int skipped, boolean afterZeros) {
    int first = afterZeros ? 1 : 0;
    int count = vectors.length - skipped + first;
    float[] out = new float[count * OasisActions.COLUMNS];
    for (int i = first; i < count; i++) {
      System.arraycopy(
          vectors[skipped + i - first], 0, out, i * OasisActions.COLUMNS, OasisActions.COLUMNS);
    }
    return Numbers.of(Shape.of(count, OasisActions.COLUMNS), out);
  }

  private void resize() {
    for (String name : List.copyOf(file.names())) {
      if (name.startsWith("resize.") && name.endsWith(".in")) {
        String prefix = name.substring(0, name.length() - 2);
        Shape from = file.shape(name);
        int[] rgb = file.get(name).ints();
        for (boolean antialias : new boolean[] {true, false}) {
          String tensor = prefix + (antialias ? "antialias" : "plain");
          if (file.has(tensor)) {
            Shape to = file.shape(tensor);
            int[] out =
                BilinearResize.resize(
                    rgb, from.size(1), from.size(0), to.size(1), to.size(0), antialias);
            double[] wide = Arrays.stream(out).asDoubleStream().toArray();
            check(tensor, new Numbers(to, wide), Limit.ONE_LEVEL);
          }
        }
      }
    }
  }

  /** Everything that a program computes. */
  static List<Case> cases(GoldenFile file, GoldenSet set) {
    DitConfig dit = file.config().dit();
    AutoencoderConfig vae = file.config().vae();
    int headSize = vae.hidden() / vae.heads();
    List<Case> out = new ArrayList<>();
    out.add(embedding(file, set));
    out.add(activations(file));
    out.add(
        turned(
            file,
            "rope.apply_spatial",
            Rotary.axial(
                dit.rows() / dit.patch(),
                dit.columns() / dit.patch(),
                dit.headSize() / 2,
                dit.spatialMaxFrequency(),
                dit.headSize())));
    out.add(
        turned(
            file,
            "rope.apply_vae_partial",
            Rotary.axial(
                vae.rows(),
                vae.columns(),
                headSize / 4,
                (double) vae.rows() * vae.columns(),
                headSize)));
    int[] positions = new int[file.shape("rope.apply_temporal.in").size(-2)];
    Arrays.setAll(positions, i -> i);
    out.add(turned(file, "rope.apply_temporal", Rotary.temporal(positions, dit.headSize())));
    return out;
  }

  private static Case embedding(GoldenFile file, GoldenSet set) {
    Numbers timesteps = file.get("timesteps");
    SpaceTimeDit dit = GoldenSet.dit(file.config());
    return Case.of("timestep embedding", set.ditWeights())
        .in("t", new Numbers(timesteps.shape().prepend(1), timesteps.values()))
        .wants(file, "timestep_embedding_256", Limit.MODEL)
        .wants(file, "t_embedder_out", Limit.MODEL)
        .body(
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                Observed<T> seen = new Observed<>(ops);
                T said = dit.condition(seen, in.get("t"), null, null);
                Map<String, T> out = new LinkedHashMap<>();
                out.put("primitives.timestep_embedding_256", seen.layer("t_embedder.mlp.0").in());
                out.put("primitives.t_embedder_out", said);
                return out;
              }
            });
  }

  private static Case activations(GoldenFile file) {
    return Case.of("activations", Weights.none())
        .in("x", file.get("act.in"))
        .in("rows", file.get("ln.in"))
        .wants(file, "act.silu", Limit.MODEL)
        .wants(file, "act.gelu_tanh", Limit.MODEL)
        .wants(file, "act.gelu_erf", Limit.MODEL)
        .wants(file, "ln.out_eps1e-6", Limit.MODEL)
        .body(
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                Map<String, T> out = new LinkedHashMap<>();
                out.put("primitives.act.silu", ops.silu(in.get("x")));
                out.put("primitives.act.gelu_tanh", ops.geluTanh(in.get("x")));
                out.put("primitives.act.gelu_erf", ops.geluErf(in.get("x")));
                out.put("primitives.ln.out_eps1e-6", ops.layerNorm(in.get("rows"), 1e-6f));
                return out;
              }
            });
  }

  private static Case turned(GoldenFile file, String name, float[][] angles) {
    Numbers x = file.get(name + ".in");
    Shape flat =
        Shape.of(
            x.shape().count() / angles.length / angles[0].length, angles.length, angles[0].length);
    return Case.of(name, Weights.none())
        .in("x", new Numbers(flat, x.values()))
        .wants(file, name + ".out", Limit.MODEL)
        .body(
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                T out = Rotary.of(ops, angles).rotate(ops, in.get("x"));
                return Map.of("primitives." + name + ".out", out);
              }
            });
  }
}
