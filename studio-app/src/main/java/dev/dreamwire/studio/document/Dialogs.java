package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.preset.PresetPrivacy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that a person is asked; where there is no desktop, others answer. */
public interface Dialogs {
  /** What to do with changes that are not saved. */
  enum Unsaved {
    /** Save them first. */
    SAVE,
    /** Lose them. */
    DISCARD,
    /** Go back to the document. */
    CANCEL
  }

  /** Which preset to open; empty if the person changed their mind. */
  Optional<Path> openPreset();

  /**
   * Where to save.
   *
   * @param suggestion a file name
   */
  Optional<Path> savePreset(String suggestion);

  /**
   * Which file to use.
   *
   * @param extensions without dots; empty for any
   */
  Optional<Path> openFile(List<String> extensions);

  /** What to do with changes that are not saved. */
  Unsaved unsaved(String document);

  /**
   * Where to write a picture.
   *
   * @param suggestion a file name
   */
  Optional<Path> savePicture(String suggestion);

  /** How much of the preset goes with a picture; empty if the person changed their mind. */
  Optional<PresetPrivacy> privacy();

  /** What to save the present values as a setting as; empty if the person changed their mind. */
  Optional<String> settingTitle();

  /**
   * Whether to open what was found after a crash.
   *
   * @param documents their names
   */
  boolean restore(List<String> documents);
}
