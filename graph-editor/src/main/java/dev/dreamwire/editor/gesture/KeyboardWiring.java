package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Wires without a pointer. The keyboard rests on a port and goes from port to port; a wire pulled
 * from there goes from one port that takes it to the next, the nearest first. Window thread only.
 */
public final class KeyboardWiring {
  private final EditorModel model;
  private final Consumer<NodeLayout> reveal;
  private Optional<WireOffer> pulled = Optional.empty();
  private List<Socket> partners = List.of();
  private int partner;

  /**
   * Works on a model.
   *
   * @param reveal brings a node into sight
   */
  public KeyboardWiring(EditorModel model, Consumer<NodeLayout> reveal) {
    this.model = model;
    this.reveal = reveal;
    model.graphProperty().addListener(changed -> drop());
  }

  /** The port that the keyboard rests on: while a wire is pulled, the one that would take it. */
  public Optional<Socket> port() {
    return model.portFocusProperty().get().flatMap(model.layout()::socket);
  }

  /** What a wire from the port could be joined to; the pulled wire's, while there is one. */
  public Optional<WireOffer> offer() {
    return pulled.or(() -> port().map(socket -> model.offer(socket, Optional.empty())));
  }

  /** Rests on a node's first port, outputs before inputs. */
  public void begin(NodeLayout node) {
    drop();
    Stream.concat(node.outputs().stream(), node.side(false).stream())
        .findFirst()
        .ifPresent(this::rest);
  }

  private void rest(Socket socket) {
    String node = socket.ref().node();
    if (!model.selectionProperty().get().equals(Set.of(node))) {
      model.select(Set.of(node));
    }
    model.portFocusProperty().set(Optional.of(PortEnd.of(socket)));
    model.layout().node(node).ifPresent(reveal);
  }

  /** Goes to the next port that way; with a wire, to the next or last port that takes it. */
  public void go(int dx, int dy) {
    if (pulled.isPresent()) {
      partner = Math.floorMod(partner + (dx + dy > 0 ? 1 : -1), partners.size());
      show();
    } else {
      port().flatMap(socket -> next(socket, dx, dy)).ifPresent(this::rest);
    }
  }

  private Optional<Socket> next(Socket from, int dx, int dy) {
    GraphLayout layout = model.layout();
    NodeLayout node = layout.node(from.ref().node()).orElseThrow();
    List<Socket> side = node.side(from.output());
    List<Socket> across = node.side(!from.output());
    int at = side.indexOf(from);
    if (dy != 0 && at + dy >= 0 && at + dy < side.size()) {
      return Optional.of(side.get(at + dy));
    }
    if (dx != 0 && dx < 0 == from.output() && !across.isEmpty()) {
      return Optional.of(across.get(Math.min(at, across.size() - 1)));
    }
    return layout
        .neighbour(node.id(), dx, dy)
        .flatMap(layout::node)
        .flatMap(next -> entry(next, dy == 0 ? dx < 0 : from.output(), dy < 0));
  }

  /** The port of a node that is come to first. */
  private static Optional<Socket> entry(NodeLayout node, boolean output, boolean last) {
    List<Socket> side = node.side(output);
    List<Socket> there = side.isEmpty() ? node.side(!output) : side;
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(last ? there.getLast() : there.getFirst());
  }

  /**
   * Pulls a wire from the port, or joins the pulled one to the port it has come to.
   *
   * @return false if nothing takes a wire from this port
   */
  public boolean enter() {
    if (pulled.isPresent()) {
      join();
      return true;
    }
    Optional<WireOffer> offer = offer();
    partners = offer.map(this::takers).orElse(List.of());
    if (partners.isEmpty()) {
      return false;
    }
    pulled = offer;
    partner = 0;
    show();
    return true;
  }

  /** Free ports before wired ones, what is not converted before the rest, near before far. */
  private List<Socket> takers(WireOffer offer) {
    return model.layout().nodes().stream()
        .flatMap(NodeLayout::sockets)
        .filter(offer::accepts)
        .filter(socket -> !model.graph().wires().contains(offer.wire(socket)))
        .sorted(
            Comparator.comparing(this::wired)
                .thenComparing(socket -> offer.conversion(socket).isPresent())
                .thenComparingDouble(socket -> socket.at().distance(offer.anchor().at())))
        .toList();
  }

  private boolean wired(Socket socket) {
    return !socket.output() && model.graph().wireTo(socket.ref()).isPresent();
  }

  private void show() {
    Socket to = partners.get(partner);
    model
        .sketchProperty()
        .set(new Sketch.LooseWire(pulled.orElseThrow(), to.at(), Optional.of(to)));
    model.portFocusProperty().set(Optional.of(PortEnd.of(to)));
    model.layout().node(to.ref().node()).ifPresent(reveal);
  }

  private void join() {
    WireOffer offer = pulled.orElseThrow();
    Wire wire = offer.wire(partners.get(partner));
    drop();
    model.apply(new GraphEdit.Connect(wire));
    model.seal();
  }

  /** Takes the wires from the port. */
  public void disconnect() {
    port()
        .ifPresent(
            socket -> {
              drop();
              List<GraphEdit> edits =
                  model.graph().wires().stream()
                      .filter(w -> (socket.output() ? w.from() : w.to()).equals(socket.ref()))
                      .<GraphEdit>map(GraphEdit.Disconnect::new)
                      .toList();
              model.apply(new GraphEdit.Compound("edit.disconnect", edits));
            });
  }

  /** Lets go of the pulled wire, else leaves the ports; says whether there was either. */
  public boolean cancel() {
    if (pulled.isPresent()) {
      drop();
      return true;
    }
    boolean was = port().isPresent();
    leave();
    return was;
  }

  /** Leaves the ports. */
  public void leave() {
    drop();
    if (model.portFocusProperty().get().isPresent()) {
      model.portFocusProperty().set(Optional.empty());
    }
  }

  private void drop() {
    Optional<WireOffer> was = pulled;
    pulled = Optional.empty();
    partners = List.of();
    was.ifPresent(
        offer -> {
          model.sketchProperty().set(new Sketch.Nothing());
          model.portFocusProperty().set(Optional.of(PortEnd.of(offer.anchor())));
        });
  }
}
