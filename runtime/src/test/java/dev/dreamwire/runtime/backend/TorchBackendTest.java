package dev.dreamwire.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.tensor.Closeness;
import dev.dreamwire.runtime.tensor.OpCase;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TorchBackendTest {
  private final Backend backend = new TorchBackend();

  @ParameterizedTest
  @EnumSource(OpCase.class)
  void anOperationGivesWhatItsDefinitionSays(OpCase op) {
    BackendCheck.assertAsDefined(backend, op);
  }

  @Test
  void weightsAreStillThereAtTheNextRun() {
    Program program =
        new Program(
            "linear", OpCase.inputs(), OpCase.LINEAR_WITH_A_COMPUTED_WEIGHT, OpCase.weights());
    try (Executable executable = backend.compile(program, CompileOptions.DEFAULT)) {
      for (int run = 0; run < 3; run++) {
        executable.input("x").put(0, OpCase.values("x"));
        executable.run();
        float[] out = BackendCheck.values(executable.output("out"));
        Closeness.assertNear(OpCase.LINEAR_WITH_A_COMPUTED_WEIGHT.expected().values(), out, 1e-5);
      }
      assertEquals(Map.of(), executable.shares());
    }
  }

  @Test
  void aMissingWeightIsNamed() {
    Program program = new Program("linear", OpCase.inputs(), OpCase.LINEAR, Weights.none());
    String message =
        assertThrows(BackendException.class, () -> backend.compile(program, CompileOptions.DEFAULT))
            .getMessage();
    assertTrue(message.contains("linear.weight"), message);
  }
}
