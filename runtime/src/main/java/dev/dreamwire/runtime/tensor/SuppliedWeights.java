package dev.dreamwire.runtime.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Weights that are looked up, or made, when they are asked for. Immutable. */
final class SuppliedWeights implements Weights {
  private final Map<String, Supplier<TensorData>> tensors;
  private final Function<String, Optional<Precision>> precision;

  /** Takes suppliers by name, and the precision asked for each of those names. */
  SuppliedWeights(
      Map<String, Supplier<TensorData>> tensors, Function<String, Optional<Precision>> precision) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    this.precision = precision;
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

  @Override
  public Optional<Precision> precision(String name) {
    return tensors.containsKey(name) ? precision.apply(name) : Optional.empty();
  }
}
