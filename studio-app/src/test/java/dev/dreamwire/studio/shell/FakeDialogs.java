package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.preset.PresetPrivacy;
import dev.dreamwire.studio.document.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers as a test says. */
final class FakeDialogs implements Dialogs {
  Optional<Path> open = Optional.empty();
  Optional<Path> save = Optional.empty();
  Optional<String> settingTitle = Optional.empty();
  Unsaved unsaved = Unsaved.DISCARD;
  boolean restore;
  int asked;

  @Override
  public Optional<Path> openPreset() {
    return open;
  }

  @Override
  public Optional<Path> savePreset(String suggestion) {
    return save;
  }

  @Override
  public Optional<Path> openFile(List<String> extensions) {
    return open;
  }

  @Override
  public Unsaved unsaved(String document) {
    asked++;
    return unsaved;
  }

  @Override
  public Optional<Path> savePicture(String suggestion) {
    return save;
  }

  @Override
  public Optional<PresetPrivacy> privacy() {
    return Optional.of(PresetPrivacy.EVERYTHING);
  }

  @Override
  public Optional<String> settingTitle() {
    return settingTitle;
  }

  @Override
  public boolean restore(List<String> documents) {
    return restore;
  }
}
