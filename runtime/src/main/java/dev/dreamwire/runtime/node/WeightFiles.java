package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the nodes that hold a model have in common. */
final class WeightFiles {
  private static final String WEIGHTS = "weights";
  private static final String PRECISION = "precision";
  private static final String AUTO = "auto";
  private static final List<String> PRECISIONS =
      Stream.concat(
              Stream.of(AUTO),
              Arrays.stream(Precision.values()).map(p -> p.name().toLowerCase(Locale.ROOT)))
          .toList();

  private WeightFiles() {}

  /** Reads a model; weights get names of their own, so that two models of a graph differ. */
  interface Reader<M> {
    M read(Path file, String prefix) throws IOException;
  }

  static Param param() {
    return Param.file(WEIGHTS, List.of("safetensors"), "");
  }

  /** In which numbers a model is kept and computed. */
  static Param precisionParam() {
    return Param.choice(PRECISION, PRECISIONS, AUTO, false);
  }

  /** A model's weights in the precision that its node asks for. */
  static Weights precise(HandleScope scope, Weights weights) {
    String wanted = scope.params().text(PRECISION);
    return wanted.equals(AUTO)
        ? weights
        : weights.in(Precision.valueOf(wanted.toUpperCase(Locale.ROOT)));
  }

  static <M> M read(HandleScope scope, Reader<M> reader) {
    try {
      Path file = scope.file(scope.params().text(WEIGHTS));
      return reader.read(file, scope.nodeId() + "/");
    } catch (NodeException | IOException e) {
      throw new NodeException(WEIGHTS, e.getMessage(), e);
    }
  }
}
