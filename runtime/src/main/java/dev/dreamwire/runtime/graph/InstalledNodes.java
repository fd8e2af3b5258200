package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodePack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The node packs on the class path. Immutable.
 *
 * @param registry the types of all packs that could be loaded
 * @param failures a sentence for each pack that could not
 */
public record InstalledNodes(NodeRegistry registry, List<String> failures) {
  public InstalledNodes {
    failures = List.copyOf(failures);
  }

  /** Finds the packs that a loader offers; one that is broken does not keep the others out. */
  public static InstalledNodes find(ClassLoader loader) {
    List<NodePack> packs = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    Iterator<NodePack> found = ServiceLoader.load(NodePack.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return new InstalledNodes(new NodeRegistry(packs), failures);
        }
        NodePack pack = found.next();
        NodeRegistry.requireNewTypes(packs, pack);
        packs.add(pack);
      } catch (ServiceConfigurationError | IllegalArgumentException e) {
        failures.add(e.getMessage());
      }
    }
  }

  /** Finds the packs that this program's own loader offers. */
  public static InstalledNodes find() {
    return find(InstalledNodes.class.getClassLoader());
  }
}
