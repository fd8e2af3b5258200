package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.dreamwire.api.tensor.Shape;

/**
 * Times a product of matrices in both precisions. Processors that have instructions for bfloat16
 * are several times faster in it; without them libtorch is many times slower. Stateless.
 */
final class ProductRace {
  private static final int SIZE = 192;
  private static final int RUNS = 3;

  private static final String PRODUCTS =
      """
        def exact(self: __torch__.Program, A: Tensor, B: Tensor) -> List[Tensor]:
          return [torch.matmul(A, B)]

        def half(self: __torch__.Program, A: Tensor, B: Tensor) -> List[Tensor]:
          return [torch.matmul(torch.to(A, 15), torch.to(B, 15))]
      """;

  private ProductRace() {}

  /** Whether products in bfloat16 are the faster ones on this machine. */
  static boolean isWonByBfloat16() {
    return nanos(true) < nanos(false);
  }

  /** The shortest time that a product takes, ns. */
  static double nanos(boolean half) {
    try (LoadedScript script = LoadedScript.load(ScriptArchive.of(PRODUCTS), 1)) {
      return script.call(() -> best(script, half ? "half" : "exact"));
    }
  }

  private static double best(LoadedScript script, String method) {
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      try (NDManager scope = script.manager().newSubManager()) {
        NDList arguments = new NDList(matrix(scope), matrix(scope));
        long begin = System.nanoTime();
        script.forward(scope, method, arguments, false);
        best = Math.min(best, System.nanoTime() - begin);
      }
    }
    return best;
  }

  private static NDArray matrix(NDManager scope) {
    return LoadedScript.array(scope, Shape.of(SIZE, SIZE), new float[SIZE * SIZE]);
  }
}
