package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node types that are installed. Immutable and safe on every thread. */
public final class NodeRegistry {
  private final Map<String, NodeType> types = new LinkedHashMap<>();
  private final Map<String, NodePack> packsByType = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Subgraphs subgraphs;
  private final SubgraphTypes made;

  /**
   * Collects packs.
   *
   * @throws IllegalArgumentException if two types share an id
   */
  public NodeRegistry(List<NodePack> packs) {
    subgraphs = Subgraphs.NONE;
    made = new SubgraphTypes(subgraphs, this::installed);
    for (NodePack pack : packs) {
      for (NodeType type : pack.types()) {
        if (types.put(type.spec().id(), type) != null) {
          throw new IllegalArgumentException("two node types are called " + type.spec().id());
        }
        packsByType.put(type.spec().id(), pack);
      }
      aliases.putAll(pack.aliases());
    }
  }

  private NodeRegistry(NodeRegistry base, Subgraphs of) {
    types.putAll(base.types);
    packsByType.putAll(base.packsByType);
    aliases.putAll(base.aliases);
    subgraphs = of;
    made = new SubgraphTypes(of, this::installed);
  }

  private NodeRegistry(NodeRegistry base, NodePack more) {
    this(List.of(more));
    base.types.forEach(
        (id, type) -> {
          if (types.put(id, type) != null) {
            throw new IllegalArgumentException("two node types are called " + id);
          }
        });
    packsByType.putAll(base.packsByType);
    aliases.putAll(base.aliases);
  }

  /**
   * These types and more.
   *
   * @throws IllegalArgumentException if two types share an id
   */
  public NodeRegistry with(NodePack more) {
    return new NodeRegistry(this, more);
  }

  /**
   * The installed types and those that subgraphs make; the same instance if it has them already.
   */
  public NodeRegistry with(Subgraphs of) {
    return of == subgraphs || of.isEmpty() && subgraphs.isEmpty()
        ? this
        : new NodeRegistry(this, of);
  }

  /**
   * Checks that a pack can stand beside others.
   *
   * @throws IllegalArgumentException if one of its types has an id that is taken
   */
  static void requireNewTypes(List<NodePack> packs, NodePack more) {
    List<NodePack> together = new ArrayList<>(packs);
    together.add(more);
    new NodeRegistry(together);
  }

  /** The type of that id, or the one that the id was renamed to. */
  public Optional<NodeType> find(String id) {
    return installed(id).or(() -> made.find(id));
  }

  private Optional<NodeType> installed(String id) {
    return Optional.ofNullable(types.get(aliases.getOrDefault(id, id)));
  }

  /** The pack that brought a type. */
  Optional<NodePack> pack(String typeId) {
    return Optional.ofNullable(packsByType.get(typeId));
  }

  /** All types, in the packs' order, then those of subgraphs' instances. */
  public Collection<NodeType> types() {
    List<NodeType> all = new ArrayList<>(types.values());
    all.addAll(made.instances());
    return Collections.unmodifiableCollection(all);
  }
}
