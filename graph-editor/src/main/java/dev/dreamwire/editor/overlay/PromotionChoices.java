package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.paint.CategoryIcons;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.graph.SubgraphEdit.Promoted;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.kordamp.ikonli.feather.Feather;

/** What instances of the subgraph that is entered could show of it, and what they show. */
final class PromotionChoices {
  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;
  private final BiConsumer<Promoted, String> rename;

  /**
   * Offers promotions.
   *
   * @param rename asks for another name
   */
  PromotionChoices(
      EditorModel model, TextSource names, EditorTexts texts, BiConsumer<Promoted, String> rename) {
    this.model = model;
    this.names = names;
    this.texts = texts;
    this.rename = rename;
  }

  /** First what could be promoted of the selected nodes, or of all; then what is promoted. */
  List<Choice> of(Subgraph level) {
    List<Choice> out = new ArrayList<>();
    for (NodeLayout node : model.layout().nodes()) {
      boolean chosen =
          model.selectionProperty().get().isEmpty()
              || model.selectionProperty().get().contains(node.id());
      if (chosen && Subgraph.borderOf(node.face().node().type()).isEmpty()) {
        params(level, node, out);
        ports(level, node, out);
      }
    }
    for (String name : level.params().stream().map(PromotedParam::name).distinct().toList()) {
      promoted(level, Promoted.PARAM, name, out);
      led(level, name, out);
    }
    level.inputs().forEach(p -> promoted(level, Promoted.INPUT, p.name(), out));
    level.outputs().forEach(p -> promoted(level, Promoted.OUTPUT, p.name(), out));
    return out;
  }

  private void params(Subgraph level, NodeLayout node, List<Choice> out) {
    for (Param param : node.face().spec().params()) {
      if (level.promoted(node.id(), param.name()).isEmpty()) {
        out.add(
            choice(
                node,
                names.param(node.face().spec(), param),
                "promote.param",
                () ->
                    apply(
                        new SubgraphEdit.PromoteParam(
                            level.id(),
                            new PromotedParam(param.name(), node.id(), param.name())))));
        joins(level, node, param, out);
      }
    }
  }

  /** The outer parameters that could lead this one too: those of its kind. */
  private void joins(Subgraph level, NodeLayout node, Param param, List<Choice> out) {
    level.params().stream()
        .map(PromotedParam::name)
        .distinct()
        .filter(name -> kind(level.led(name).getFirst()).filter(param.kind()::equals).isPresent())
        .forEach(
            name ->
                out.add(
                    choice(
                        node,
                        names.param(node.face().spec(), param),
                        "promote.join",
                        name,
                        () ->
                            apply(with(level, new PromotedParam(name, node.id(), param.name()))))));
  }

  private static SubgraphEdit with(Subgraph level, PromotedParam more) {
    List<PromotedParam> all = new ArrayList<>(level.params());
    all.add(more);
    return new SubgraphEdit.Retarget(level.id(), all);
  }

  private Optional<Param.Kind> kind(PromotedParam promoted) {
    return model
        .layout()
        .node(promoted.node())
        .map(node -> node.face().spec().param(promoted.param()))
        .map(Param::kind);
  }

  /** Inner parameters that are led with others, each to be let go alone. */
  private void led(Subgraph level, String name, List<Choice> out) {
    List<PromotedParam> led = level.led(name);
    for (PromotedParam each : led.size() > 1 ? led : List.<PromotedParam>of()) {
      out.add(
          new Choice(
              texts.get("promote.release", each.node(), each.param(), name),
              texts.get("promote.shown"),
              texts.get("promote.kind.PARAM"),
              List.of(name, each.node(), each.param()),
              Feather.X,
              Hue.INDIGO,
              () ->
                  apply(
                      new SubgraphEdit.Retarget(
                          level.id(),
                          level.params().stream().filter(p -> !p.equals(each)).toList()))));
    }
  }

  private void ports(Subgraph level, NodeLayout node, List<Choice> out) {
    for (Socket socket : node.ports().toList()) {
      Optional<String> border = border(level, socket.output());
      if (border.isPresent() && !isOut(level, socket)) {
        PortRef free = new PortRef(border.get(), Subgraph.NEW_PORT);
        Wire wire = socket.output() ? new Wire(socket.ref(), free) : new Wire(free, socket.ref());
        out.add(
            choice(
                node,
                names.port(node.face().spec(), socket.port()),
                socket.output() ? "promote.output" : "promote.input",
                () -> model.apply(new GraphEdit.Connect(wire))));
      }
    }
  }

  /** The border node that a port's wire would end at. */
  private Optional<String> border(Subgraph level, boolean output) {
    return model.graph().nodes().values().stream()
        .filter(node -> Subgraph.borderOf(node.type()).filter(level.id()::equals).isPresent())
        .map(Node::id)
        .filter(
            id ->
                model
                    .layout()
                    .node(id)
                    .filter(node -> node.inputs().isEmpty() != output)
                    .isPresent())
        .findFirst();
  }

  /** Whether a port has its wire to the border already. */
  private boolean isOut(Subgraph level, Socket socket) {
    return model.graph().wires().stream()
        .filter(wire -> (socket.output() ? wire.from() : wire.to()).equals(socket.ref()))
        .map(wire -> (socket.output() ? wire.to() : wire.from()).node())
        .anyMatch(
            id ->
                Subgraph.borderOf(model.graph().nodes().get(id).type())
                    .filter(level.id()::equals)
                    .isPresent());
  }

  private Choice choice(NodeLayout node, String part, String key, Runnable action) {
    return choice(node, part, key, "", action);
  }

  private Choice choice(NodeLayout node, String part, String key, String other, Runnable action) {
    return new Choice(
        texts.get(key, part, other),
        texts.get("promote.group"),
        names.title(node.face().spec()) + " · " + node.id(),
        List.of(node.id(), part),
        CategoryIcons.of(node.face().spec().category()),
        Hue.of(node.face().spec().category()),
        action);
  }

  private void promoted(Subgraph level, Promoted kind, String name, List<Choice> out) {
    String group = texts.get("promote.shown");
    out.add(
        new Choice(
            texts.get("promote.withdraw", name),
            group,
            texts.get("promote.kind." + kind.name()),
            List.of(name),
            Feather.EYE_OFF,
            Hue.INDIGO,
            () -> apply(new SubgraphEdit.Demote(level.id(), kind, name))));
    out.add(
        new Choice(
            texts.get("promote.rename", name),
            group,
            texts.get("promote.kind." + kind.name()),
            List.of(name),
            Feather.EDIT_2,
            Hue.INDIGO,
            () -> rename.accept(kind, name)));
  }

  private void apply(SubgraphEdit edit) {
    model.seal();
    model.applyToAll(edit);
    model.seal();
  }
}
