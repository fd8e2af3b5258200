package dev.dreamwire.runtime.backend;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a program once. */
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

  public static float[] values(FloatBuffer buffer) {
    float[] out = new float[buffer.limit()];
    buffer.get(0, out);
    return out;
  }
}
