package dev.dreamwire.runtime.tensor.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostOpsTest {
  private final CostOps ops = new CostOps();

  /** Counted by hand: one block with both halves, one frame of 6 tokens, width 8, 2 heads. */
  @Test
  void theProductsOfATransformerAreWhatAHandCounts() {
    DitConfig config =
        new DitConfig(4, 4, 6, 2, 8, 1, 2, 1, 5, 4, 10, false, Prediction.V, false, false);
    new SpaceTimeDit(config, "")
        .forward(ops, Shape.of(1, 1, 4, 4, 6), Shape.of(1, 1), Shape.of(1, 1, 5));
    long tokens = 6;
    long d = 8;
    long patches = 2 * tokens * d * 16;
    long condition = 2 * (256 * d + d * d + 5 * d);
    long modulation = 2 * (2 * 6 * d * d + 2 * d * d);
    long linears = 2 * 2 * tokens * (3 * d * d + d * d + 4 * d * d + 4 * d * d);
    long spaceAttention = 2 * 2 * tokens * tokens * d;
    long timeAttention = 2 * 2 * tokens * 1 * d;
    long last = 2 * tokens * d * 16;
    assertEquals(
        patches + condition + modulation + linears + spaceAttention + timeAttention + last,
        ops.total().productFlops());
  }

  @Test
  void theProductsOfAConvolutionAreWhatAHandCounts() {
    Shape out = ops.conv2d(Shape.of(2, 3, 8, 6), Shape.of(5, 3, 3, 3), Shape.of(5), 2, 1);
    assertEquals(Shape.of(2, 5, 4, 3), out);
    long places = 2 * 4 * 3;
    assertEquals(2 * places * 5 * 3 * 3 * 3, ops.total().productFlops());
    assertEquals(places * 5, ops.total().otherFlops());
  }

  @Test
  void parametersAreCountedOnceHoweverOftenTheyAreRead() {
    WeightSpec spec = new WeightSpec("w", Shape.of(4, 3), Init.XAVIER);
    ops.linear(Shape.of(2, 3), ops.weight(spec), null);
    ops.linear(Shape.of(2, 3), ops.weight(spec), null);
    assertEquals(12, ops.total().parameters());
    assertEquals(2 * 2 * 2 * 4 * 3, ops.total().productFlops());
    assertEquals(List.of(spec), ops.weights());
  }

  @Test
  void costsAreToldByPart() {
    ops.section("a");
    ops.add(Shape.of(10), Shape.of(10));
    ops.section("b");
    ops.matmul(Shape.of(2, 3), Shape.of(3, 4));
    ops.section("a");
    ops.neg(Shape.of(5));
    assertEquals(15, ops.sections().get("a").otherFlops());
    assertEquals(48, ops.sections().get("b").productFlops());
    assertEquals(63, ops.total().flops());
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothShapes() {
    refused(() -> ops.add(Shape.of(2, 3), Shape.of(4)), "[2, 3]", "[4]");
    refused(() -> ops.matmul(Shape.of(2, 3), Shape.of(2, 3)), "[2, 3]");
    refused(() -> ops.linear(Shape.of(2, 3), Shape.of(4, 5), null), "[4, 5]", "[2, 3]");
    refused(
        () -> ops.conv2d(Shape.of(1, 4, 5, 5), Shape.of(2, 3, 3, 3), Shape.of(2), 1, 1),
        "[1, 4, 5, 5]",
        "[2, 3, 3, 3]");
    refused(() -> ops.reshape(Shape.of(2, 3), Shape.of(7)), "[2, 3]", "[7]");
    refused(() -> ops.slice(Shape.of(2, 3), 1, 2, 5), "2..5", "[2, 3]");
    refused(() -> ops.concat(0, List.of(Shape.of(2, 3), Shape.of(2, 4))), "[2, 4]", "[2, 3]");
    refused(() -> ops.transpose(Shape.of(2, 3), 0, 0), "[0, 0]");
    refused(() -> ops.broadcast(Shape.of(2, 3), Shape.of(2, 4)), "[2, 3]", "[2, 4]");
    ops.weight(new WeightSpec("w", Shape.of(2), Init.ZEROS));
    refused(() -> ops.weight(new WeightSpec("w", Shape.of(3), Init.ZEROS)), "w", "[2]", "[3]");
  }

  private static void refused(Runnable wrong, String... said) {
    String message = assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    for (String part : said) {
      assertTrue(message.contains(part), message);
    }
  }
}
