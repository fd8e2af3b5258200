package dev.dreamwire.runtime.backend;

/**
 * How to compile.
 *
 * @param precision of weights and products
 * @param threads for the products of one program
 * @param profile whether the executable also measures the time of its parts
 */
public record CompileOptions(Precision precision, int threads, boolean profile) {
  /** Number formats of the large products. */
  public enum Precision {
    F32,
    /** 8-bit weights and activations quantised as they come; everything else stays f32. */
    INT8
  }

  public static final CompileOptions DEFAULT = new CompileOptions(Precision.F32, 1, false);
}
