package dev.dreamwire.runtime.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Weights that are looked up, or made, when they are asked for. Immutable. */
final class SuppliedWeights implements Weights {
  private final Map<String, Supplier<TensorData>> tensors;

  SuppliedWeights(Map<String, Supplier<TensorData>> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  @Override
  public Set<String> names() {
    return tensors.keySet();
  }

  @Override
  public TensorData get(String name) {
    Supplier<TensorData> tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no weight is called " + name);
    }
    return tensor.get();
  }
}
