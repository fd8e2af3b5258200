package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.ModelList;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.preset.PresetChange;
import dev.dreamwire.runtime.preset.PresetDiff;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.runtime.preset.PresetPicture;
import dev.dreamwire.runtime.preset.PresetPrivacy;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.preferences.PreferencesStore;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
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
    document.open(document.fresh(messages.get().get("document.untitled")));
  }

  /** Asks for a file and opens it. */
  public void open() {
    dialogs.openPreset().ifPresent(this::open);
  }

  /** Opens a file: a preset, or a picture that holds one. */
  public void open(Path file) {
    load(() -> catalogue.open(file));
  }

  /** Opens a preset that ships, or a file by its path. */
  public void open(String name) {
    load(() -> catalogue.open(name));
  }

  /** Saves; asks where, if the document has no file yet. */
  public void save() {
    save(document.frontProperty().get(), () -> {});
  }

  /** Asks where and saves. */
  public void saveAs() {
    saveAs(document.frontProperty().get(), () -> {});
  }

  /** Closes the document in front; asks about changes that are not saved. */
  public void close() {
    close(document.frontProperty().get());
  }

  /** Closes a document; asks about changes that are not saved. */
  public void close(OpenDocument closing) {
    afterSaving(closing, () -> document.close(closing, messages.get().get("document.untitled")));
  }

  /**
   * Runs something once the changes of all documents are saved or given up; not at all if the
   * person goes back.
   */
  public void afterSaving(Runnable next) {
    afterSaving(document.documentsProperty().get().iterator(), next);
  }

  private void afterSaving(Iterator<OpenDocument> rest, Runnable next) {
    if (rest.hasNext()) {
      afterSaving(rest.next(), () -> afterSaving(rest, next));
    } else {
      next.run();
    }
  }

  private void afterSaving(OpenDocument asked, Runnable next) {
    if (!asked.dirtyProperty().get()) {
      next.run();
      return;
    }
    document.show(asked);
    switch (dialogs.unsaved(asked.nameProperty().get())) {
      case SAVE -> save(asked, next);
      case DISCARD -> next.run();
      case CANCEL -> {}
    }
  }

  private void save(OpenDocument saving, Runnable next) {
    saving
        .file()
        .ifPresentOrElse(
            file -> write(saving, file, saving.preset(), next), () -> saveAs(saving, next));
  }

  private void saveAs(OpenDocument saving, Runnable next) {
    String suggestion =
        saving
            .file()
            .map(file -> file.getFileName().toString())
            .orElse(fileName(saving.nameProperty().get()) + PresetFile.EXTENSION);
    dialogs
        .savePreset(suggestion)
        .ifPresent(file -> write(saving, file, renamed(saving.preset(), file), next));
  }

  /** A preset saved elsewhere goes by the name of its file. */
  private static Preset renamed(Preset preset, Path file) {
    String name = file.getFileName().toString();
    return preset.named(
        name.endsWith(PresetFile.EXTENSION)
            ? name.substring(0, name.length() - PresetFile.EXTENSION.length())
            : name);
  }

  /**
   * Asks where, and how much of the preset goes with it, and writes a picture.
   *
   * @param picture what is seen
   */
  public void exportPicture(BufferedImage picture) {
    OpenDocument exported = document.frontProperty().get();
    String suggestion = fileName(exported.nameProperty().get()) + PresetPicture.EXTENSION;
    dialogs
        .privacy()
        .ifPresent(
            privacy ->
                dialogs
                    .savePicture(suggestion)
                    .ifPresent(file -> export(file, picture, exported.preset(), privacy)));
  }

  private void export(Path file, BufferedImage picture, Preset preset, PresetPrivacy privacy) {
    tasks.write(
        () -> PresetPicture.write(file, picture, preset, privacy),
        () -> notices.show(Notice.done(messages.get().get("notice.exported", file))),
        this::tellFailed);
  }

  /**
   * Asks for another preset and tells in what it differs from the one in front.
   *
   * @param show gets the other's name and what was done to it to get the one in front
   */
  public void compare(BiConsumer<String, List<PresetChange>> show) {
    Preset front = document.preset();
    dialogs
        .openPreset()
        .ifPresent(
            file ->
                tasks.read(
                    () -> PresetDiff.between(PresetFile.read(file), front),
                    changes -> show.accept(file.getFileName().toString(), changes),
                    this::tellFailed));
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
        this::tellFailed);
  }

  private void write(OpenDocument saving, Path file, Preset preset, Runnable next) {
    PresetFiles found = saving.files();
    tasks.write(
        () -> {
          Preset whole = models.completed(preset, found);
          PresetFile.write(file, whole);
          return whole;
        },
        written -> {
          document.saved(saving, file, written);
          preferences.change(p -> p.withRecent(file));
          notices.show(Notice.done(messages.get().get("notice.saved", file.getFileName())));
          next.run();
        },
        this::tellFailed);
  }

  private void load(Supplier<LoadedPreset> read) {
    tasks.read(
        read,
        preset -> {
          document.open(preset);
          preset.file().ifPresent(file -> preferences.change(p -> p.withRecent(file)));
        },
        this::tellFailed);
  }

  private void tellFailed(RuntimeException e) {
    notices.show(Notice.error(e.getMessage()));
  }

  private static String fileName(String name) {
    String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return plain.isEmpty() ? "preset" : plain;
  }
}
