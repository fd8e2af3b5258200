package dev.dreamwire.runtime.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A change to the subgraphs of a document. All but {@link Inside} are made at its top level. */
public sealed interface SubgraphEdit extends GraphEdit {
  /**
   * An edit inside of a subgraph: it holds for all instances.
   *
   * @param subgraph id of the definition
   * @param edit of {@link SubgraphEdit#inside}
   */
  record Inside(String subgraph, GraphEdit edit) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph before = require(graph, subgraph);
      // Its own definition is not in use by what it holds now: the edit may take that away.
      Subgraphs others = graph.subgraphs().with(before.with(Graph.EMPTY));
      Graph was = before.graph().withSubgraphs(others);
      Graph is = edit.apply(was);
      if (is.equals(was)) {
        return graph;
      }
      Subgraph after = followed(require(is, subgraph).with(is), edit);
      Subgraph pruned = after.pruned();
      Graph next = graph.withSubgraphs(is.subgraphs().with(pruned));
      return pruned.equals(after) ? next : unwired(next, after, pruned);
    }

    /** No instance keeps a wire at a parameter of a node that is gone. */
    private static Graph unwired(Graph graph, Subgraph before, Subgraph after) {
      Graph next = graph;
      for (PromotedParam gone : before.params()) {
        if (!after.params().contains(gone)) {
          next = everywhere(next, level -> PromotedNames.unwired(level, after, gone.name()));
        }
      }
      return next;
    }

    /** Promoted parameters stay those of a node that gets another id. */
    private static Subgraph followed(Subgraph after, GraphEdit made) {
      return switch (made) {
        case GraphEdit.RenameNode(String from, String to) ->
            after.withParams(
                after.params().stream()
                    .map(p -> p.node().equals(from) ? p.of(to, p.param()) : p)
                    .toList());
        case GraphEdit.Compound(String label, List<GraphEdit> edits) -> {
          Subgraph next = after;
          for (GraphEdit each : edits) {
            next = followed(next, each);
          }
          yield next;
        }
        default -> after;
      };
    }

    @Override
    public String label() {
      return edit.label();
    }

    @Override
    public Optional<Object> mergeKey() {
      return edit.mergeKey().map(key -> List.of(subgraph, key));
    }
  }

  /**
   * Puts a definition in, or in the place of the one of its id.
   *
   * @param label key of its name
   */
  record PutSubgraph(String label, Subgraph subgraph) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      return subgraph.equals(graph.subgraphs().known().get(subgraph.id()))
          ? graph
          : graph.withSubgraphs(graph.subgraphs().with(subgraph));
    }
  }

  /** Promotes other inner parameters under names that instances may have values for. */
  record Retarget(String subgraph, List<PromotedParam> params) implements SubgraphEdit {
    public Retarget {
      params = List.copyOf(params);
    }

    @Override
    public Graph apply(Graph graph) {
      return graph.withSubgraphs(
          graph.subgraphs().with(require(graph, subgraph).withParams(params)));
    }

    @Override
    public String label() {
      return "edit.promoteParam";
    }
  }

  /** Takes a definition out that has no instance; one in use stays. */
  record RemoveSubgraph(String subgraph) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      boolean used =
          uses(graph, subgraph)
              || graph.subgraphs().known().values().stream()
                  .anyMatch(other -> uses(other.graph(), subgraph));
      return used || !graph.subgraphs().known().containsKey(subgraph)
          ? graph
          : graph.withSubgraphs(graph.subgraphs().without(subgraph));
    }

    private static boolean uses(Graph graph, String subgraph) {
      String type = Subgraph.instanceType(subgraph);
      return graph.nodes().values().stream().anyMatch(node -> node.type().equals(type));
    }

    @Override
    public String label() {
      return "edit.removeSubgraph";
    }
  }

  /** Gives a definition another title. */
  record Retitle(String subgraph, String title) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph old = require(graph, subgraph);
      return old.title().equals(title) || title.isBlank()
          ? graph
          : graph.withSubgraphs(graph.subgraphs().with(old.titled(title.strip())));
    }

    @Override
    public String label() {
      return "edit.retitle";
    }
  }

  /** Gives every instance a value of its own for an inner parameter. */
  record PromoteParam(String subgraph, PromotedParam param) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph old = require(graph, subgraph);
      if (old.promoted(param.node(), param.param()).isPresent()) {
        return graph;
      }
      List<PromotedParam> next = new ArrayList<>(old.params());
      next.add(param.named(old.freshName(param.name(), false)));
      return graph.withSubgraphs(graph.subgraphs().with(old.withParams(next)));
    }

    @Override
    public String label() {
      return "edit.promoteParam";
    }
  }

  /**
   * Makes a port of a wire that ends at a border's {@link Subgraph#NEW_PORT}. An edit of the
   * inside.
   */
  record PromotePort(String subgraph, Wire wire, PromotedPort port) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph old = require(graph, subgraph);
      boolean output = wire.to().port().equals(Subgraph.NEW_PORT);
      PromotedPort named = port.named(old.freshName(port.name(), output));
      List<PromotedPort> inputs = new ArrayList<>(old.inputs());
      List<PromotedPort> outputs = new ArrayList<>(old.outputs());
      (output ? outputs : inputs).add(named);
      Wire made =
          output
              ? new Wire(wire.from(), new PortRef(wire.to().node(), named.name()))
              : new Wire(new PortRef(wire.from().node(), named.name()), wire.to());
      return graph
          .withWires(graph.wires().stream().map(w -> w.equals(wire) ? made : w).toList())
          .withSubgraphs(graph.subgraphs().with(old.withPorts(inputs, outputs)));
    }

    @Override
    public String label() {
      return "edit.promotePort";
    }
  }

  /** Takes a port or a parameter from all instances, with the wires and values that they have. */
  record Demote(String subgraph, Promoted kind, String name) implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph old = require(graph, subgraph);
      Subgraph next =
          old.withPorts(
                  kind == Promoted.INPUT ? without(old.inputs(), name) : old.inputs(),
                  kind == Promoted.OUTPUT ? without(old.outputs(), name) : old.outputs())
              .withParams(
                  kind == Promoted.PARAM
                      ? old.params().stream().filter(p -> !p.name().equals(name)).toList()
                      : old.params());
      return next.equals(old)
          ? graph
          : everywhere(
              graph.withSubgraphs(graph.subgraphs().with(next)),
              level -> PromotedNames.follow(level, old, kind, name, null));
    }

    private static List<PromotedPort> without(List<PromotedPort> ports, String name) {
      return ports.stream().filter(port -> !port.name().equals(name)).toList();
    }

    @Override
    public String label() {
      return "edit.demote";
    }
  }

  /** Gives a port or a parameter of all instances another name; wires and values follow. */
  record RenamePromoted(String subgraph, Promoted kind, String from, String to)
      implements SubgraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Subgraph old = require(graph, subgraph);
      if (to.isBlank() || from.equals(to)) {
        return graph;
      }
      String name = old.freshName(to.strip(), kind == Promoted.OUTPUT);
      Subgraph next =
          old.withPorts(
                  kind == Promoted.INPUT ? named(old.inputs(), name) : old.inputs(),
                  kind == Promoted.OUTPUT ? named(old.outputs(), name) : old.outputs())
              .withParams(
                  kind == Promoted.PARAM
                      ? old.params().stream()
                          .map(p -> p.name().equals(from) ? p.named(name) : p)
                          .toList()
                      : old.params());
      return next.equals(old)
          ? graph
          : everywhere(
              graph.withSubgraphs(graph.subgraphs().with(next)),
              level -> PromotedNames.follow(level, old, kind, from, name));
    }

    private List<PromotedPort> named(List<PromotedPort> ports, String name) {
      return ports.stream().map(p -> p.name().equals(from) ? p.named(name) : p).toList();
    }

    @Override
    public String label() {
      return "edit.renamePromoted";
    }
  }

  /** What of a subgraph its instances show. */
  enum Promoted {
    INPUT,
    OUTPUT,
    PARAM
  }

  /**
   * Sets a parameter of a node that may be inside of subgraphs: for the instance alone where it is
   * promoted to one at the top, else for all instances.
   *
   * @param path ids of the instances that it is inside of, outermost first, then its own
   */
  static GraphEdit setParam(Graph graph, List<String> path, String param, Object value) {
    String node = path.getLast();
    Graph level = graph;
    Optional<Subgraph> around = Optional.empty();
    for (String id : path.subList(0, path.size() - 1)) {
      around = level.node(id).flatMap(graph.subgraphs()::of);
      level = around.orElseThrow().graph();
    }
    Optional<PromotedParam> own = around.flatMap(subgraph -> subgraph.promoted(node, param));
    if (own.isPresent() && path.size() == 2) {
      return new SetParam(path.getFirst(), own.get().name(), value);
    }
    GraphEdit edit = new SetParam(node, param, value);
    return around.<GraphEdit>map(subgraph -> new Inside(subgraph.id(), edit)).orElse(edit);
  }

  /** The inside of a subgraph as a graph that can be checked and edited by itself. */
  static Graph inside(Graph graph, Subgraph subgraph) {
    return subgraph.graph().withSubgraphs(graph.subgraphs());
  }

  private static Subgraph require(Graph graph, String id) {
    return graph
        .subgraphs()
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no subgraph called " + id));
  }

  /** Changes the top level and the inside of every subgraph. */
  private static Graph everywhere(Graph graph, UnaryOperator<Graph> change) {
    return change
        .apply(graph)
        .withSubgraphs(
            graph.subgraphs().each(subgraph -> subgraph.with(change.apply(subgraph.graph()))));
  }
}
