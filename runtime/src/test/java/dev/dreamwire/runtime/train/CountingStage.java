package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/** A stage whose loss is a function of the batch's number, and that remembers what it was given. */
final class CountingStage implements Stage {
  final List<Long> batches = new ArrayList<>();
  final List<Float> rates = new ArrayList<>();
  private final LongToDoubleFunction loss;
  private long steps;
  Symptoms symptoms = Symptoms.NONE;
  float heldOutLoss = 1;

  CountingStage(LongToDoubleFunction loss) {
    this.loss = loss;
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public Recipe.Optimiser optimiser() {
    return new Recipe.Optimiser(1, 1, 0, 0.9, 0.9, 0, 1, 0.9);
  }

  @Override
  public Map<String, float[]> batch(long n) {
    return Map.of("n", new float[] {n});
  }

  @Override
  public Map<String, float[]> heldOut() {
    return batch(0);
  }

  @Override
  public int framesPerBatch() {
    return 1;
  }

  @Override
  public void publish(Path folder) throws IOException {
    Files.writeString(folder.resolve("counting.model"), Long.toString(steps));
  }

  @Override
  public Symptoms drawSheet(Path png) {
    try {
      Files.writeString(png, "a picture");
      return symptoms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TrainStep step() {
    return new TrainStep() {
      @Override
      public Map<String, Float> step(Map<String, float[]> batch, float learningRate) {
        long n = (long) batch.get("n")[0];
        float value = (float) loss.applyAsDouble(n);
        batches.add(n);
        rates.add(learningRate);
        if (Float.isFinite(value)) {
          steps++;
        }
        return Map.of("loss", value, "gradientNorm", 1f);
      }

      @Override
      public Map<String, Float> evaluate(Map<String, float[]> batch) {
        return Map.of("loss", heldOutLoss);
      }

      @Override
      public void begin(Weights trained) {}

      @Override
      public long steps() {
        return steps;
      }

      @Override
      public Weights weights() {
        return Weights.none();
      }

      @Override
      public Weights averaged() {
        return Weights.none();
      }

      @Override
      public void save(Path file) {
        try {
          Files.writeString(file, Long.toString(steps));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void restore(Path file) {
        try {
          steps = Long.parseLong(Files.readString(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() {}
    };
  }
}
