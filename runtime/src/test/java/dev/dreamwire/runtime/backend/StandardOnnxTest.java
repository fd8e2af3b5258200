package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import dev.dreamwire.runtime.tensor.OpCase;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import dev.dreamwire.runtime.tensor.onnx.OnnxOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Graphs for others than ONNX Runtime use only what the standard defines. */
class StandardOnnxTest {
  @ParameterizedTest
  @EnumSource(OpCase.class)
  void anOperationGivesWhatItsDefinitionSays(OpCase op) {
    BackendCheck.assertAsDefined(new Standard(), op);
  }

  private static final class Standard implements Backend {
    @Override
    public String id() {
      return "standard";
    }

    @Override
    public Executable compile(Program program, CompileOptions options) {
      OnnxModel model =
          OnnxModel.write(
              program.name(),
              program.inputs(),
              program.body(),
              program.weights(),
              OnnxOptions.standard());
      try {
        return new OrtExecutable(
            program.name(),
            OrtSessions.open(model, options.threads(), null),
            program.inputs(),
            model.outputs(),
            null);
      } catch (OrtException e) {
        throw new BackendException(e.getMessage(), e);
      }
    }
  }
}
