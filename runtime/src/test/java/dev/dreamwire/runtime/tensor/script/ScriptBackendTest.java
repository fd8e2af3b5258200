package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.runtime.backend.BackendCheck;
import dev.dreamwire.runtime.tensor.OpCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptBackendTest {
  @ParameterizedTest
  @EnumSource(OpCase.class)
  void anOperationGivesWhatItsDefinitionSays(OpCase op) {
    BackendCheck.assertAsDefined(new ScriptBackend(), op);
  }
}
