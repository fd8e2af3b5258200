package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.ModelList;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.preferences.PreferencesStore;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * New, open, save. Files are read and written in the background; nothing that is not saved is lost
 * without asking. For the window's thread.
 */
public final class DocumentFiles {
  private final StudioDocument document;
  private final PresetCatalogue catalogue;
  private final ModelList models;
  private final Dialogs dialogs;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final PreferencesStore preferences;
  private final Supplier<Messages> messages;

  /** Works on a document. */
  public DocumentFiles(
      StudioDocument document,
      PresetCatalogue catalogue,
      ModelList models,
      Dialogs dialogs,
      BackgroundTasks tasks,
      Notices notices,
      PreferencesStore preferences,
      Supplier<Messages> messages) {
    this.document = document;
    this.catalogue = catalogue;
    this.models = models;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.notices = notices;
    this.preferences = preferences;
    this.messages = messages;
  }

  /** The presets that ship. */
  public PresetCatalogue catalogue() {
    return catalogue;
  }

  /** Starts an empty preset. */
  public void createNew() {
    afterSaving(() -> document.open(document.fresh(messages.get().get("document.untitled"))));
  }

  /** Asks for a file and opens it. */
  public void open() {
    afterSaving(() -> dialogs.openPreset().ifPresent(this::load));
  }

  /** Opens a file. */
  public void open(Path file) {
    afterSaving(() -> load(file));
  }

  /** Opens a preset that ships, or a file by its path. */
  public void open(String name) {
    afterSaving(() -> load(() -> catalogue.open(name)));
  }

  /** Saves; asks where, if the document has no file yet. */
  public void save() {
    save(() -> {});
  }

  /** Asks where and saves. */
  public void saveAs() {
    saveAs(() -> {});
  }

  /** Runs something once changes are saved or given up; not at all if the person goes back. */
  public void afterSaving(Runnable next) {
    if (!document.dirty()) {
      next.run();
      return;
    }
    switch (dialogs.unsaved(document.preset().name())) {
      case SAVE -> save(next);
      case DISCARD -> next.run();
      case CANCEL -> {}
    }
  }

  private void save(Runnable next) {
    Optional<Path> file = document.file();
    if (file.isPresent()) {
      write(file.get(), document.preset(), next);
    } else {
      saveAs(next);
    }
  }

  private void saveAs(Runnable next) {
    String suggestion =
        document
            .file()
            .map(file -> file.getFileName().toString())
            .orElse(fileName(document.preset().name()) + PresetFile.EXTENSION);
    dialogs.savePreset(suggestion).ifPresent(file -> write(file, renamed(file), next));
  }

  /** A preset saved elsewhere goes by the name of its file. */
  private Preset renamed(Path file) {
    String name = file.getFileName().toString();
    return document
        .preset()
        .named(
            name.endsWith(PresetFile.EXTENSION)
                ? name.substring(0, name.length() - PresetFile.EXTENSION.length())
                : name);
  }

  /** Takes the model files as they are now to be the right ones, where the preset had others. */
  public void acceptModels() {
    Preset preset = document.preset();
    PresetFiles found = document.files();
    long opening = document.openingsProperty().get();
    tasks.read(
        () -> models.accepted(preset, found).models(),
        now -> {
          if (document.openingsProperty().get() != opening) {
            return;
          }
          boolean changed = !now.equals(preset.models());
          if (changed) {
            document.acceptModels(now);
          }
          notices.show(
              Notice.done(
                  messages.get().get(changed ? "notice.modelsAccepted" : "notice.modelsSame")));
        },
        e -> notices.show(Notice.error(e.getMessage())));
  }

  private void write(Path file, Preset preset, Runnable next) {
    PresetFiles found = document.files();
    tasks.write(
        () -> {
          Preset whole = models.completed(preset, found);
          PresetFile.write(file, whole);
          return whole;
        },
        written -> {
          document.saved(file, written);
          preferences.change(p -> p.withRecent(file));
          notices.show(Notice.done(messages.get().get("notice.saved", file.getFileName())));
          next.run();
        },
        e -> notices.show(Notice.error(e.getMessage())));
  }

  private void load(Path file) {
    load(() -> catalogue.open(file));
  }

  private void load(Supplier<LoadedPreset> read) {
    tasks.read(
        read,
        preset -> {
          document.open(preset);
          preset.file().ifPresent(file -> preferences.change(p -> p.withRecent(file)));
        },
        e -> notices.show(Notice.error(e.getMessage())));
  }

  private static String fileName(String name) {
    String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return plain.isEmpty() ? "preset" : plain;
  }
}
