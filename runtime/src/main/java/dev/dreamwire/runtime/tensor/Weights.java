package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The learned tensors of a model, by name. Immutable and safe on every thread. */
public interface Weights {
  /** All names, in the file's order. */
  Set<String> names();

  /**
   * One tensor.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  TensorData get(String name);

  /**
   * The precision that was asked for a tensor, whatever else a run computes in; empty if none was.
   * Backends without it compute in 32 bits.
   */
  default Optional<Precision> precision(String name) {
    return Optional.empty();
  }

  /** The same tensors, all asked for in a precision. */
  default Weights in(Precision precision) {
    return new SuppliedWeights(suppliers(), name -> Optional.of(precision));
  }

  private Map<String, Supplier<TensorData>> suppliers() {
    Map<String, Supplier<TensorData>> all = new LinkedHashMap<>();
    names().forEach(name -> all.put(name, () -> get(name)));
    return all;
  }

  /** The same tensors under names that begin with {@code prefix}. */
  default Weights prefixed(String prefix) {
    Map<String, Supplier<TensorData>> all = new LinkedHashMap<>();
    names().forEach(name -> all.put(prefix + name, () -> get(name)));
    return new SuppliedWeights(all, name -> precision(name.substring(prefix.length())));
  }

  /** This and other weights together; names must differ. */
  default Weights and(Weights other) {
    Map<String, Supplier<TensorData>> all = suppliers();
    Set<String> mine = Set.copyOf(names());
    for (String name : other.names()) {
      if (all.put(name, () -> other.get(name)) != null) {
        throw new IllegalArgumentException("two weights are called " + name);
      }
    }
    return new SuppliedWeights(
        all, name -> mine.contains(name) ? precision(name) : other.precision(name));
  }

  /** Weights held in a map. */
  static Weights of(Map<String, TensorData> tensors) {
    Map<String, Supplier<TensorData>> all = new LinkedHashMap<>();
    tensors.forEach((name, data) -> all.put(name, () -> data));
    return new SuppliedWeights(all, name -> Optional.empty());
  }

  /** No weights. */
  static Weights none() {
    return of(new HashMap<>());
  }

  /** Plain arrays by name, for small cases. */
  static Weights ofFloats(Map<String, float[]> values, Map<String, Shape> shapes) {
    Map<String, TensorData> out = new LinkedHashMap<>();
    values.forEach((name, v) -> out.put(name, TensorData.of(shapes.get(name), v)));
    return of(out);
  }
}
