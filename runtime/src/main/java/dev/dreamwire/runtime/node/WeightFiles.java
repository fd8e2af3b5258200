package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Param;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the nodes that hold a model have in common. */
final class WeightFiles {
  private static final String WEIGHTS = "weights";

  private WeightFiles() {}

  /** Reads a model; weights get names of their own, so that two models of a graph differ. */
  interface Reader<M> {
    M read(Path file, String prefix) throws IOException;
  }

  static Param param() {
    return Param.file(WEIGHTS, List.of("safetensors"), "");
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
