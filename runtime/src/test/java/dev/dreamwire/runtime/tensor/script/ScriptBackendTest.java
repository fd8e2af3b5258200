package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.tensor.Closeness;
import dev.dreamwire.runtime.tensor.OpCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptBackendTest {
  @ParameterizedTest
  @EnumSource(OpCase.class)
  void anOperationGivesWhatItsDefinitionSays(OpCase op) {
    Program program = new Program(op.name(), OpCase.inputs(), op, OpCase.weights());
    try (Executable executable = new ScriptBackend().compile(program, CompileOptions.DEFAULT)) {
      OpCase.inputs().keySet().forEach(name -> executable.input(name).put(0, OpCase.values(name)));
      executable.run();
      float[] out = new float[(int) executable.outputs().get("out").count()];
      executable.output("out").get(0, out);
      Closeness.assertNear(op.expected().values(), out, 1e-5);
    }
  }
}
