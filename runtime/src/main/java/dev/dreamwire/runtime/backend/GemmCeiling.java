package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How fast a backend multiplies matrices on this machine, with nothing around the product: what a
 * model's speed is a share of.
 */
public final class GemmCeiling {
  /** A linear layer over rows. */
  public record Product(int rows, int in, int out) {
    /** Floating-point operations, two for each multiply-add. */
    public long flops() {
      return 2L * rows * in * out;
    }
  }

  /** A large product, and one like those inside of a small transformer. */
  public static final List<Product> PRODUCTS =
      List.of(new Product(1024, 1024, 1024), new Product(64, 192, 768));

  private static final long ENOUGH_NANOS = 200_000_000;
  private static final int FEWEST_RUNS = 5;

  private final Backend backend;

  /** The ceiling of a backend. */
  public GemmCeiling(Backend backend) {
    this.backend = backend;
  }

  /** The highest of all {@link #PRODUCTS}, in GFLOP/s. Takes about half a second. */
  public double highest(CompileOptions options) {
    return PRODUCTS.stream().mapToDouble(p -> measure(p, options)).max().orElseThrow();
  }

  /** One product's speed in GFLOP/s, from its fastest run. */
  public double measure(Product product, CompileOptions options) {
    try (Executable executable = backend.compile(program(product), options)) {
      executable.input("x").put(0, gaussian(product.rows() * product.in()));
      executable.run();
      long fastest = Long.MAX_VALUE;
      long begin = System.nanoTime();
      long now = begin;
      for (int run = 0; run < FEWEST_RUNS || now - begin < ENOUGH_NANOS; run++) {
        executable.run();
        long then = now;
        now = System.nanoTime();
        fastest = Math.min(fastest, now - then);
      }
      return (double) product.flops() / fastest;
    }
  }

  private static Program program(Product product) {
    Shape shape = Shape.of(product.out(), product.in());
    Weights weights =
        Weights.of(Map.of("weight", TensorData.of(shape, gaussian(product.out() * product.in()))));
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
            T weight = ops.weight(new WeightSpec("weight", shape, Init.XAVIER));
            return Map.of("y", ops.linear(inputs.get("x"), weight, null));
          }
        };
    return new Program(
        "matrix product", Map.of("x", Shape.of(product.rows(), product.in())), body, weights);
  }

  private static float[] gaussian(int count) {
    Random random = new Random(count);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
