package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A piece of tensor mathematics that a backend can compile: static shapes, named inputs, weights.
 *
 * @param name for people and files
 * @param inputs shapes of the inputs by name; all are 32-bit floats
 * @param body what is computed; its output names and shapes follow from it
 * @param weights values of every weight that the body asks for
 */
public record Program(
    String name, Map<String, Shape> inputs, TensorFunction body, Weights weights) {
  public Program {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }
}
