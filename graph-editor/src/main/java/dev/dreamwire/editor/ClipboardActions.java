package dev.dreamwire.editor;

import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Fragments;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.List;
import java.util.function.Consumer;

/** Copies, cuts, pastes and duplicates what is selected: nodes, frames and comments. */
final class ClipboardActions {
  private static final double BESIDE = 3 * Snapping.GRID;

  private final EditorModel model;
  private final Consumer<String> refuse;
  private final NodeClipboard clipboard = new NodeClipboard();
  private int pasted;

  /**
   * Acts on a model's selection.
   *
   * @param refuse tells why something cannot be pasted
   */
  ClipboardActions(EditorModel model, Consumer<String> refuse) {
    this.model = model;
    this.refuse = refuse;
  }

  NodeClipboard clipboard() {
    return clipboard;
  }

  private Graph selected() {
    return Fragments.of(
        model.graph(),
        model.layout(),
        model.selectionProperty().get(),
        model.selectedAnnotationProperty().get());
  }

  private static boolean isEmpty(Graph fragment) {
    return fragment.nodes().isEmpty() && fragment.annotations().isEmpty();
  }

  /** Keeps a copy of what is selected; says whether there was anything. */
  boolean copy() {
    Graph fragment = selected();
    if (isEmpty(fragment)) {
      return false;
    }
    clipboard.copy(fragment);
    pasted = 0;
    return true;
  }

  /** Copies and takes out what was copied. */
  void cut() {
    Graph fragment = selected();
    if (copy()) {
      model.apply(
          new GraphEdit.Compound(
              "edit.removeNodes",
              List.of(
                  new GraphEdit.RemoveNodes(fragment.nodes().keySet()),
                  new GraphEdit.RemoveAnnotations(fragment.annotations().keySet()))));
    }
  }

  /** Puts in what was copied last, each time a little further aside. */
  void paste() {
    Graph copied;
    try {
      copied = clipboard.paste();
    } catch (IllegalArgumentException foreign) {
      refuse.accept(foreign.getMessage());
      return;
    }
    pasted++;
    Graph part = Fragments.fresh(copied, model.graph(), BESIDE * pasted, BESIDE * pasted);
    model.apply(new GraphEdit.AddNodes(part));
    select(part);
  }

  /** Puts a copy of what is selected beside it, fed by the same outputs. */
  void duplicate() {
    Graph fragment = selected();
    if (!isEmpty(fragment)) {
      Graph copy = Fragments.fresh(fragment, model.graph(), BESIDE, BESIDE);
      model.apply(Fragments.duplicate(model.graph(), fragment, copy));
      select(copy);
    }
  }

  private void select(Graph part) {
    if (!part.nodes().isEmpty()) {
      model.select(part.nodes().keySet());
    } else {
      part.annotations().values().stream().findFirst().ifPresent(model::select);
    }
  }
}
