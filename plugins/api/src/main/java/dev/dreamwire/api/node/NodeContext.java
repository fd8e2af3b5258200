package dev.dreamwire.api.node;

import java.nio.file.Path;
import java.util.Optional;

/** What every node may ask of its host. */
public interface NodeContext {
  /** The node's name in the graph. */
  String nodeId();

  /** Its parameters. */
  Params params();

  /** A service of the host, such as where a viewport's frames go. */
  <S> Optional<S> service(Class<S> type);

  /**
   * Finds a file that a parameter names: relative to the preset, absolute, or {@code preset:path}
   * for one that ships.
   *
   * @throws NodeException if there is none
   */
  Path file(String name);
}
