package dev.dreamwire.runtime.backend;

import dev.dreamwire.runtime.tensor.Closeness;
import dev.dreamwire.runtime.tensor.OpCase;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs programs once. */
public final class BackendCheck {
  private BackendCheck() {}

  /** Compiles, feeds, runs, closes; the values of all outputs. */
  public static Map<String, float[]> run(
      Backend backend, CompileOptions options, Program program, Map<String, float[]> fed) {
    try (Executable executable = backend.compile(program, options)) {
      fed.forEach((name, values) -> executable.input(name).put(0, values));
      executable.run();
      Map<String, float[]> out = new LinkedHashMap<>();
      executable.outputs().keySet().forEach(name -> out.put(name, values(executable.output(name))));
      return out;
    }
  }

  /** Fails if an operation does not give what its definition says. */
  public static void assertAsDefined(Backend backend, OpCase op) {
    Map<String, float[]> fed = new LinkedHashMap<>();
    OpCase.inputs().keySet().forEach(name -> fed.put(name, OpCase.values(name)));
    Program program = new Program(op.name(), OpCase.inputs(), op, OpCase.weights());
    float[] out = run(backend, CompileOptions.DEFAULT, program, fed).get("out");
    Closeness.assertNear(op.expected().values(), out, 1e-5);
  }

  public static float[] values(FloatBuffer buffer) {
    float[] out = new float[buffer.limit()];
    buffer.get(0, out);
    return out;
  }
}
