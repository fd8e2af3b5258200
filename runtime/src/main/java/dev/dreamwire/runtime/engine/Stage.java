package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.tensor.cost.Cost;
import java.util.List;
import java.util.Map;

/** A part of a plan that runs as a whole. */
sealed interface Stage {
  /** Whether it runs only until what its frozen nodes keep is made. */
  boolean held();

  /** Watched outputs of its nodes, by {@code node/port}. */
  Map<String, PortRef> watched();

  /** Host nodes, one after another. */
  record Host(List<String> nodes, Map<String, PortRef> watched, boolean held) implements Stage {}

  /**
   * Tensor nodes as one program.
   *
   * @param executable the program, compiled
   * @param inputs where its inputs come from
   * @param values which outputs of nodes it hands out, and under which name
   * @param pushes ring inputs and the outputs that go into them
   * @param probes watched inner values, {@code node/name}, and their outputs
   * @param watched watched outputs of its nodes, which are among the values
   * @param costs of each node
   */
  record Fused(
      Executable executable,
      List<ProgramInput> inputs,
      Map<PortRef, String> values,
      Map<String, String> pushes,
      Map<String, String> probes,
      Map<String, PortRef> watched,
      Map<String, Cost> costs,
      boolean held)
      implements Stage {
    /** An output as it is now. */
    TensorView output(String name) {
      return new TensorView(executable.outputs().get(name), executable.output(name));
    }
  }
}
