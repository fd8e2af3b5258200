package dev.dreamwire.runtime.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The subgraphs of a document. Immutable.
 *
 * @param known by id
 * @param damaged those whose stored form could not be read, by id; they are kept as they are
 */
public record Subgraphs(Map<String, Subgraph> known, Map<String, Damaged> damaged) {
  /** None. */
  public static final Subgraphs NONE = new Subgraphs(Map.of(), Map.of());

  /**
   * A subgraph that could not be read. Two are equal if the same was stored.
   *
   * @param stored all that was stored: maps, lists, texts, numbers, booleans
   * @param reason for people, with the place in the file
   */
  public record Damaged(Object stored, String reason) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Damaged damaged && damaged.stored.equals(stored);
    }

    @Override
    public int hashCode() {
      return stored.hashCode();
    }
  }

  public Subgraphs {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return known.isEmpty() && damaged.isEmpty();
  }

  /** The subgraph of an id. */
  public Optional<Subgraph> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** The subgraph that a node is an instance of; empty for other nodes. */
  public Optional<Subgraph> of(Node node) {
    return Subgraph.idOf(node.type()).flatMap(this::find);
  }

  /** These with one more, or one in the place of that of the same id. */
  public Subgraphs with(Subgraph subgraph) {
    Map<String, Subgraph> next = new LinkedHashMap<>(known);
    next.put(subgraph.id(), subgraph);
    return new Subgraphs(next, damaged);
  }

  /** These without one. */
  Subgraphs without(String id) {
    Map<String, Subgraph> next = new LinkedHashMap<>(known);
    next.remove(id);
    return new Subgraphs(next, damaged);
  }

  /** These, each changed. */
  Subgraphs each(UnaryOperator<Subgraph> change) {
    Map<String, Subgraph> next = new LinkedHashMap<>();
    known.forEach((id, subgraph) -> next.put(id, change.apply(subgraph)));
    return next.equals(known) ? this : new Subgraphs(next, damaged);
  }

  /** The first of {@code base}, {@code base-2}, {@code base-3} … that none is called. */
  String freshId(String base) {
    String id = base;
    for (int i = 2; known.containsKey(id) || damaged.containsKey(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  /** Whether one is another, or has an instance of it at any depth. */
  public boolean holds(String outer, String inner) {
    return reach(outer, new HashSet<>()).contains(inner);
  }

  private Set<String> reach(String id, Set<String> seen) {
    if (seen.add(id)) {
      find(id)
          .ifPresent(
              subgraph ->
                  subgraph
                      .graph()
                      .nodes()
                      .values()
                      .forEach(
                          node -> Subgraph.idOf(node.type()).ifPresent(next -> reach(next, seen))));
    }
    return seen;
  }

  /** Those that a graph's nodes are instances of, at any depth. */
  public Subgraphs usedBy(Graph graph) {
    Set<String> used = new HashSet<>();
    graph
        .nodes()
        .values()
        .forEach(node -> Subgraph.idOf(node.type()).ifPresent(id -> reach(id, used)));
    Map<String, Subgraph> left = new LinkedHashMap<>(known);
    left.keySet().retainAll(used);
    return new Subgraphs(left, Map.of());
  }
}
