package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One file of a golden set, read whole. Remembers what was looked at. Used by one thread. */
final class GoldenFile {
  private final Path path;
  private final String name;
  private final Map<String, String> metadata;
  private final Map<String, Numbers> tensors = new LinkedHashMap<>();
  private final Set<String> untouched;

  private GoldenFile(Path path, String name, SafetensorsFile file) {
    this.path = path;
    this.name = name;
    this.metadata = Map.copyOf(file.metadata());
    for (String tensor : file.weights().names()) {
      TensorData data = file.weights().get(tensor);
      tensors.put(tensor, new Numbers(data.shape(), data.toDoubles()));
    }
    this.untouched = new TreeSet<>(tensors.keySet());
  }

  /**
   * Reads a file.
   *
   * @param name without its ending, for what is told about its tensors
   */
  static GoldenFile read(Path folder, String name) {
    Path path = folder.resolve(name + ".safetensors");
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      return new GoldenFile(path, name, file);
    } catch (IOException e) {
      throw new GoldenException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  Set<String> names() {
    return tensors.keySet();
  }

  /** Tensors that nobody asked for. */
  Set<String> untouched() {
    return untouched;
  }

  boolean has(String tensor) {
    return tensors.containsKey(tensor);
  }

  Numbers get(String tensor) {
    Numbers numbers = tensors.get(tensor);
    if (numbers == null) {
      throw new GoldenException(path + " has no tensor " + tensor);
    }
    untouched.remove(tensor);
    return numbers;
  }

  Shape shape(String tensor) {
    return get(tensor).shape();
  }

  /** The models' sizes, from the file's metadata. */
  ReferenceConfig config() {
    String json = metadata.get("config");
    if (json == null) {
      throw new GoldenException(path + " has no config in its metadata");
    }
    try {
      return ReferenceConfig.parse(json);
    } catch (IllegalArgumentException e) {
      throw new GoldenException(path + ", config: " + e.getMessage(), e);
    }
  }
}
