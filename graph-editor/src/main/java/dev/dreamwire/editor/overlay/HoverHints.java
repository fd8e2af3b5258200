package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.editor.text.ValueText;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.util.Duration;

/** Tells of the port, parameter, badge or conversion that the pointer rests on. */
final class HoverHints {
  private static final Duration REST = Duration.millis(450);

  private final EditorModel model;
  private final Callout callout;
  private final TextSource names;
  private final EditorTexts texts;
  private final PauseTransition rest = new PauseTransition(REST);

  HoverHints(
      EditorModel model,
      Callout callout,
      Supplier<Optional<Point2D>> pointer,
      TextSource names,
      EditorTexts texts) {
    this.model = model;
    this.callout = callout;
    this.names = names;
    this.texts = texts;
    rest.setOnFinished(
        rested ->
            hint(model.hoverProperty().get())
                .ifPresent(hint -> pointer.get().ifPresent(at -> callout.say(hint, at))));
    model.hoverProperty().addListener((seen, was, now) -> hovered(now));
  }

  /** Says nothing until the pointer rests on something else. */
  void quiet() {
    rest.stop();
  }

  private void hovered(Hit hit) {
    if (callout.refusing()) {
      return;
    }
    callout.hide();
    rest.stop();
    if (hint(hit).isPresent()) {
      rest.playFromStart();
    }
  }

  private Optional<String> hint(Hit hit) {
    return switch (hit) {
      case Hit.OnSocket(Socket socket) ->
          model.layout().node(socket.ref().node()).map(node -> port(node.face().spec(), socket));
      case Hit.OnBadge(var node) -> problems(node.id());
      case Hit.OnField(Field field) ->
          model.layout().node(field.node()).map(node -> param(node.face().spec(), field));
      case Hit.OnWire(var wire) ->
          model.layout().wire(wire).flatMap(WireLayout::conversion).map(Conversion::text);
      default -> Optional.empty();
    };
  }

  private String port(NodeSpec spec, Socket socket) {
    Port port = socket.port();
    String unit = port.unit().isEmpty() ? "" : " [" + port.unit() + "]";
    String first = names.port(spec, port) + unit + " · " + port.type().id();
    String when =
        switch (port.role()) {
          case FEEDBACK -> "\n" + texts.get("port.feedback");
          case START -> "\n" + texts.get("port.start");
          case NORMAL -> port.optional() ? "\n" + texts.get("port.optional") : "";
        };
    return first + when;
  }

  private String param(NodeSpec spec, Field field) {
    Param param = field.param();
    String range =
        switch (param.kind()) {
          case Param.IntKind(long min, long max) when max < Long.MAX_VALUE ->
              " · " + min + "–" + max;
          case Param.FloatKind(double min, double max) when Double.isFinite(max - min) ->
              " · " + ValueText.number(min) + "–" + ValueText.number(max);
          case Param.CurveKind(double minX, double maxX, double minY, double maxY) ->
              texts.get(
                  "field.curve",
                  ValueText.number(minX),
                  ValueText.number(maxX),
                  ValueText.number(minY),
                  ValueText.number(maxY));
          default -> "";
        };
    String unit = range.isEmpty() || param.unit().isEmpty() ? "" : " " + param.unit();
    return names.param(spec, param)
        + range
        + unit
        + "\n"
        + texts.get(param.live() ? "field.live" : "field.fixed")
        + field
            .driver(model.graph())
            .map(driver -> "\n" + texts.get("field.driven", driver))
            .orElse(ParamPorts.of(param).isPresent() ? "\n" + texts.get("field.drivable") : "");
  }

  private Optional<String> problems(String node) {
    List<Problem> found =
        model.problemsProperty().get().stream().filter(p -> p.node().equals(node)).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.stream()
                .map(p -> (p.port().isEmpty() ? "" : p.port() + " ") + p.message())
                .collect(Collectors.joining("\n")));
  }
}
