package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A piece of mathematics, what it is fed, and what the reference computed from the same.
 *
 * @param name for people
 * @param inputs values by the body's own names
 * @param body its outputs carry the names of {@code golden}
 * @param weights that it asks for
 * @param golden wanted values by the full name of the tensor
 * @param limits of each golden tensor
 */
record Case(
    String name,
    Map<String, Numbers> inputs,
    TensorFunction body,
    Weights weights,
    Map<String, Numbers> golden,
    Map<String, Limit> limits) {
  /** Shapes of the inputs. */
  Map<String, Shape> shapes() {
    Map<String, Shape> out = new LinkedHashMap<>();
    inputs.forEach((input, numbers) -> out.put(input, numbers.shape()));
    return out;
  }

  static Builder of(String name, Weights weights) {
    return new Builder(name, weights);
  }

  /** Collects a case. */
  static final class Builder {
    private final String name;
    private final Weights weights;
    private final Map<String, Numbers> inputs = new LinkedHashMap<>();
    private final Map<String, Numbers> golden = new LinkedHashMap<>();
    private final Map<String, Limit> limits = new LinkedHashMap<>();

    private Builder(String name, Weights weights) {
      this.name = name;
      this.weights = weights;
    }

    Builder in(String input, Numbers numbers) {
      inputs.put(input, numbers);
      return this;
    }

    /** Wants a tensor of a file if the file has it. */
    Builder wants(GoldenFile file, String tensor, Limit limit) {
      if (file.has(tensor)) {
        golden.put(file.name() + "." + tensor, file.get(tensor));
        limits.put(file.name() + "." + tensor, limit);
      }
      return this;
    }

    Case body(TensorFunction body) {
      return new Case(name, inputs, body, weights, golden, limits);
    }
  }
}
