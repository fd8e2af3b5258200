package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a frame or a comment: write, colour, delete. */
final class AnnotationChoices {
  private static final List<Hue> COLOURS =
      List.of(Hue.SKY, Hue.EMERALD, Hue.AMBER, Hue.ROSE, Hue.VIOLET, Hue.SLATE);

  private AnnotationChoices() {}

  /** All frames and comments, by what they say. */
  static List<Choice> all(EditorModel model, EditorTexts texts, Consumer<Annotation> show) {
    return model.graph().annotations().values().stream()
        .map(
            note ->
                new Choice(
                    note.text().lines().findFirst().orElse(note.id()),
                    texts.get("find.annotations"),
                    note.text(),
                    List.of(note.id(), note.text()),
                    note.kind() == Annotation.Kind.FRAME ? Feather.SQUARE : Feather.MESSAGE_SQUARE,
                    Hue.SLATE,
                    () -> show.accept(note)))
        .toList();
  }

  static List<Choice> of(
      Annotation annotation, EditorModel model, EditorTexts texts, Runnable write) {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        choice(texts, "annotation.write", "actions.edit", Feather.EDIT_2, Hue.SLATE, write));
    choices.add(
        choice(
            texts,
            "action.delete",
            "actions.edit",
            Feather.TRASH_2,
            Hue.SLATE,
            () -> model.apply(new GraphEdit.RemoveAnnotations(Set.of(annotation.id())))));
    for (Hue hue : COLOURS) {
      String name = hue.name().toLowerCase(Locale.ROOT);
      choices.add(
          choice(
              texts,
              "colour." + name,
              "annotation.colour",
              Feather.DROPLET,
              hue,
              () ->
                  model.apply(
                      Annotations.put("edit.colourAnnotation", annotation.withColour(name)))));
    }
    return choices;
  }

  private static Choice choice(
      EditorTexts texts, String key, String group, Feather icon, Hue hue, Runnable action) {
    return new Choice(texts.get(key), texts.get(group), "", List.of(key), icon, hue, action);
  }
}
