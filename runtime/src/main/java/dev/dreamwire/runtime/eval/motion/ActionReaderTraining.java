package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.model.InverseDynamicsNet;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * Trains an {@link ActionReader} on true play, and keeps it in a file: the next evaluation of the
 * same seed, size and steps takes it from there.
 */
public final class ActionReaderTraining {
  private static final int BATCH = 32;
  private static final float RATE = 2e-3f;
  private static final double WARM_UP = 0.05;
  private static final double MOST_NOISE = 0.06;
  private static final TrainStep.Options OPTIMISER =
      new TrainStep.Options(0.9f, 0.98f, 0.02f, 1f, 0.995f, false, 1, 1);

  private final int width;
  private final int height;
  private final int steps;
  private final long seed;
  private final String decoder;
  private final MotionInput input;
  private final InverseDynamicsNet net;

  /**
   * A training that has not begun.
   *
   * @param width of the frames, {@link GreyClip#width}
   * @param height of the frames
   * @param steps of {@value #BATCH} samples
   * @param seed of weights, samples and noise
   * @param decoder a name for the autoencoder that gave back some of the frames
   */
  public ActionReaderTraining(int width, int height, int steps, long seed, String decoder) {
    this.width = width;
    this.height = height;
    this.steps = steps;
    this.seed = seed;
    this.decoder = decoder;
    this.input = new MotionInput(width, height);
    this.net = new InverseDynamicsNet(input.cells(), MotionInput.FEATURES, Factor.allClasses());
  }

  /** Where the network of this training is kept in a folder. */
  public Path file(Path folder) {
    return folder.resolve(
        "inverse-dynamics-%dx%d-%d-%d-%s.safetensors"
            .formatted(width, height, steps, seed, decoder));
  }

  /**
   * The network of a file that an earlier run left.
   *
   * @throws IOException if it is no such file
   */
  public ActionReader open(Path file, Backend backend, CompileOptions options) throws IOException {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      // The values must outlive the mapped file.
      Map<String, TensorData> values = new LinkedHashMap<>();
      for (String name : open.weights().names()) {
        TensorData data = open.weights().get(name);
        values.put(name, TensorData.of(data.shape(), data.toFloats()));
      }
      return new ActionReader(input, net, Weights.of(values), backend, options);
    }
  }

  /**
   * Trains a network and writes it.
   *
   * @param clips true play, also as an autoencoder gives it back
   * @param progress is told the share that is done
   * @throws IOException if the file cannot be written
   */
  public void train(
      List<Labelled> clips, TrainStep.Compiler compiler, Path file, DoubleConsumer progress)
      throws IOException {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("x", Shape.of(BATCH, net.cells(), net.features()));
    shapes.put("y", Shape.of(BATCH, net.classes()));
    float[] weights = weights(clips);
    Random random = new Random(seed);
    try (TrainStep step = compiler.compile(new InverseDynamicsLoss(net), shapes, OPTIMISER, seed)) {
      for (int i = 0; i < steps; i++) {
        step.step(batch(clips, weights, random), rate((double) i / steps));
        progress.accept((i + 1.0) / steps);
      }
      write(step.averaged(), file);
    }
  }

  private static void write(Weights weights, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafetensorsWriter.write(file, weights, DType.F32, Map.of("dreamwire.kind", "inverse-dynamics"));
  }

  /** Up for a while, then down along a cosine. */
  private static float rate(double share) {
    double warm = Math.min(1, share / WARM_UP);
    return (float) (RATE * warm * 0.5 * (1 + Math.cos(Math.PI * share)));
  }

  /** Rare classes count more: by the root of how much rarer they are than their factor's mean. */
  private static float[] weights(List<Labelled> clips) {
    double[] counts = new double[Factor.allClasses()];
    for (Labelled clip : clips) {
      for (int frame = 1; frame <= clip.steps(); frame++) {
        for (Factor factor : Factor.values()) {
          int label = clip.label(factor, frame);
          if (label != Factor.UNTOLD) {
            counts[factor.offset() + label]++;
          }
        }
      }
    }
    float[] out = new float[counts.length];
    for (Factor factor : Factor.values()) {
      double all = 0;
      for (int i = 0; i < factor.classes().size(); i++) {
        all += counts[factor.offset() + i];
      }
      for (int i = 0; i < factor.classes().size(); i++) {
        double fair = all / factor.classes().size();
        int at = factor.offset() + i;
        out[at] = counts[at] == 0 ? 0 : (float) Math.sqrt(fair / counts[at]);
      }
    }
    return out;
  }

  private Map<String, float[]> batch(List<Labelled> clips, float[] weights, Random random) {
    float[] x = new float[BATCH * input.size()];
    float[] y = new float[BATCH * net.classes()];
    for (int i = 0; i < BATCH; i++) {
      Labelled clip = clips.get(random.nextInt(clips.size()));
      int frame = 1 + random.nextInt(clip.steps());
      double noise = random.nextBoolean() ? 0 : random.nextDouble() * MOST_NOISE;
      List<float[]> frames = clip.clip().frames();
      input.write(
          noised(frames.get(frame - 1), noise, random),
          noised(frames.get(frame), noise, random),
          noised(frames.get(frame + 1), noise, random),
          x,
          i * input.size());
      for (Factor factor : Factor.values()) {
        int label = clip.label(factor, frame);
        if (label != Factor.UNTOLD) {
          int at = factor.offset() + label;
          y[i * net.classes() + at] = weights[at];
        }
      }
    }
    return Map.of("x", x, "y", y);
  }

  private static float[] noised(float[] frame, double noise, Random random) {
    if (noise == 0) {
      return frame;
    }
    float[] out = frame.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += (float) (random.nextGaussian() * noise);
    }
    return out;
  }
}
