package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.runtime.preset.ResourceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The preset that is open: its graph, the way back, and whether it is saved. For the window's
 * thread only.
 */
public final class StudioDocument {
  private final ResourceFiles resources;
  private final ReadOnlyObjectWrapper<LoadedPreset> source = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.EMPTY);
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<GraphEdit> nextUndo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GraphEdit> nextRedo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper openings = new ReadOnlyLongWrapper();
  private EditHistory history = new EditHistory(Graph.EMPTY);
  private boolean unsaved;

  /**
   * An empty document.
   *
   * @param resources finds the files that ship
   * @param name what a preset without a file is called
   */
  public StudioDocument(ResourceFiles resources, String name) {
    this.resources = resources;
    open(fresh(name));
  }

  /** An empty preset without a file. */
  public LoadedPreset fresh(String name) {
    return unfiled(Preset.of(name, Graph.EMPTY));
  }

  private LoadedPreset unfiled(Preset preset) {
    return new LoadedPreset(
        preset,
        preset.name(),
        Optional.empty(),
        new PresetFiles(Optional.empty(), resources).expecting(preset.models()));
  }

  /** The graph as it is now. */
  public ReadOnlyObjectProperty<Graph> graphProperty() {
    return graph.getReadOnlyProperty();
  }

  /** What was opened or saved last; its graph may be older than {@link #graphProperty}. */
  public ReadOnlyObjectProperty<LoadedPreset> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Whether there is something to save. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /** The edit that undoing takes back, or null. */
  public ReadOnlyObjectProperty<GraphEdit> nextUndoProperty() {
    return nextUndo.getReadOnlyProperty();
  }

  /** The edit that redoing makes again, or null. */
  public ReadOnlyObjectProperty<GraphEdit> nextRedoProperty() {
    return nextRedo.getReadOnlyProperty();
  }

  public Graph graph() {
    return graph.get();
  }

  public boolean dirty() {
    return dirty.get();
  }

  /** The file, if the document has one. */
  public Optional<Path> file() {
    return source.get().file();
  }

  /** Rises whenever another preset is opened, not when the same one is edited or saved. */
  public ReadOnlyLongProperty openingsProperty() {
    return openings.getReadOnlyProperty();
  }

  /**
   * The graph's history, for a canvas that edits it by itself and then calls {@link #refresh}.
   * Another one for another preset.
   */
  public EditHistory history() {
    return history;
  }

  /** Finds what the preset names. */
  public PresetFiles files() {
    return source.get().files();
  }

  /** The preset with the graph as it is now. */
  public Preset preset() {
    return source.get().preset().with(graph());
  }

  /** Shows another preset, which counts as saved. */
  public void open(LoadedPreset preset) {
    unsaved = false;
    history = new EditHistory(preset.preset().graph());
    source.set(preset);
    refresh();
    openings.set(openings.get() + 1);
  }

  /** Shows a preset that was found after a crash; it counts as not saved. */
  public void openRecovered(Preset preset) {
    open(unfiled(preset));
    unsaved = true;
    refresh();
  }

  /**
   * Takes other files for the preset's models, which is then to be saved. Counts as an opening:
   * play starts anew with them.
   */
  public void acceptModels(List<Preset.Model> models) {
    LoadedPreset was = source.get();
    unsaved = true;
    source.set(
        new LoadedPreset(
            was.preset().withModels(models),
            was.name(),
            was.file(),
            was.files().expecting(models)));
    refresh();
    openings.set(openings.get() + 1);
  }

  /**
   * Makes an edit.
   *
   * @throws IllegalArgumentException if it does not fit the graph, which is then unchanged
   */
  public void apply(GraphEdit edit) {
    history.apply(edit);
    refresh();
  }

  /** Ends a step, so that the next edit is undone by itself. */
  public void seal() {
    history.seal();
  }

  /** Takes the last step back. */
  public void undo() {
    history.undo();
    refresh();
  }

  /** Makes the last step that was taken back again. */
  public void redo() {
    history.redo();
    refresh();
  }

  /**
   * The document was written.
   *
   * @param file where
   * @param written what; the document stays dirty if its graph is another by now
   */
  public void saved(Path file, Preset written) {
    if (written.graph().equals(graph())) {
      unsaved = false;
      history.markClean();
    }
    source.set(
        new LoadedPreset(
            written,
            file.toString(),
            Optional.of(file),
            new PresetFiles(Optional.ofNullable(file.toAbsolutePath().getParent()), resources)
                .expecting(written.models())));
    refresh();
  }

  /** The history was used by somebody else: brings the properties up to date. */
  public void refresh() {
    graph.set(history.graph());
    dirty.set(unsaved || history.dirty());
    nextUndo.set(history.nextUndo().orElse(null));
    nextRedo.set(history.nextRedo().orElse(null));
  }
}
