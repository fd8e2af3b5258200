package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;

/**
 * Draws a wire from a port, or takes the loose end of one that is at an input. It is wired where it
 * is let go; over nothing, a taken wire is deleted and a new one asks the palette for a node.
 */
final class WireGesture implements Gesture {
  private static final double PULL = 14;

  private final EditorModel model;
  private final Desk desk;
  private final EditorTexts texts;
  private final Point2D start;
  private final Optional<Wire> detached;
  private final WireOffer offer;
  private boolean dragging;

  WireGesture(EditorModel model, Desk desk, EditorTexts texts, Socket socket, Pointer start) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    this.start = start.screen();
    Optional<Wire> wire = socket.output() ? Optional.empty() : model.graph().wireTo(socket.ref());
    Optional<Socket> source = wire.flatMap(w -> model.layout().output(w.from()));
    this.detached = source.isPresent() ? wire : Optional.empty();
    this.offer = model.offer(source.orElse(socket), detached);
  }

  @Override
  public void drag(Pointer pointer) {
    if (!dragging && pointer.screen().distance(start) <= THRESHOLD) {
      return;
    }
    if (!dragging) {
      dragging = true;
      detached.ifPresent(wire -> model.preview(new GraphEdit.Disconnect(wire)));
    }
    Optional<Socket> target = target(under(pointer));
    Point2D end = target.map(Socket::at).orElse(pointer.world());
    model.sketchProperty().set(new Sketch.LooseWire(offer, end, target));
  }

  private Hit under(Pointer pointer) {
    return model.layout().at(pointer.world(), PULL / model.cameraProperty().get().zoom());
  }

  private Optional<Socket> target(Hit hit) {
    return switch (hit) {
      case Hit.OnSocket(Socket socket) -> Optional.of(socket).filter(offer::accepts);
      case Hit.OnNode(NodeLayout node) -> offer.firstIn(node);
      case Hit.OnBadge(NodeLayout node) -> offer.firstIn(node);
      case Hit.OnField(Field field) ->
          model.layout().node(field.node()).flatMap(node -> target(node, field));
      case Hit.OnWire wire -> Optional.empty();
      case Hit.Background ground -> Optional.empty();
      case Hit.OnAnnotation on -> Optional.empty();
      case Hit.OnReroute on -> Optional.empty();
    };
  }

  /** A number goes to the parameter that it is let go on, anything else to the node. */
  private Optional<Socket> target(NodeLayout node, Field field) {
    return offer.bringsNumber()
        ? node.paramInput(field.param()).filter(offer::accepts)
        : offer.firstIn(node);
  }

  @Override
  public void release(Pointer pointer) {
    model.sketchProperty().set(new Sketch.Nothing());
    if (!dragging) {
      return;
    }
    Hit hit = under(pointer);
    Optional<Socket> target = target(hit);
    if (target.isPresent()) {
      connect(offer.wire(target.get()));
    } else if (hit instanceof Hit.Background
        || hit instanceof Hit.OnWire
        || hit instanceof Hit.OnReroute
        || hit instanceof Hit.OnAnnotation) {
      dropOnGround(pointer);
    } else {
      model.endPreview();
      desk.refuse(reason(hit), pointer.screen());
    }
  }

  private void connect(Wire wire) {
    GraphEdit connect = new GraphEdit.Connect(wire);
    if (detached.filter(wire::equals).isPresent()) {
      model.endPreview();
    } else if (detached.isPresent()) {
      GraphEdit disconnect = new GraphEdit.Disconnect(detached.get());
      model.apply(GraphEdit.Compound.of(connect, disconnect));
    } else {
      model.apply(connect);
    }
  }

  private void dropOnGround(Pointer pointer) {
    if (detached.isPresent()) {
      model.apply(new GraphEdit.Disconnect(detached.get()));
    } else {
      desk.openPalette(pointer.screen(), offer);
    }
  }

  private String reason(Hit hit) {
    if (hit instanceof Hit.OnSocket(Socket socket)) {
      if (socket.output() == offer.anchor().output()) {
        return texts.get(socket.output() ? "refusal.twoOutputs" : "refusal.twoInputs");
      }
      return offer.refusal(socket).orElseThrow();
    }
    if (hit instanceof Hit.OnField(Field field) && offer.bringsNumber()) {
      return offer.refusal(field).orElseThrow();
    }
    return texts.get(
        offer.anchor().output() ? "refusal.noInput" : "refusal.noOutput",
        offer.anchor().port().type().id());
  }

  @Override
  public void cancel() {
    model.sketchProperty().set(new Sketch.Nothing());
    model.endPreview();
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }
}
