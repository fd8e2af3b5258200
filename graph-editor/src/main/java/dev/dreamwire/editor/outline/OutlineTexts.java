package dev.dreamwire.editor.outline;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.control.ValueGraphic;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.editor.text.ValueText;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the outline says of a graph, to be seen and to be heard. */
final class OutlineTexts {
  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;

  OutlineTexts(EditorModel model, TextSource names, EditorTexts texts) {
    this.model = model;
    this.names = names;
    this.texts = texts;
  }

  /** The heading of a column. */
  String heading(String column) {
    return texts.get("outline." + column);
  }

  /** What a row is called. */
  String name(OutlineRow row) {
    return switch (row) {
      case OutlineRow.OfNode(var node) -> node.id();
      case OutlineRow.OfInput(var node, var socket) ->
          names.port(node.face().spec(), socket.port());
      case OutlineRow.OfParam(var node, var field) ->
          names.param(node.face().spec(), field.param());
      case OutlineRow.OfNote(var note) -> note.text().lines().findFirst().orElse(note.id());
    };
  }

  /** What kind of thing it is. */
  String kind(OutlineRow row) {
    return switch (row) {
      case OutlineRow.OfNode(var node) -> names.title(node.face().spec());
      case OutlineRow.OfInput(var node, var socket) ->
          texts.get("outline.input", socket.port().type().id());
      case OutlineRow.OfParam param -> texts.get("outline.param");
      case OutlineRow.OfNote(var note) ->
          texts.get(note.kind() == Annotation.Kind.FRAME ? "action.frame" : "action.comment");
    };
  }

  /** The state of a node, where an input comes from, the value of a parameter. */
  String value(OutlineRow row) {
    return switch (row) {
      case OutlineRow.OfNode(var node) -> state(node.id(), node.face().node().state());
      case OutlineRow.OfInput(var node, var socket) -> from(socket.ref());
      case OutlineRow.OfParam(var node, var field) ->
          field
              .driver(model.graph())
              .map(driver -> from(new Wire(driver, field.ref())))
              .orElseGet(() -> value(node.face(), field.param()));
      case OutlineRow.OfNote(var note) -> held(note);
    };
  }

  /** A small picture of a parameter's value, in the column of values. */
  Optional<javafx.scene.Node> graphic(OutlineRow row, String column) {
    return column.equals("value") && row instanceof OutlineRow.OfParam(var node, var field)
        ? ValueGraphic.of(field.param().kind(), node.face().value(field.param()))
        : Optional.empty();
  }

  /** The nodes that lie in a frame. */
  private String held(Annotation note) {
    return Annotations.nodes(model.graph(), model.layout(), note).stream()
        .map(Node::id)
        .collect(Collectors.joining(", "));
  }

  private String from(PortRef input) {
    return model.graph().wireTo(input).map(this::from).orElse(texts.get("outline.unwired"));
  }

  /** Where a wire comes from, and what it makes of its value on the way. */
  private String from(Wire wire) {
    String from = texts.get("outline.from", wire.from());
    return model
        .layout()
        .wire(wire)
        .flatMap(WireLayout::conversion)
        .map(made -> texts.get("outline.converted", from, made.text()))
        .orElse(from);
  }

  private String value(NodeFace face, Param param) {
    NodeSpec spec = face.spec();
    String value = ValueText.of(face.value(param), spec, param, names);
    return param.unit().isEmpty() ? value : value + " " + param.unit();
  }

  private String state(String node, NodeState state) {
    String mode =
        switch (state.mode()) {
          case MUTED -> texts.get("node.muted");
          case BYPASSED -> texts.get("node.bypassed");
          case FROZEN -> texts.get("node.frozen");
          case ACTIVE -> model.idleProperty().get().contains(node) ? texts.get("node.idle") : "";
        };
    String pinned = state.pinned() ? texts.get("outline.pinned") : "";
    return Stream.of(mode.strip(), pinned)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** What is wrong with it. */
  String problem(OutlineRow row) {
    boolean whole = row instanceof OutlineRow.OfNode;
    return problems(row).stream()
        .map(p -> whole && !p.port().isEmpty() ? p.port() + ": " + p.message() : p.message())
        .collect(Collectors.joining("; "));
  }

  /** All problems of a node, or those of a part. */
  private List<Problem> problems(OutlineRow row) {
    return model.problemsProperty().get().stream()
        .filter(problem -> !row.node().isEmpty() && problem.node().equals(row.node()))
        .filter(problem -> part(row).map(problem.port()::equals).orElse(true))
        .toList();
  }

  private static Optional<String> part(OutlineRow row) {
    return switch (row) {
      case OutlineRow.OfNode node -> Optional.empty();
      case OutlineRow.OfNote note -> Optional.empty();
      case OutlineRow.OfInput input -> Optional.of(input.socket().ref().port());
      case OutlineRow.OfParam param -> Optional.of(param.field().param().name());
    };
  }

  /** All of it in one sentence, for a screen reader. */
  String spoken(OutlineRow row) {
    String problem = problem(row);
    return Stream.of(
            name(row),
            kind(row),
            value(row),
            problem.isEmpty() ? "" : texts.get("editor.problem", problem).strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
