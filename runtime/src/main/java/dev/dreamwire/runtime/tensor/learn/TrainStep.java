package dev.dreamwire.runtime.tensor.learn;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.Weights;
import java.nio.file.Path;
import java.util.Map;

/**
 * A compiled training step: forward, gradients, clipping, AdamW and the exponential moving average
 * of the weights in one call. Owned by one thread. Holds native memory until closed.
 */
public interface TrainStep extends AutoCloseable {
  /**
   * Takes one step.
   *
   * @param batch row-major values of every input
   * @param learningRate for this step
   * @return the loss function's scalars, and {@code gradientNorm} before clipping
   */
  Map<String, Float> step(Map<String, float[]> batch, float learningRate);

  /** The loss of a batch under the averaged weights, without taking a step. */
  Map<String, Float> evaluate(Map<String, float[]> batch);

  /**
   * Begins from weights that were trained before, instead of random ones; they are the average too.
   *
   * @throws IllegalArgumentException if one is missing or of another shape
   */
  void begin(Weights trained);

  /** Steps taken since the weights were initialised. */
  long steps();

  /** A copy of the weights as trained. */
  Weights weights();

  /** A copy of the averaged weights (EMA), which are the ones to ship. */
  Weights averaged();

  /** Writes weights, averages and optimiser state, so that {@link #restore} goes on exactly. */
  void save(Path file);

  /** Goes on from a file that {@link #save} wrote. */
  void restore(Path file);

  @Override
  void close();

  /**
   * How to optimise.
   *
   * @param beta1 AdamW
   * @param beta2 AdamW
   * @param weightDecay AdamW, on matrices only
   * @param clipNorm largest norm of all gradients together
   * @param emaDecay of the averaged weights, once many steps were taken
   * @param bf16 whether products run in bfloat16 (weights and optimiser state stay f32)
   * @param threads at work together
   * @param replicas equal parts that a batch is cut into along its first dimension, each computed
   *     by a share of the threads; their gradients are averaged. Several replicas of one thread
   *     waste less than one replica of several threads. The loss must be a mean over that dimension
   */
  record Options(
      float beta1,
      float beta2,
      float weightDecay,
      float clipNorm,
      float emaDecay,
      boolean bf16,
      int threads,
      int replicas) {
    private static final int MOST_REPLICAS = 4;

    /** As many replicas, up to four, as both threads and batch divide into. */
    public static int replicas(int threads, int batch) {
      int n = Math.max(1, Math.min(threads, MOST_REPLICAS));
      while (threads % n != 0 || batch % n != 0) {
        n--;
      }
      return n;
    }
  }

  /** Compiles training steps. */
  interface Compiler {
    /**
     * Compiles a step and initialises the weights.
     *
     * @param inputs shapes of the batch by name
     * @param seed of the initial weights
     */
    TrainStep compile(LossFunction loss, Map<String, Shape> inputs, Options options, long seed);

    /** Whether products in bfloat16 are the faster ones on this machine, by a measurement. */
    boolean isFasterInBfloat16();
  }
}
