package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.torch.TorchGradients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses, gradients and three AdamW steps, by libtorch: {@code training.safetensors}. */
final class Training {
  private static final String PREFIX = "training.";

  private final GoldenFile file;
  private final GoldenSet set;
  private final String reading;
  private final List<Outcome> outcomes = new ArrayList<>();

  private Training(GoldenFile file, GoldenSet set, String reading) {
    this.file = file;
    this.set = set;
    this.reading = reading;
  }

  static List<Outcome> check(GoldenFile file, GoldenSet set, String reading) {
    Training training = new Training(file, set, reading);
    training.denoiser();
    training.autoencoder();
    return training.outcomes;
  }

  private void check(String tensor, Numbers is, Limit limit) {
    if (file.has(tensor)) {
      outcomes.add(Outcome.of(reading, PREFIX + tensor, is, file.get(tensor), limit));
    }
  }

  private void denoiser() {
    DenoiserBatch batch = new DenoiserBatch(file, GoldenSet.dit(file.config()));
    check("dit.minsnr_weight", Numbers.of(batch.minSnr()), Limit.SCHEDULE);
    check("dit.fused_snr_weight", Numbers.of(batch.fusedSnr()), Limit.SCHEDULE);
    Weights weights = set.ditWeights();
    AdamW optimiser = new AdamW(1e-3, 0.9, 0.99, 1e-8, 0.01);
    double[] losses = new double[3];
    for (int step = 0; step < losses.length; step++) {
      TorchGradients.Result result =
          TorchGradients.of(batch, batch.shapes(), batch.inputs(), weights);
      losses[step] = result.outputs().get("loss")[0];
      if (step == 0) {
        first(result);
      }
      weights = optimiser.step(weights, result.gradients());
    }
    check("dit.adamw_losses", new Numbers(Shape.of(losses.length), losses), Limit.GRADIENT);
    for (String name : List.copyOf(file.names())) {
      String after = "dit.after3steps.";
      if (name.startsWith(after)) {
        TensorData data = weights.get(name.substring(after.length()));
        check(name, Numbers.of(data.toFloats()), Limit.GRADIENT);
      }
    }
  }

  private void first(TorchGradients.Result result) {
    for (String name : List.of("x_t", "v_target", "pred", "loss", "loss_fused", "loss_minsnr")) {
      check("dit." + name, Numbers.of(result.outputs().get(name)), Limit.MODEL);
    }
    gradients("dit.grad.", result.gradients());
    double squares = 0;
    for (float[] gradient : result.gradients().values()) {
      for (float g : gradient) {
        squares += (double) g * g;
      }
    }
    check("dit.grad_norm", Numbers.scalar(Math.sqrt(squares)), Limit.GRADIENT);
  }

  private void autoencoder() {
    VitAutoencoder vae = GoldenSet.vae(file.config());
    Map<String, Shape> shapes =
        Map.of("x", file.shape("vae.in.x"), "eps", file.shape("vae.in.eps"));
    Map<String, float[]> inputs =
        Map.of("x", file.get("vae.in.x").floats(), "eps", file.get("vae.in.eps").floats());
    TorchGradients.Result result =
        TorchGradients.of(new AutoencoderObjective(vae), shapes, inputs, set.vaeWeights());
    for (String name : List.of("rec", "loss_rec", "kl", "loss")) {
      check("vae." + name, Numbers.of(result.outputs().get(name)), Limit.MODEL);
    }
    gradients("vae.grad.", result.gradients());
  }

  private void gradients(String prefix, Map<String, float[]> gradients) {
    for (String name : List.copyOf(file.names())) {
      if (name.startsWith(prefix)) {
        float[] gradient = gradients.get(name.substring(prefix.length()));
        if (gradient == null) {
          throw new GoldenException(
              "training.safetensors has the gradient "
                  + name
                  + ", but the model has no such weight");
        }
        check(name, Numbers.of(gradient), Limit.GRADIENT);
      }
    }
  }

  /**
   * The denoiser's objective: {@code x_t = √ᾱ·x0 + √(1−ᾱ)·ε}, mean squared error of v, plain and in
   * two weightings.
   */
  private static final class DenoiserBatch implements TensorFunction {
    private static final double SNR_CLIP = 5;
    private static final double DECAY = 0.96;

    private final SpaceTimeDit dit;
    private final Shape latents;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> inputs = new LinkedHashMap<>();
    private final double[] timesteps;
    private final Shape frames;

    DenoiserBatch(GoldenFile file, SpaceTimeDit dit) {
      this.dit = dit;
      this.latents = file.shape("dit.in.x0");
      this.frames = Shape.of(latents.dim(0), latents.dim(1));
      this.timesteps = file.get("dit.in.t").values();
      for (String name : List.of("x0", "eps", "t", "actions")) {
        shapes.put(name, file.shape("dit.in." + name));
        inputs.put(name, file.get("dit.in." + name).floats());
      }
      VarianceSchedule schedule = VarianceSchedule.sigmoid();
      put("alpha", t -> schedule.alpha(t));
      put("sigma", t -> schedule.sigma(t));
      weight("minsnr", minSnr());
      weight("fused", fusedSnr());
    }

    private void put(String name, java.util.function.DoubleUnaryOperator of) {
      float[] values = new float[timesteps.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) of.applyAsDouble(timesteps[i]);
      }
      weight(name, values);
    }

    private void weight(String name, float[] values) {
      shapes.put(name, Shape.of(frames.dim(0), frames.dim(1), 1, 1, 1));
      inputs.put(name, values);
    }

    Map<String, Shape> shapes() {
      return shapes;
    }

    Map<String, float[]> inputs() {
      return inputs;
    }

    private static double snr(double timestep) {
      double alpha = VarianceSchedule.sigmoid().alpha(timestep);
      return alpha * alpha / (1 - alpha * alpha);
    }

    /** {@code min(snr, 5) / (snr + 1)} (Hang et al. 2023, for v). */
    float[] minSnr() {
      float[] out = new float[timesteps.length];
      for (int i = 0; i < out.length; i++) {
        double snr = snr(timesteps[i]);
        out[i] = (float) (Math.min(snr, SNR_CLIP) / (snr + 1));
      }
      return out;
    }

    /** Fused SNR (Chen et al. 2024, Diffusion Forcing, appendix): the past's clarity counts too. */
    float[] fusedSnr() {
      int length = frames.size(1);
      float[] out = new float[timesteps.length];
      double past = 0;
      double kept = 0;
      for (int i = 0; i < out.length; i++) {
        double snr = snr(timesteps[i]);
        double clipped = Math.min(snr, SNR_CLIP) / SNR_CLIP;
        boolean first = i % length == 0;
        past = first ? 0 : kept;
        kept = first ? clipped : DECAY * kept + (1 - DECAY) * clipped;
        double fusedClipped = 1 - (1 - past * DECAY) * (1 - clipped);
        double fused = 1 - (1 - past * DECAY) * (1 - snr / SNR_CLIP);
        out[i] = (float) (fusedClipped * SNR_CLIP / (fused * SNR_CLIP + 1));
      }
      return out;
    }

    @Override
    public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
      T alpha = in.get("alpha");
      T sigma = in.get("sigma");
      T noisy = ops.add(ops.mul(in.get("x0"), alpha), ops.mul(in.get("eps"), sigma));
      T target = Prediction.V.target(ops, in.get("x0"), in.get("eps"), alpha, sigma);
      T said = dit.forward(ops, noisy, in.get("t"), in.get("actions"));
      T error = ops.sub(said, target);
      T squares = ops.mul(error, error);
      Map<String, T> out = new LinkedHashMap<>();
      out.put("x_t", noisy);
      out.put("v_target", target);
      out.put("pred", said);
      out.put("loss", mean(ops, squares));
      out.put("loss_fused", mean(ops, ops.mul(squares, in.get("fused"))));
      out.put("loss_minsnr", mean(ops, ops.mul(squares, in.get("minsnr"))));
      return out;
    }

    private static <T> T mean(Ops<T> ops, T x) {
      return ops.mean(x, false, 0, 1, 2, 3, 4);
    }
  }

  /** {@code mean((rec−x)²) + 1e-3·kl}, with the log-variance an eighth of what is said. */
  private record AutoencoderObjective(VitAutoencoder vae) implements TensorFunction {
    @Override
    public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
      AutoencoderConfig config = vae.config();
      Observed<T> seen = new Observed<>(ops);
      vae.encodeRaw(seen, in.get("x"));
      T moments = seen.layer("quant_conv").out();
      T mean = ops.slice(moments, -1, 0, config.channels());
      T said = ops.slice(moments, -1, config.channels(), 2L * config.channels());
      T logvar = ops.mul(ops.clamp(said, -30, 20), 1 / 8f);
      T z = ops.add(mean, ops.mul(ops.exp(ops.mul(logvar, 0.5f)), in.get("eps")));
      T rec = vae.decodeRaw(ops, AutoencoderCases.latent(ops, z, vae));
      T error = ops.sub(rec, in.get("x"));
      T reconstruction = ops.mean(ops.mul(error, error), false, 0, 1, 2, 3);
      T spread = ops.add(ops.sub(ops.add(ops.mul(mean, mean), ops.exp(logvar)), logvar), -1);
      T kl = ops.mul(ops.mean(spread, false, 0, 1, 2), 0.5f);
      Map<String, T> out = new LinkedHashMap<>();
      out.put("rec", rec);
      out.put("loss_rec", reconstruction);
      out.put("kl", kl);
      out.put("loss", ops.add(reconstruction, ops.mul(kl, 1e-3f)));
      return out;
    }
  }
}
