package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.text.EditorTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What a parameter that names a file can be set to, as a list to choose from. */
final class FileOffers {
  private final FileChoices files;
  private final EditorTexts texts;

  FileOffers(FileChoices files, EditorTexts texts) {
    this.files = files;
    this.texts = texts;
  }

  /**
   * The files that are known, a look into folders, and none.
   *
   * @param set takes the chosen name
   */
  List<Choice> of(NodeFace face, Param param, Consumer<String> set) {
    NodeSpec spec = face.spec();
    List<String> extensions = ((Param.FileKind) param.kind()).extensions();
    List<Choice> choices = new ArrayList<>();
    if (files.browses()) {
      choices.add(
          choice(
              texts.get("file.browse"),
              String.join(", ", extensions),
              Feather.FOLDER,
              () -> files.browse(extensions).ifPresent(set)));
    }
    for (String name : files.known(spec, param)) {
      choices.add(choice(name, name, Feather.FILE, () -> set.accept(name)));
    }
    if (!String.valueOf(face.value(param)).isEmpty()) {
      choices.add(choice(texts.get("file.none"), "", Feather.X, () -> set.accept("")));
    }
    return choices;
  }

  /** The file of a name that was typed. */
  Choice typed(String name, Consumer<String> set) {
    return choice(texts.get("file.typed", name), name, Feather.EDIT_2, () -> set.accept(name));
  }

  private Choice choice(String title, String help, Feather icon, Runnable action) {
    return new Choice(title, texts.get("file.group"), help, List.of(), icon, Hue.SLATE, action);
  }
}
