package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodePack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The node packs that are installed. Immutable.
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
    return find(loader, List.of());
  }

  /** Finds the packs that this program's own loader offers. */
  public static InstalledNodes find() {
    return find(InstalledNodes.class.getClassLoader());
  }

  /**
   * Finds the packs that this program's own loader offers, and those in the jars of a folder.
   *
   * @param plugins the folder; it need not exist
   */
  public static InstalledNodes find(Path plugins) {
    PluginJars jars = PluginJars.in(plugins);
    return find(jars.loader(InstalledNodes.class.getClassLoader()), jars.failures());
  }

  private static InstalledNodes find(ClassLoader loader, List<String> before) {
    List<NodePack> packs = new ArrayList<>();
    List<String> failures = new ArrayList<>(before);
    Iterator<ServiceLoader.Provider<NodePack>> found =
        ServiceLoader.load(NodePack.class, loader).stream().iterator();
    while (true) {
      String name = "";
      try {
        if (!found.hasNext()) {
          return new InstalledNodes(new NodeRegistry(packs), failures);
        }
        ServiceLoader.Provider<NodePack> provider = found.next();
        name = provider.type().getName() + ": ";
        NodePack pack = provider.get();
        NodeRegistry.requireNewTypes(packs, pack);
        packs.add(pack);
      } catch (ServiceConfigurationError | IllegalArgumentException e) {
        failures.add(name + e.getMessage());
      } catch (RuntimeException | LinkageError e) {
        // A pack is anyone's code: whatever it throws, the others are loaded.
        failures.add(name + e);
      }
    }
  }
}
