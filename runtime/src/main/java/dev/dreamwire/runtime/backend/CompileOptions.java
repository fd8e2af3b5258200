package dev.dreamwire.runtime.backend;

import dev.dreamwire.runtime.tensor.Precision;

/**
 * How to compile.
 *
 * @param precision of weights and products, for weights that ask for none of their own
 * @param threads for the products of one program
 * @param profile whether the executable also measures the time of its parts
 */
public record CompileOptions(Precision precision, int threads, boolean profile) {
  public static final CompileOptions DEFAULT = new CompileOptions(Precision.F32, 1, false);
}
