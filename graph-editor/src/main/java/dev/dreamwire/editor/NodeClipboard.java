package dev.dreamwire.editor;

import dev.dreamwire.editor.model.FragmentTexts;
import dev.dreamwire.runtime.graph.Graph;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * What was copied last: here, or as text in the system's clipboard, from where it goes to other
 * documents, windows and programs. Window thread only.
 */
final class NodeClipboard {
  private Optional<FragmentTexts> texts = Optional.empty();
  private Graph copied = Graph.EMPTY;
  private String written = "";

  /** From now on nodes are also copied as text. */
  void use(FragmentTexts format) {
    texts = Optional.of(format);
  }

  void copy(Graph fragment) {
    copied = fragment;
    texts.ifPresent(
        format -> {
          written = format.write(fragment);
          ClipboardContent content = new ClipboardContent();
          content.putString(written);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  /**
   * What to paste.
   *
   * @throws IllegalArgumentException if something that holds no nodes was copied last; the message
   *     is for people
   */
  Graph paste() {
    String text = Clipboard.getSystemClipboard().getString();
    boolean foreign = text != null && !text.isBlank() && !text.equals(written);
    return foreign && texts.isPresent() ? texts.get().read(text) : copied;
  }
}
