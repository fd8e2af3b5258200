package dev.dreamwire.editor;

import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Rewiring;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Subgraph;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes nodes out. The border of a subgraph stays, and it is said if nothing else is selected. */
final class RemovalActions {
  private final EditorModel model;
  private final EditorTexts texts;
  private final Consumer<String> refuse;

  /**
   * Acts on a model's selection.
   *
   * @param refuse tells why something cannot be taken out
   */
  RemovalActions(EditorModel model, EditorTexts texts, Consumer<String> refuse) {
    this.model = model;
    this.texts = texts;
    this.refuse = refuse;
  }

  /** The selected nodes that can be taken out. */
  private Set<String> removable() {
    Set<String> ids = new HashSet<>(model.selectionProperty().get());
    ids.removeIf(id -> Subgraph.borderOf(model.graph().nodes().get(id).type()).isPresent());
    return ids;
  }

  /** Says so if only nodes are selected that stay, and whether it is so. */
  boolean refused() {
    boolean stays = !model.selectionProperty().get().isEmpty() && removable().isEmpty();
    if (stays) {
      refuse.accept(texts.get("refusal.border"));
    }
    return stays;
  }

  /** Deletes what is selected. */
  void delete() {
    if (!refused()) {
      model.deleteSelected();
    }
  }

  /** Deletes the selected nodes; what flowed through them flows past. */
  void dissolve() {
    apply(ids -> new Rewiring(model.registry()).dissolve(model.graph(), ids));
  }

  /** Takes the wires from the selected nodes; what flowed through them flows past. */
  void detach() {
    apply(ids -> new Rewiring(model.registry()).detach(model.graph(), ids));
  }

  private void apply(Function<Set<String>, GraphEdit> edit) {
    if (!refused()) {
      model.apply(edit.apply(removable()));
    }
  }
}
