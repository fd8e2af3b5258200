package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
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
 * Whole games, frame after frame, each window recomputed at every step as the reference does:
 * {@code rollouts.safetensors}. A game without {@code t_pairs} is of the earlier sampler, which
 * shows the past with fresh noise at every step.
 */
final class RolloutCases {
  /** Largest noise (open-oasis, generate.py, {@code noise_abs_max}). */
  private static final float MOST_NOISE = 20;

  /** Level that the past is said to have ({@code stabilization_level − 1}). */
  private static final float PAST_LEVEL = 14;

  private static final int EARLIER_STEPS = 10;

  private final GoldenFile file;
  private final GoldenSet set;
  private final ReferenceConfig config;
  private final SpaceTimeDit dit;
  private final VitAutoencoder vae;
  private final VarianceSchedule schedule = VarianceSchedule.sigmoid();

  private RolloutCases(GoldenFile file, GoldenSet set) {
    this.file = file;
    this.set = set;
    this.config = file.config();
    this.dit = GoldenSet.dit(config);
    this.vae = GoldenSet.vae(config);
  }

  static List<Case> of(GoldenFile file, GoldenSet set) {
    RolloutCases cases = new RolloutCases(file, set);
    List<Case> out = new ArrayList<>();
    tags(file).forEach(tag -> out.addAll(cases.rollout(tag)));
    return out;
  }

  /** The timesteps of every step: plain numbers that no backend computes. */
  static List<Outcome> timesteps(GoldenFile file) {
    List<Outcome> out = new ArrayList<>();
    for (String tag : tags(file)) {
      if (file.has(tag + ".t_pairs")) {
        Numbers golden = file.get(tag + ".t_pairs");
        int made = made(file, tag);
        int steps = golden.shape().size(0) / made;
        double[] timesteps = VarianceSchedule.sigmoid().timesteps(steps);
        double[] pairs = new double[2 * steps * made];
        for (int i = 0; i < steps * made; i++) {
          int step = i % steps;
          pairs[2 * i] = timesteps[step];
          // The last step has no next level; the reference repeats the current one.
          pairs[2 * i + 1] = timesteps[Math.min(step + 1, steps - 1)];
        }
        out.add(
            Outcome.of(
                Verification.JAVA,
                "rollouts." + tag + ".t_pairs",
                new Numbers(golden.shape(), pairs),
                golden,
                Limit.EXACT));
      }
    }
    return out;
  }

  private static List<String> tags(GoldenFile file) {
    String end = ".latents";
    return file.names().stream()
        .filter(n -> n.endsWith(end))
        .map(n -> n.substring(0, n.length() - end.length()))
        .toList();
  }

  private static int made(GoldenFile file, String tag) {
    return file.shape(tag + ".latents").size(1) - file.shape(tag + ".prompt_latent").size(1);
  }

  private List<Case> rollout(String tag) {
    String prefix = "rollouts." + tag + ".";
    boolean earlier = !file.has(tag + ".t_pairs");
    int prompt = file.shape(tag + ".prompt_latent").size(1);
    int frames = file.shape(tag + ".latents").size(1);
    int steps = earlier ? EARLIER_STEPS : file.shape(tag + ".t_pairs").size(0) / (frames - prompt);
    Case.Builder game =
        Case.of(prefix + "latents", set.ditWeights())
            .in("prompt", file.get(tag + ".prompt_latent"))
            .in("noise", file.get(tag + ".noise"))
            .in("actions", file.get(tag + ".actions"))
            .wants(file, tag + ".latents", Limit.ROLLOUT)
            .wants(file, tag + ".step_v", Limit.ROLLOUT)
            .wants(file, tag + ".step_x", Limit.ROLLOUT);
    Game recipe = new Game(tag, prompt, frames, steps, earlier);
    List<Case> out = new ArrayList<>();
    out.add(
        game.body(
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                return play(ops, in, recipe, prefix);
              }
            }));
    out.add(pictures(tag, prefix));
    return out;
  }

  /** Pictures to prompt latents, and golden latents to pictures. */
  private Case pictures(String tag, String prefix) {
    Numbers latents = file.get(tag + ".latents");
    Case.Builder builder =
        Case.of(prefix + "pictures", set.vaeWeights())
            .in("bytes", file.get(tag + ".image_u8"))
            .in("latents", latents)
            .wants(file, tag + ".prompt_latent", Limit.MODEL)
            .wants(file, tag + ".frames_u8", Limit.ONE_LEVEL);
    return builder.body(
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            Map<String, T> out = new LinkedHashMap<>();
            out.put(prefix + "prompt_latent", vae.encode(ops, Rgb.picture(ops, in.get("bytes"))));
            Shape batch = vae.config().latentShape().prepend(latents.shape().dim(1));
            out.put(
                prefix + "frames_u8",
                Rgb.bytes(ops, vae.decode(ops, ops.reshape(in.get("latents"), batch))));
            return out;
          }
        });
  }

  /** How a game is made. */
  private record Game(String tag, int prompt, int frames, int steps, boolean earlier) {}

  private <T> Map<String, T> play(Ops<T> ops, Map<String, T> in, Game game, String prefix) {
    double[] timesteps = schedule.timesteps(game.steps());
    List<T> said = new ArrayList<>();
    List<T> stepped = new ArrayList<>();
    T latents = in.get("prompt");
    for (int i = game.prompt(); i < game.frames(); i++) {
      int frame = i;
      int start = Math.max(0, i + 1 - config.dit().window());
      T past = ops.slice(latents, 1, start, i);
      T actions = ops.slice(in.get("actions"), 1, start, i + 1);
      T noise = ops.slice(in.get("noise"), 1, i - game.prompt(), i - game.prompt() + 1);
      T made =
          DiffusionSampler.DDIM.sample(
              ops,
              schedule,
              Prediction.V,
              timesteps,
              ops.clamp(noise, -MOST_NOISE, MOST_NOISE),
              (step, x) -> {
                if (step > 0) {
                  stepped.add(x);
                }
                T v = step(ops, game, frame, step, past, x, actions, timesteps);
                said.add(v);
                return v;
              },
              (step, x, x0) -> {});
      stepped.add(made);
      latents = ops.concat(1, List.of(latents, made));
    }
    Map<String, T> out = new LinkedHashMap<>();
    out.put(prefix + "latents", latents);
    out.put(prefix + "step_v", ops.concat(1, said));
    out.put(prefix + "step_x", ops.concat(1, stepped));
    return out;
  }

  private <T> T step(
      Ops<T> ops, Game game, int frame, int step, T past, T x, T actions, double[] timesteps) {
    int length = ops.shape(past).size(1);
    float[] levels = new float[length + 1];
    T shown = past;
    java.util.Arrays.fill(levels, PAST_LEVEL);
    if (game.earlier()) {
      int countdown = game.steps() - step;
      int level = Math.min(countdown, game.steps() / 10 * 3);
      double timestep = (int) VarianceSchedule.levels(game.steps())[level];
      java.util.Arrays.fill(levels, (float) timestep);
      shown = noised(ops, past, frame, countdown, timestep);
    }
    levels[length] = (float) timesteps[step];
    T v =
        dit.forward(
            ops,
            ops.concat(1, List.of(shown, x)),
            ops.constant(Shape.of(1, length + 1), levels),
            actions);
    return ops.slice(v, 1, length, length + 1L);
  }

  private <T> T noised(Ops<T> ops, T past, int frame, int countdown, double timestep) {
    Shape shape = ops.shape(past);
    String key = config.seed() + ":in.roll.dynamic.ctx." + frame + "." + countdown;
    float[] noise = HashTensors.input(key, (int) shape.count(), (float) Math.sqrt(3));
    return ops.add(
        ops.mul(past, (float) schedule.alpha(timestep)),
        ops.mul(ops.constant(shape, noise), (float) schedule.sigma(timestep)));
  }
}
