package dev.dreamwire.runtime.backend;

import java.nio.FloatBuffer;
import java.util.Map;

/** Runs a program once. */
final class BackendCheck {
  private BackendCheck() {}

  /** Compiles, feeds, runs, closes; the values of one output. */
  static float[] run(
      Backend backend, CompileOptions options, Program program, Map<String, float[]> fed, String output) {
    try (Executable executable = backend.compile(program, options)) {
      fed.forEach((name, values) -> executable.input(name).put(0, values));
      executable.run();
      return values(executable.output(output));
    }
  }

  static float[] values(FloatBuffer buffer) {
    float[] out = new float[buffer.limit()];
    buffer.get(0, out);
    return out;
  }
}
