package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.command.Commands;
import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.paint.CategoryIcons;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** Actions to do and nodes to go to, as lists that are searched by typing. */
final class ActionChoices {
  private static final List<EditorAction> NODE_ACTIONS =
      List.of(
          EditorAction.MUTE,
          EditorAction.BYPASS,
          EditorAction.FREEZE,
          EditorAction.COLLAPSE,
          EditorAction.PIN,
          EditorAction.PICTURE,
          EditorAction.RENAME,
          EditorAction.GROUP,
          EditorAction.UNGROUP,
          EditorAction.ENTER_GROUP,
          EditorAction.PROMOTE,
          EditorAction.RETITLE,
          EditorAction.PUBLISH,
          EditorAction.FRAME,
          EditorAction.COPY,
          EditorAction.CUT,
          EditorAction.DUPLICATE,
          EditorAction.DETACH,
          EditorAction.DISSOLVE,
          EditorAction.DELETE,
          EditorAction.RESET,
          EditorAction.REPLACE);

  private ActionChoices() {}

  /** All actions, with their keys. */
  static List<Choice> actions(KeyBindings bindings, Commands commands, EditorTexts texts) {
    return choices(
        Arrays.stream(EditorAction.values())
            .filter(action -> action != EditorAction.ACTIONS && action != EditorAction.ESCAPE),
        bindings,
        commands,
        texts);
  }

  /** What is done with nodes that are selected. */
  static List<Choice> menu(KeyBindings bindings, Commands commands, EditorTexts texts) {
    return choices(NODE_ACTIONS.stream(), bindings, commands, texts);
  }

  private static List<Choice> choices(
      Stream<EditorAction> actions, KeyBindings bindings, Commands commands, EditorTexts texts) {
    return actions
        .map(
            action ->
                new Choice(
                    texts.get(action.key()),
                    texts.get(action.group().key()),
                    bindings.text(action),
                    List.of(action.name()),
                    Feather.COMMAND,
                    Hue.SLATE,
                    () -> action.run(commands)))
        .toList();
  }

  /** All nodes, by title, id and text of their parameters. */
  static List<Choice> nodes(
      EditorModel model, TextSource names, EditorTexts texts, Consumer<String> go) {
    return model.layout().nodes().stream().map(node -> choice(node, names, texts, go)).toList();
  }

  private static Choice choice(
      NodeLayout node, TextSource names, EditorTexts texts, Consumer<String> go) {
    NodeSpec spec = node.face().spec();
    List<String> keywords =
        Stream.concat(
                Stream.of(node.id(), spec.id()),
                node.face().node().params().values().stream().map(Object::toString))
            .toList();
    return new Choice(
        names.title(spec) + " · " + node.id(),
        texts.get("find.group"),
        names.help(spec),
        keywords,
        CategoryIcons.of(spec.category()),
        Hue.of(spec.category()),
        () -> go.accept(node.id()));
  }
}
