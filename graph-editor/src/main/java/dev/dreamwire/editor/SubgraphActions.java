package dev.dreamwire.editor;

import dev.dreamwire.editor.command.SubgraphCommands;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Fragments;
import dev.dreamwire.editor.overlay.Overlay;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.Grouping;
import dev.dreamwire.runtime.graph.Subgraph;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Does what is done with subgraphs. */
final class SubgraphActions implements SubgraphCommands {
  private final EditorModel model;
  private final GraphEditor editor;
  private final EditorTexts texts;
  private final Supplier<Overlay> overlay;

  /** Acts on a model's selection and level. */
  SubgraphActions(
      EditorModel model, GraphEditor editor, EditorTexts texts, Supplier<Overlay> overlay) {
    this.model = model;
    this.editor = editor;
    this.texts = texts;
    this.overlay = overlay;
  }

  private Set<String> selected() {
    return model.selectionProperty().get();
  }

  private Grouping grouping() {
    return new Grouping(model.graph(), model.registry(), model.levels().subgraph());
  }

  @Override
  public void group() {
    Set<String> around =
        Fragments.of(model.graph(), model.layout(), selected(), Optional.empty())
            .annotations()
            .keySet();
    make(
        grouping().group(selected(), around, texts.get("subgraph.fresh")),
        "refusal.nothingToGroup");
  }

  @Override
  public void ungroup() {
    make(grouping().dissolve(selected()), "refusal.noInstance");
  }

  private void make(Optional<Grouping.Grouped> grouped, String refusal) {
    if (grouped.isEmpty()) {
      refuse(refusal);
      return;
    }
    model.seal();
    model.apply(grouped.get().edit());
    model.seal();
    model.select(grouped.get().nodes());
  }

  private void refuse(String key) {
    editor.refuse(texts.get(key), editor.above(selected()));
  }

  @Override
  public void enter() {
    if (selected().stream().findFirst().filter(model::enter).isEmpty()) {
      refuse("refusal.noInstance");
    }
  }

  @Override
  public void leave() {
    model.leaveTo(Math.max(0, model.levels().path().size() - 1));
  }

  /** The subgraph of the selected instance, else the one that is entered. */
  private Optional<Subgraph> subgraph() {
    return selected().stream()
        .findFirst()
        .map(id -> model.graph().nodes().get(id))
        .flatMap(model.graph().subgraphs()::of)
        .or(() -> model.levels().subgraph());
  }

  @Override
  public void openPromotions() {
    if (model.levels().subgraph().isPresent()) {
      overlay.get().openPromotions(editor.above(selected()));
    } else {
      refuse("refusal.noLevel");
    }
  }

  @Override
  public void retitle() {
    subgraph()
        .ifPresentOrElse(
            subgraph -> overlay.get().retitle(subgraph, editor.above(selected())),
            () -> refuse("refusal.noInstance"));
  }

  @Override
  public void publish() {
    Optional<Subgraph> subgraph = subgraph();
    if (subgraph.isEmpty()) {
      refuse("refusal.noInstance");
    } else if (subgraph.get().title().equals(texts.get("subgraph.fresh"))) {
      refuse("refusal.untitled");
    } else {
      model
          .shelfProperty()
          .get()
          .publish(subgraph.get(), model.graph().subgraphs())
          .ifPresent(told -> editor.refuse(told, editor.above(selected())));
    }
  }
}
