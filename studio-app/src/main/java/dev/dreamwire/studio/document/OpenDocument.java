package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.graph.EditHistory;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One of the presets that are open: where it came from, its graph's history, whether it is saved.
 * Changed by {@link StudioDocument} alone. For the window's thread.
 */
public final class OpenDocument {
  private final int key;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private LoadedPreset source;
  private EditHistory history;
  private boolean unsaved;

  OpenDocument(int key, LoadedPreset source) {
    this.key = key;
    load(source);
  }

  /** Shows another preset in place of this one; it counts as saved. */
  void load(LoadedPreset preset) {
    source = preset;
    history = new EditHistory(preset.preset().graph());
    unsaved = false;
    refresh();
  }

  /** Something beside the graph is another now, and to be saved. */
  void become(LoadedPreset preset) {
    source = preset;
    unsaved = true;
    refresh();
  }

  /**
   * It was written.
   *
   * @param whole whether all of it was; otherwise its graph was changed while it was being written
   */
  void saved(LoadedPreset preset, boolean whole) {
    source = preset;
    if (whole) {
      unsaved = false;
      history.markClean();
    }
    refresh();
  }

  /** Brings the properties up to date. */
  void refresh() {
    name.set(source.preset().name());
    dirty.set(unsaved || history.dirty());
  }

  /** Tells documents of this window apart. */
  int key() {
    return key;
  }

  EditHistory history() {
    return history;
  }

  LoadedPreset source() {
    return source;
  }

  /** Whether nothing was ever done in it. */
  boolean blank() {
    return file().isEmpty() && !dirty.get() && history.graph().nodes().isEmpty();
  }

  /** What it is called. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Whether there is something to save. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /** The file, if it has one. */
  public Optional<Path> file() {
    return source.file();
  }

  /** Finds what the preset names. */
  PresetFiles files() {
    return source.files();
  }

  /** The preset with the graph as it is now. */
  public Preset preset() {
    return source.preset().with(history.graph());
  }
}
