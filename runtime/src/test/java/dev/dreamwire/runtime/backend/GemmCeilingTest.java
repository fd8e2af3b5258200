package dev.dreamwire.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.backend.GemmCeiling.Product;
import dev.dreamwire.runtime.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GemmCeilingTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void aSpeedIsOperationsOverTime(Precision precision) {
    Product product = new Product(16, 64, 128);
    assertEquals(262_144, product.flops());
    double speed =
        new GemmCeiling(new CpuBackend()).measure(product, new CompileOptions(precision, 1, false));
    assertTrue(speed > 0 && speed < 1e5, "GFLOP/s: " + speed);
  }
}
