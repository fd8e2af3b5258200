package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.pickle.TorchArchive;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checkpoint in the layout that Oasis was released in: {@code .safetensors}, or a state
 * dictionary of {@code torch.save}. Used by one thread; open until closed.
 */
final class ReleasedFile implements AutoCloseable {
  /** Put before every name by the trainer in the first days of the release. */
  private static final String TRAINER_PREFIX = "diffusion_model.model.module.";

  private static final int MOST_NAMED = 12;

  private final Path path;
  private final AutoCloseable source;
  private final Weights stored;
  private final Map<String, String> storedNames = new LinkedHashMap<>();
  private final List<String> frequencies = new ArrayList<>();

  private ReleasedFile(Path path, AutoCloseable source, Weights stored) {
    this.path = path;
    this.source = source;
    this.stored = stored;
    for (String name : stored.names()) {
      String plain =
          name.startsWith(TRAINER_PREFIX) ? name.substring(TRAINER_PREFIX.length()) : name;
      // Rotary frequencies are constants under any of several aliases; none is learned.
      if (plain.endsWith("rotary_emb.freqs") || plain.equals("rotary_freqs")) {
        frequencies.add(name);
      } else {
        storedNames.put(plain, name);
      }
    }
  }

  /**
   * Opens a checkpoint.
   *
   * @throws IOException if it is neither form, or broken; the message names the file and the byte
   */
  static ReleasedFile open(Path path) throws IOException {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".safetensors")) {
      SafetensorsFile file = SafetensorsFile.open(path);
      return new ReleasedFile(path, file::close, file.weights());
    }
    TorchArchive archive = TorchArchive.open(path);
    try {
      return new ReleasedFile(path, archive, archive.weights());
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Learned tensors. */
  int count() {
    return storedNames.size();
  }

  /** Whether there is a learned tensor of that name. */
  boolean has(String name) {
    return storedNames.containsKey(name);
  }

  /** The shape of a learned tensor. */
  Shape shape(String name) throws OasisImportException {
    String under = storedNames.get(name);
    if (under == null) {
      throw new OasisImportException(path + " has no tensor " + name);
    }
    return stored.get(under).shape();
  }

  /** How many numbered groups begin with a name: {@code blocks.0.}, {@code blocks.1.} … */
  int groups(String name) {
    int count = 0;
    while (hasGroup(name + "." + count + ".")) {
      count++;
    }
    return count;
  }

  private boolean hasGroup(String prefix) {
    return storedNames.keySet().stream().anyMatch(n -> n.startsWith(prefix));
  }

  /**
   * Length of the stored rotary frequencies of an attention over time, if they are stored: half of
   * a head.
   */
  Optional<Integer> temporalFrequencies() {
    return frequencies.stream()
        .filter(n -> n.contains("t_attn") || n.contains("temporal"))
        .map(n -> Math.toIntExact(stored.get(n).shape().count()))
        .findFirst();
  }

  /**
   * The learned tensors that a model needs, kernels of convolutions as the matrices that they are.
   * Values are read when they are asked for.
   *
   * @throws OasisImportException naming what is missing, superfluous or of another shape
   */
  Weights require(List<WeightSpec> specs) throws OasisImportException {
    Map<String, Shape> needed = new LinkedHashMap<>();
    specs.forEach(s -> needed.put(s.name(), s.shape()));
    List<String> missing =
        needed.keySet().stream().filter(n -> !storedNames.containsKey(n)).toList();
    List<String> superfluous =
        storedNames.keySet().stream().filter(n -> !needed.containsKey(n)).toList();
    List<String> misshapen = new ArrayList<>();
    for (Map.Entry<String, Shape> entry : needed.entrySet()) {
      String under = storedNames.get(entry.getKey());
      if (under != null && !flat(stored.get(under).shape()).equals(entry.getValue())) {
        misshapen.add(
            entry.getKey() + " " + stored.get(under).shape() + " instead of " + entry.getValue());
      }
    }
    List<String> problems = new ArrayList<>();
    add(problems, "missing", missing);
    add(problems, "superfluous", superfluous);
    add(problems, "of another shape", misshapen);
    if (!problems.isEmpty()) {
      throw new OasisImportException(path + ": " + String.join("; ", problems));
    }
    return new Weights() {
      @Override
      public Set<String> names() {
        return Collections.unmodifiableSet(needed.keySet());
      }

      @Override
      public TensorData get(String name) {
        TensorData data = stored.get(storedNames.get(name));
        return new TensorData(flat(data.shape()), data.type(), data.bytes());
      }
    };
  }

  /** The narrowest type that keeps every stored value. */
  DType type() {
    List<DType> types =
        storedNames.values().stream().map(n -> stored.get(n).type()).distinct().toList();
    return types.size() == 1 ? types.getFirst() : DType.F32;
  }

  private static Shape flat(Shape s) {
    return s.rank() > 2 ? Shape.of(s.dim(0), s.count() / s.dim(0)) : s;
  }

  private static void add(List<String> problems, String what, List<String> names) {
    if (!names.isEmpty()) {
      String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
      int rest = names.size() - MOST_NAMED;
      problems.add(what + ": " + shown + (rest > 0 ? " and " + rest + " more" : ""));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      source.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
