package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of what a model in training does, for a person to look at. */
final class SampleSheet {
  private static final int FRAMES = 24;
  private static final int ROWS = 4;
  private static final int SHOWN_EVERY = 3;
  private static final double[] TIMESTEPS = new FlowSchedule().timesteps(2);
  private static final float CONTEXT_TIMESTEP = 50;

  private final Backend backend;
  private final CompileOptions options;
  private LatentClips clips;
  private AutoencoderConfig autoencoder;
  private Weights decoder;

  SampleSheet(Backend backend, int threads) {
    this.backend = backend;
    this.options = new CompileOptions(CompileOptions.Precision.F32, threads, false);
  }

  /** Where rollouts start and how they are shown. */
  void rollFrom(LatentClips heldOut, AutoencoderConfig config, Weights weights) {
    clips = heldOut;
    autoencoder = config;
    decoder = weights;
  }

  /** Two rows: pictures, and what the autoencoder makes of them. */
  void reconstructions(Path png, AutoencoderConfig config, Weights weights, List<float[]> pictures) {
    VitAutoencoder model = new VitAutoencoder(config, "");
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("out", model.decode(ops, model.encode(ops, in.get("in"))));
          }
        };
    Sheet sheet = new Sheet(config.width(), config.height(), pictures.size(), 2);
    try (Executable program =
        backend.compile(new Program("reconstruct", Map.of("in", config.imageShape().prepend(1)), body, weights), options)) {
      float[] out = new float[(int) config.imageShape().count()];
      for (int i = 0; i < pictures.size(); i++) {
        program.input("in").put(0, pictures.get(i));
        program.run();
        program.output("out").get(0, out);
        sheet.put(i, 0, pictures.get(i));
        sheet.put(i, 1, out);
      }
    }
    sheet.write(png);
  }

  /** Pairs of rows: what happened, and what is dreamed from the same start with the same actions. */
  void rollouts(Path png, DitConfig config, Weights weights) {
    int window = config.window();
    int length = window - 1 + FRAMES;
    int values = (int) config.latentShape().count();
    Sheet sheet = new Sheet(autoencoder.width(), autoencoder.height(), FRAMES / SHOWN_EVERY, ROWS * 2);
    Random random = new Random(1);
    try (Executable denoiser = backend.compile(denoiser(config, weights), options);
        Executable decode = backend.compile(decoder(), options)) {
      for (int row = 0; row < ROWS; row++) {
        float[] truth = new float[length * values];
        float[] actions = new float[length * config.actions()];
        clips.clip(random, length, truth, 0, actions, 0);
        float[] dream = truth.clone();
        for (int f = window - 1; f < length; f++) {
          dreamFrame(denoiser, config, dream, actions, f, random);
        }
        for (int i = 0; i < FRAMES / SHOWN_EVERY; i++) {
          int at = (window - 1 + i * SHOWN_EVERY) * values;
          sheet.put(i, row * 2, picture(decode, truth, at, values));
          sheet.put(i, row * 2 + 1, picture(decode, dream, at, values));
        }
      }
    }
    sheet.write(png);
  }

  private void dreamFrame(
      Executable denoiser, DitConfig config, float[] dream, float[] actions, int frame, Random random) {
    int window = config.window();
    int values = (int) config.latentShape().count();
    int from = frame - window + 1;
    FlowSchedule schedule = new FlowSchedule();
    float[] x = Gaussian.fill(random, values);
    float[] levels = new float[window];
    Arrays.fill(levels, CONTEXT_TIMESTEP);
    denoiser.input("latents").put(0, dream, from * values, (window - 1) * values);
    denoiser.input("actions").put(0, actions, from * config.actions(), window * config.actions());
    for (int k = 0; k < TIMESTEPS.length; k++) {
      levels[window - 1] = (float) TIMESTEPS[k];
      denoiser.input("latents").put((window - 1) * values, x);
      denoiser.input("levels").put(0, levels);
      denoiser.input("now").put(0, (float) schedule.sigma(TIMESTEPS[k]));
      denoiser.input("next").put(0, k + 1 < TIMESTEPS.length ? (float) schedule.sigma(TIMESTEPS[k + 1]) : 0);
      denoiser.run();
      denoiser.output("x").get(0, x);
    }
    System.arraycopy(x, 0, dream, frame * values, values);
  }

  /** One step of {@link DiffusionSampler#EULER_FLOW} for the last frame of a whole window. */
  private static Program denoiser(DitConfig config, Weights weights) {
    SpaceTimeDit dit = new SpaceTimeDit(config, "");
    int window = config.window();
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            T all = in.get("latents");
            T said = dit.forward(ops, all, in.get("levels"), in.get("actions"));
            T x = ops.slice(all, 1, window - 1, window);
            T prediction = ops.slice(said, 1, window - 1, window);
            // α + σ = 1 on a flow, so x0 follows from each parameterisation by x and σ alone.
            T sigma = in.get("now");
            T alpha = ops.add(ops.neg(sigma), 1);
            T x0 =
                switch (config.prediction()) {
                  case X0 -> prediction;
                  case FLOW -> ops.sub(x, ops.mul(prediction, sigma));
                  case V ->
                      ops.div(
                          ops.sub(ops.mul(x, alpha), ops.mul(prediction, sigma)),
                          ops.add(ops.mul(alpha, alpha), ops.mul(sigma, sigma)));
                  case EPS -> ops.div(ops.sub(x, ops.mul(prediction, sigma)), ops.clamp(alpha, 1e-3f, 1));
                };
            T u = ops.div(ops.sub(x, x0), sigma);
            return Map.of("x", ops.add(x, ops.mul(u, ops.sub(in.get("next"), sigma))));
          }
        };
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("latents", config.latentShape().prepend(1, window));
    inputs.put("levels", Shape.of(1, window));
    inputs.put("actions", Shape.of(1, window, config.actions()));
    inputs.put("now", Shape.of());
    inputs.put("next", Shape.of());
    return new Program("denoise", inputs, body, weights);
  }

  private Program decoder() {
    VitAutoencoder model = new VitAutoencoder(autoencoder, "");
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("image", model.decode(ops, in.get("latent")));
          }
        };
    return new Program("decode", Map.of("latent", autoencoder.latentShape().prepend(1)), body, decoder);
  }

  private float[] picture(Executable decode, float[] latents, int at, int values) {
    decode.input("latent").put(0, latents, at, values);
    decode.run();
    float[] out = new float[(int) autoencoder.imageShape().count()];
    decode.output("image").get(0, out);
    return out;
  }

  /** Pictures in rows and columns, enlarged. */
  private static final class Sheet {
    private static final int SCALE = 2;
    private static final int GAP = 4;
    private final int width;
    private final int height;
    private final BufferedImage image;

    Sheet(int width, int height, int columns, int rows) {
      this.width = width;
      this.height = height;
      this.image =
          new BufferedImage(
              columns * (width * SCALE + GAP), rows * (height * SCALE + GAP), BufferedImage.TYPE_INT_RGB);
    }

    void put(int column, int row, float[] chw) {
      int pixels = width * height;
      for (int y = 0; y < height * SCALE; y++) {
        for (int x = 0; x < width * SCALE; x++) {
          int at = y / SCALE * width + x / SCALE;
          int rgb = 0;
          for (int c = 0; c < 3; c++) {
            rgb = rgb << 8 | Math.clamp(Math.round((chw[c * pixels + at] + 1) * 127.5f), 0, 255);
          }
          image.setRGB(column * (width * SCALE + GAP) + x, row * (height * SCALE + GAP) + y, rgb);
        }
      }
    }

    void write(Path png) {
      try {
        ImageIO.write(image, "png", png.toFile());
      } catch (IOException e) {
        throw new TrainingException("cannot write " + png + ": " + e.getMessage(), e);
      }
    }
  }
}
