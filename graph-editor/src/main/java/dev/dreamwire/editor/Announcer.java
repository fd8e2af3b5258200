package dev.dreamwire.editor;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.scene.Node;

/** Keeps what a screen reader reads for the canvas: the selected node, or the whole graph. */
final class Announcer {
  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;

  Announcer(EditorModel model, TextSource names, EditorTexts texts) {
    this.model = model;
    this.names = names;
    this.texts = texts;
  }

  void describe(Node control) {
    control.setAccessibleRoleDescription(texts.get("editor"));
    for (Observable seen :
        List.of(
            model.selectionProperty(),
            model.selectedAnnotationProperty(),
            model.selectedWireProperty(),
            model.graphProperty(),
            model.problemsProperty(),
            model.portFocusProperty())) {
      seen.addListener(changed -> control.setAccessibleText(text()));
    }
    control.setAccessibleText(text());
  }

  private String text() {
    Optional<Socket> port = model.portFocusProperty().get().flatMap(model.layout()::socket);
    if (port.isPresent()) {
      return port(port.get());
    }
    Optional<String> other = wire().or(this::annotation);
    if (other.isPresent()) {
      return other.get();
    }
    Set<String> selected = model.selectionProperty().get();
    if (selected.size() > 1) {
      return texts.get("editor.nodes", selected.size());
    }
    return selected.stream()
        .findFirst()
        .flatMap(id -> model.layout().node(id))
        .map(this::node)
        .orElseGet(this::summary);
  }

  private String summary() {
    String summary =
        texts.get(
            "editor.summary",
            model.graph().nodes().size(),
            model.graph().wires().size(),
            model.graph().annotations().size());
    List<String> titles = model.levels().titles();
    return titles.isEmpty()
        ? summary
        : texts.get("editor.level", String.join(", ", titles)) + " " + summary;
  }

  private Optional<String> wire() {
    return model
        .selectedWireProperty()
        .get()
        .map(
            wire ->
                texts.get(
                        "editor.wire",
                        wire.from(),
                        wire.to(),
                        model.graph().reroutes().getOrDefault(wire, List.of()).size())
                    + conversion(wire));
  }

  private String conversion(Wire wire) {
    return model
        .layout()
        .wire(wire)
        .flatMap(WireLayout::conversion)
        .map(made -> " " + made.text())
        .orElse("");
  }

  private Optional<String> annotation() {
    return model
        .selectedAnnotationProperty()
        .get()
        .map(model.graph().annotations()::get)
        .map(
            note ->
                note.kind() == Annotation.Kind.COMMENT
                    ? texts.get("editor.comment", note.text())
                    : texts.get(
                        "editor.frame",
                        note.text(),
                        Annotations.nodes(model.graph(), model.layout(), note).size()));
  }

  /** In which frames a node lies. */
  private String frames(NodeLayout node) {
    return model.graph().annotations().values().stream()
        .filter(
            note ->
                Annotations.nodes(model.graph(), model.layout(), note).stream()
                    .anyMatch(in -> in.id().equals(node.id())))
        .map(note -> texts.get("editor.inFrame", note.text()))
        .collect(Collectors.joining());
  }

  private String port(Socket socket) {
    NodeSpec spec = spec(socket);
    String name = names.port(spec, socket.port());
    String type = socket.port().type().id();
    if (model.sketchProperty().get() instanceof Sketch.LooseWire(var offer, var end, var target)) {
      String from = names.port(spec(offer.anchor()), offer.anchor().port());
      return texts.get("editor.pulled", from, names.title(spec), name, type);
    }
    long wires =
        model.graph().wires().stream()
            .filter(w -> (socket.output() ? w.from() : w.to()).equals(socket.ref()))
            .count();
    boolean declared = spec.input(socket.port().name()) != null;
    String key =
        socket.output() ? "editor.output" : declared ? "editor.input" : "editor.paramInput";
    return texts.get(key, names.title(spec), name, type, wires);
  }

  private NodeSpec spec(Socket socket) {
    return model.layout().node(socket.ref().node()).orElseThrow().face().spec();
  }

  private String state(NodeLayout node) {
    return switch (node.face().node().state().mode()) {
      case MUTED -> texts.get("node.muted");
      case BYPASSED -> texts.get("node.bypassed");
      case FROZEN -> texts.get("node.frozen");
      case ACTIVE -> model.idleProperty().get().contains(node.id()) ? texts.get("node.idle") : "";
    };
  }

  private String node(NodeLayout node) {
    long wired =
        node.inputs().stream().filter(s -> model.graph().wireTo(s.ref()).isPresent()).count();
    String problem =
        model
            .problem(node.id())
            .map(Problem::message)
            .map(message -> texts.get("editor.problem", message))
            .orElse("");
    String inside =
        node.face().inner() > 0 ? texts.get("editor.instance", node.face().inner()) : "";
    return texts.get(
        "editor.node",
        names.title(node.face().spec()),
        node.id(),
        wired,
        node.inputs().size(),
        problem,
        state(node) + inside,
        frames(node));
  }
}
