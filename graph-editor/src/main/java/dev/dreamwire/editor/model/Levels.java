package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Promotion;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which level of a document is shown: its top, or the inside of an instance. What is measured and
 * checked is known by the nodes of the flat graph; here it becomes known by the level's. Window
 * thread only.
 */
public final class Levels {
  private final NodeRegistry installed;
  private Graph whole = Graph.EMPTY;
  private Graph shown = Graph.EMPTY;
  private List<String> path = List.of();
  private Optional<Expansion> expansion = Optional.empty();

  Levels(NodeRegistry installed) {
    this.installed = installed;
  }

  /** The document. */
  public Graph whole() {
    return whole;
  }

  /** Ids of the instances that are entered, outermost first; empty at the top. */
  public List<String> path() {
    return path;
  }

  /** The subgraph whose inside is shown; empty at the top. */
  public Optional<Subgraph> subgraph() {
    return path.isEmpty() ? Optional.empty() : Optional.of(definitions(path).getLast());
  }

  /** The titles of the subgraphs that are entered, outermost first. */
  public List<String> titles() {
    return definitions(path).stream().map(Subgraph::title).toList();
  }

  /** The definitions along a path, as far as there are any. */
  private List<Subgraph> definitions(List<String> along) {
    List<Subgraph> out = new ArrayList<>();
    Graph at = whole;
    for (String id : along) {
      Optional<Subgraph> next = at.node(id).flatMap(whole.subgraphs()::of);
      if (next.isEmpty()) {
        break;
      }
      out.add(next.get());
      at = next.get().graph();
    }
    return out;
  }

  /**
   * The graph of the level, after the document changed or another level was chosen. Where there is
   * no such level any more it is the one around it.
   */
  Graph show(Graph document, List<String> wanted) {
    boolean same = document == whole && wanted.equals(path);
    whole = document;
    List<Subgraph> there = definitions(wanted);
    path = List.copyOf(wanted.subList(0, there.size()));
    if (!same) {
      expansion = Optional.empty();
      shown = there.isEmpty() ? whole : SubgraphEdit.inside(whole, there.getLast());
    }
    return shown;
  }

  /** An edit of what is shown as one of the document. */
  GraphEdit ofDocument(GraphEdit edit) {
    return subgraph()
        .<GraphEdit>map(
            level ->
                new SubgraphEdit.Inside(
                    level.id(), Promotion.settled(edit, level.id(), shown, installed)))
        .orElse(edit);
  }

  /** Where an edit of the document happened: the same level if it concerns all. */
  List<String> of(GraphEdit edit) {
    return switch (edit) {
      case SubgraphEdit.Inside(String id, GraphEdit inner) ->
          subgraph().filter(level -> level.id().equals(id)).isPresent()
              ? path
              : pathTo(id).orElse(path);
      case SubgraphEdit other -> path;
      default -> List.of();
    };
  }

  /** The way to an instance of a subgraph. */
  private Optional<List<String>> pathTo(String subgraph) {
    return pathTo(subgraph, whole, List.of(), new HashSet<>());
  }

  private Optional<List<String>> pathTo(
      String wanted, Graph level, List<String> before, Set<String> seen) {
    for (Node node : level.nodes().values()) {
      Optional<Subgraph> subgraph = whole.subgraphs().of(node);
      if (subgraph.isPresent() && seen.add(subgraph.get().id())) {
        List<String> here = below(before, node.id());
        Optional<List<String>> found =
            subgraph.get().id().equals(wanted)
                ? Optional.of(here)
                : pathTo(wanted, subgraph.get().graph(), here, seen);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> below(List<String> before, String id) {
    List<String> out = new ArrayList<>(before);
    out.add(id);
    return List.copyOf(out);
  }

  /** The way into an instance of the level; empty if the node is none. */
  Optional<List<String>> into(String node) {
    return shown.node(node).flatMap(whole.subgraphs()::of).map(subgraph -> below(path, node));
  }

  private Expansion expansion() {
    if (expansion.isEmpty()) {
      expansion = Optional.of(Expansion.of(whole, installed));
    }
    return expansion.get();
  }

  /**
   * Where a node is that a problem names: the instances around it, outermost first, then itself.
   */
  public List<String> find(String node) {
    return whole.subgraphs().isEmpty() ? List.of(node) : expansion().path(node);
  }

  /** The node of the level that is a node, or has it inside. */
  private Optional<String> nodeAt(List<String> where) {
    return where.size() > path.size() && where.subList(0, path.size()).equals(path)
        ? Optional.of(where.get(path.size()))
        : Optional.empty();
  }

  /** What is wrong with the level's nodes; what is inside of them says where. */
  List<Problem> here(List<Problem> problems) {
    if (whole.subgraphs().isEmpty()) {
      return problems;
    }
    List<Problem> out = new ArrayList<>();
    for (Problem problem : problems) {
      List<String> where = find(problem.node());
      nodeAt(where)
          .ifPresent(
              id -> {
                boolean inside = where.size() > path.size() + 1;
                String deeper = String.join(" › ", where.subList(path.size() + 1, where.size()));
                out.add(
                    inside
                        ? new Problem(
                            problem.severity(),
                            id,
                            "",
                            deeper
                                + (problem.port().isEmpty() ? "" : "." + problem.port())
                                + " "
                                + problem.message())
                        : new Problem(problem.severity(), id, problem.port(), problem.message()));
              });
    }
    return List.copyOf(out);
  }

  /** Times of the level's nodes: an instance takes what all that is inside of it takes. */
  Map<String, Double> here(Map<String, Double> millis) {
    if (whole.subgraphs().isEmpty()) {
      return millis;
    }
    Map<String, Double> out = new HashMap<>();
    millis.forEach(
        (node, ms) -> nodeAt(find(node)).ifPresent(id -> out.merge(id, ms, Double::sum)));
    return out;
  }

  /** The node of the flat graph that makes what a node's output hands out. */
  Optional<String> maker(Node node, String output) {
    if (whole.subgraphs().isEmpty()) {
      return Optional.of(node.id());
    }
    return expansion().maker(path, new PortRef(node.id(), output)).map(PortRef::node);
  }
}
