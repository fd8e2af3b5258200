package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.NodeOffer;
import dev.dreamwire.editor.model.Placement;
import dev.dreamwire.editor.model.Rewiring;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.paint.CategoryIcons;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.ConnectionRule;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/** What can be added to the graph, and which wires a node can have. */
final class Palette {
  private static final int RECENT = 5;

  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;
  private final Deque<String> recent = new ArrayDeque<>();

  Palette(EditorModel model, TextSource names, EditorTexts texts) {
    this.model = model;
    this.names = names;
    this.texts = texts;
  }

  /** All node types; the chosen one appears at a world point. */
  List<Choice> types(Point2D at) {
    return choices(spec -> true, offer -> add(offer, at, Optional.empty()));
  }

  /** The node types that take a wire; the chosen one appears at a world point, wired. */
  List<Choice> types(Point2D at, WireOffer offer) {
    Function<NodeOffer, Runnable> action = type -> add(type, at, Optional.of(offer));
    List<Choice> plain = choices(spec -> fits(spec, offer, false), action);
    List<Choice> converted = choices(spec -> fits(spec, offer, true), action);
    return Stream.of(plain.stream(), converted.stream(), refused(offer))
        .flatMap(part -> part)
        .toList();
  }

  private static boolean fits(NodeSpec spec, WireOffer offer, boolean converted) {
    return offer.port(spec).filter(port -> offer.converts(spec, port) == converted).isPresent();
  }

  /** The node types that do not take a wire, with the reason. */
  private Stream<Choice> refused(WireOffer offer) {
    Socket anchor = offer.anchor();
    String key =
        (anchor.output() ? "refusal.typeNoInput" : "refusal.typeNoOutput")
            + (offer.takesAny() ? "s" : "");
    return model.offers().stream()
        .map(NodeOffer::spec)
        .filter(spec -> offer.port(spec).isEmpty())
        .sorted(Comparator.comparing(NodeSpec::category))
        .map(
            spec ->
                choice(spec, "", () -> {})
                    .refused(
                        texts.get(key, names.title(spec), anchor.port().type().id()),
                        texts.get("palette.refused")));
  }

  /** The node types that fit into a wire; the chosen one appears at a world point, in the wire. */
  List<Choice> types(Point2D at, Wire wire) {
    return choices(
        spec -> rewiring().fitsInto(model.graph(), wire, spec),
        type ->
            () -> {
              Graph graph = model.graph();
              Node node = node(graph, type.spec(), at.subtract(NodeLayout.WIDTH / 2, 0));
              GraphEdit add = type.add(node);
              make(
                  rewiring()
                      .insert(add.apply(graph), node.id(), wire)
                      .<GraphEdit>map(w -> new GraphEdit.Compound("edit.insert", List.of(add, w)))
                      .orElse(add),
                  node);
            });
  }

  private Rewiring rewiring() {
    return new Rewiring(model.registry());
  }

  /** All node types; the chosen one takes a node's place and its wires. */
  List<Choice> replacements(String id) {
    return choices(
        model.offers().stream().filter(type -> type.brings().isEmpty()).toList(),
        spec -> true,
        type ->
            () -> {
              NodeSpec spec = type.spec();
              Graph graph = model.graph();
              String fresh = graph.without(Set.of(id)).freshId(baseId(spec));
              model.apply(rewiring().replace(graph, id, spec, fresh));
              used(spec.id());
              model.select(Set.of(fresh));
            });
  }

  private void make(GraphEdit edit, Node node) {
    model.apply(edit);
    used(node.type());
    model.select(Set.of(node.id()));
  }

  private void used(String type) {
    recent.remove(type);
    recent.addFirst(type);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
  }

  private List<Choice> choices(Predicate<NodeSpec> shown, Function<NodeOffer, Runnable> action) {
    return choices(model.offers(), shown, action);
  }

  private List<Choice> choices(
      List<NodeOffer> offers, Predicate<NodeSpec> shown, Function<NodeOffer, Runnable> action) {
    List<NodeOffer> fitting = offers.stream().filter(type -> shown.test(type.spec())).toList();
    Stream<Choice> lately =
        named(fitting, recent)
            .map(type -> choice(type.spec(), texts.get("palette.recent"), action.apply(type)));
    Stream<Choice> all =
        fitting.stream()
            .sorted(Comparator.comparing(type -> type.spec().category()))
            .map(
                type ->
                    choice(
                        type.spec(), names.category(type.spec().category()), action.apply(type)));
    Stream<Choice> loved =
        named(fitting, model.favouritesProperty().get())
            .map(type -> choice(type.spec(), texts.get("palette.favourites"), action.apply(type)));
    return Stream.of(loved, lately, all).flatMap(part -> part).toList();
  }

  /** Those of some ids, in the order of the ids. */
  private static Stream<NodeOffer> named(List<NodeOffer> offers, Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> offers.stream().filter(type -> type.spec().id().equals(id)).limit(1));
  }

  private Choice choice(NodeSpec spec, String group, Runnable action) {
    return new Choice(
            names.title(spec),
            group,
            names.help(spec),
            List.of(spec.title(), spec.id(), names.category(spec.category())),
            CategoryIcons.of(spec.category()),
            Hue.of(spec.category()),
            action)
        .starred(
            new Choice.Star(
                model.favouritesProperty().get().contains(spec.id()), () -> star(spec.id())));
  }

  private void star(String type) {
    List<String> favourites = new ArrayList<>(model.favouritesProperty().get());
    if (!favourites.remove(type)) {
      favourites.add(type);
    }
    model.favouritesProperty().set(List.copyOf(favourites));
  }

  private Runnable add(NodeOffer type, Point2D at, Optional<WireOffer> offer) {
    NodeSpec spec = type.spec();
    return () -> {
      Graph graph = model.graph();
      double left = offer.filter(o -> !o.anchor().output()).isPresent() ? NodeLayout.WIDTH : 0;
      Node wanted = node(graph, spec, at.subtract(left, 0));
      Node node =
          Placement.free(
              wanted,
              graph,
              model.layout(),
              model.registry().with(type.brings().isEmpty() ? graph.subgraphs() : type.brings()));
      GraphEdit add = type.add(node);
      Optional<Wire> wire =
          offer.flatMap(o -> o.port(spec).map(p -> wire(o, new PortRef(node.id(), p.name()))));
      make(
          wire.filter(w -> allowed(add.apply(graph), w))
              .<GraphEdit>map(w -> GraphEdit.Compound.of(add, new GraphEdit.Connect(w)))
              .orElse(add),
          node);
    };
  }

  private static Node node(Graph graph, NodeSpec spec, Point2D at) {
    return new Node(
        graph.freshId(baseId(spec)),
        spec.id(),
        spec.version(),
        Map.of(),
        Snapping.onGrid(at.getX()),
        Snapping.onGrid(at.getY() - NodeLayout.HEADER / 2));
  }

  private boolean allowed(Graph graph, Wire wire) {
    return ConnectionRule.refusal(graph, model.registry(), wire.from(), wire.to()).isEmpty();
  }

  private static Wire wire(WireOffer offer, PortRef port) {
    PortRef anchor = offer.anchor().ref();
    return offer.anchor().output() ? new Wire(anchor, port) : new Wire(port, anchor);
  }

  private static String baseId(NodeSpec spec) {
    String id = spec.id();
    return id.substring(Math.max(id.lastIndexOf(':'), id.lastIndexOf('.')) + 1);
  }

  /** The wires that a node could have and has not. */
  List<Choice> wires(NodeLayout node) {
    List<Choice> choices = new ArrayList<>();
    for (Socket socket :
        Stream.concat(node.outputs().stream(), node.side(false).stream()).toList()) {
      WireOffer offer = model.offer(socket, Optional.empty());
      for (NodeLayout other : model.layout().nodes()) {
        other
            .sockets()
            .filter(offer::accepts)
            .filter(s -> !model.graph().wires().contains(offer.wire(s)))
            .forEach(s -> choices.add(wire(node, socket, other, s, offer.wire(s))));
      }
    }
    return choices;
  }

  /**
   * The ports that a wire could be joined to, and those that do not take it, with the reason;
   * hidden ones only if they take it.
   */
  List<Choice> partners(WireOffer offer) {
    NodeLayout node = model.layout().node(offer.anchor().ref().node()).orElseThrow();
    List<Choice> fitting = new ArrayList<>();
    List<Choice> refused = new ArrayList<>();
    for (NodeLayout other : model.layout().nodes()) {
      for (Socket end : other.side(!offer.anchor().output())) {
        Wire wire = offer.wire(end);
        Choice choice = wire(node, offer.anchor(), other, end, wire);
        Optional<String> reason = offer.refusal(end);
        if (reason.isEmpty()) {
          fitting.add(choice);
        } else if (!other.paramInputs().contains(end)) {
          refused.add(choice.refused(reason.get(), texts.get("palette.refused")));
        }
      }
    }
    return Stream.concat(fitting.stream(), refused.stream()).toList();
  }

  private Choice wire(NodeLayout node, Socket socket, NodeLayout other, Socket end, Wire wire) {
    NodeSpec spec = other.face().spec();
    String port = names.port(node.face().spec(), socket.port());
    String title = names.title(spec) + " · " + names.port(spec, end.port());
    return new Choice(
        title,
        texts.get(socket.output() ? "connect.from" : "connect.to", port),
        wire.toString(),
        List.of(wire.toString()),
        CategoryIcons.of(spec.category()),
        Hue.of(spec.category()),
        () -> model.apply(new GraphEdit.Connect(wire)));
  }
}
