package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.runtime.preset.ResourceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The presets that are open, and of the one in front its graph, the way back, and whether it is
 * saved. There is always one in front. For the window's thread only.
 */
public final class StudioDocument {
  private final ResourceFiles resources;
  private final ReadOnlyObjectWrapper<LoadedPreset> source = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.EMPTY);
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<GraphEdit> nextUndo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GraphEdit> nextRedo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper openings = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<List<OpenDocument>> documents =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<OpenDocument> front = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<Integer, Unsaved>> unsaved =
      new ReadOnlyObjectWrapper<>(Map.of());
  private int keys;

  /**
   * An empty document.
   *
   * @param resources finds the files that ship
   * @param name what a preset without a file is called
   */
  public StudioDocument(ResourceFiles resources, String name) {
    this.resources = resources;
    add(fresh(name));
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

  private LoadedPreset filed(Preset preset, Path file) {
    return new LoadedPreset(
        preset,
        file.toString(),
        Optional.of(file),
        new PresetFiles(Optional.ofNullable(file.toAbsolutePath().getParent()), resources)
            .expecting(preset.models()));
  }

  /** All that are open, in the order of their tabs. */
  public ReadOnlyObjectProperty<List<OpenDocument>> documentsProperty() {
    return documents.getReadOnlyProperty();
  }

  /** The one in front. */
  public ReadOnlyObjectProperty<OpenDocument> frontProperty() {
    return front.getReadOnlyProperty();
  }

  /** What would be lost if the program ended now, by a number for each document. */
  public ReadOnlyObjectProperty<Map<Integer, Unsaved>> unsavedProperty() {
    return unsaved.getReadOnlyProperty();
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
    return front.get().file();
  }

  /** Rises whenever another preset comes to the front, not when one is edited or saved. */
  public ReadOnlyLongProperty openingsProperty() {
    return openings.getReadOnlyProperty();
  }

  /**
   * The graph's history, for a canvas that edits it by itself and then calls {@link #refresh}.
   * Another one for another preset.
   */
  public EditHistory history() {
    return front.get().history();
  }

  /** Finds what the preset names. */
  public PresetFiles files() {
    return source.get().files();
  }

  /** The preset with the graph as it is now. */
  public Preset preset() {
    return front.get().preset();
  }

  /**
   * Shows another preset, which counts as saved: in place of a front one in which nothing was done,
   * else in a tab of its own. One whose file is open already comes to the front, as it is on the
   * disk if nothing in it is to be saved.
   */
  public void open(LoadedPreset preset) {
    Optional<OpenDocument> same =
        preset
            .file()
            .flatMap(file -> documents.get().stream().filter(d -> isAt(d, file)).findFirst());
    if (same.isPresent() && same.get().dirtyProperty().get()) {
      show(same.get());
    } else if (same.isPresent() || front.get().blank()) {
      OpenDocument there = same.orElseGet(front::get);
      there.load(preset);
      bringToFront(there);
    } else {
      add(preset);
    }
  }

  private static boolean isAt(OpenDocument document, Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    return document.file().filter(f -> f.toAbsolutePath().normalize().equals(wanted)).isPresent();
  }

  private OpenDocument add(LoadedPreset preset) {
    OpenDocument added = new OpenDocument(keys++, preset);
    List<OpenDocument> all = new ArrayList<>(documents.get());
    all.add(all.indexOf(front.get()) + 1, added);
    documents.set(List.copyOf(all));
    bringToFront(added);
    return added;
  }

  /** Shows a preset that was found after a crash; it counts as not saved. */
  public void openRecovered(Unsaved found) {
    LoadedPreset preset =
        found.file().map(file -> filed(found.preset(), file)).orElse(unfiled(found.preset()));
    if (front.get().blank()) {
      front.get().load(preset);
    } else {
      add(preset);
    }
    front.get().become(preset);
    bringToFront(front.get());
  }

  /** Brings another to the front. */
  public void show(OpenDocument document) {
    if (document != front.get() && documents.get().contains(document)) {
      bringToFront(document);
    }
  }

  /**
   * Takes a document away, saved or not. After the last there is an empty one.
   *
   * @param name what a preset without a file is called
   */
  public void close(OpenDocument document, String name) {
    List<OpenDocument> rest = new ArrayList<>(documents.get());
    int place = rest.indexOf(document);
    if (place < 0) {
      return;
    }
    rest.remove(place);
    boolean wasFront = document == front.get();
    if (rest.isEmpty()) {
      rest.add(new OpenDocument(keys++, fresh(name)));
    }
    documents.set(List.copyOf(rest));
    if (wasFront) {
      bringToFront(rest.get(Math.min(place, rest.size() - 1)));
    } else {
      refresh();
    }
  }

  private void bringToFront(OpenDocument document) {
    front.set(document);
    source.set(document.source());
    refresh();
    openings.set(openings.get() + 1);
  }

  /**
   * Takes other files for the preset's models, which is then to be saved. Counts as an opening:
   * play starts anew with them.
   */
  public void acceptModels(List<Preset.Model> models) {
    LoadedPreset was = source.get();
    front
        .get()
        .become(
            new LoadedPreset(
                was.preset().withModels(models),
                was.name(),
                was.file(),
                was.files().expecting(models)));
    bringToFront(front.get());
  }

  /**
   * Makes an edit.
   *
   * @throws IllegalArgumentException if it does not fit the graph, which is then unchanged
   */
  public void apply(GraphEdit edit) {
    history().apply(edit);
    refresh();
  }

  /** Ends a step, so that the next edit is undone by itself. */
  public void seal() {
    history().seal();
  }

  /** Takes the last step back. */
  public void undo() {
    history().undo();
    refresh();
  }

  /** Makes the last step that was taken back again. */
  public void redo() {
    history().redo();
    refresh();
  }

  /**
   * A document was written.
   *
   * @param file where
   * @param written what; the document stays dirty if its graph is another by now
   */
  public void saved(OpenDocument document, Path file, Preset written) {
    boolean all = written.graph().equals(document.history().graph());
    document.saved(filed(written, file), all);
    if (document == front.get()) {
      source.set(document.source());
    }
    refresh();
  }

  /** The history was used by somebody else: brings the properties up to date. */
  public void refresh() {
    OpenDocument shown = front.get();
    shown.refresh();
    graph.set(shown.history().graph());
    dirty.set(shown.dirtyProperty().get());
    nextUndo.set(shown.history().nextUndo().orElse(null));
    nextRedo.set(shown.history().nextRedo().orElse(null));
    unsaved.set(
        documents.get().stream()
            .filter(document -> document.dirtyProperty().get())
            .collect(Collectors.toMap(OpenDocument::key, d -> new Unsaved(d.preset(), d.file()))));
  }
}
