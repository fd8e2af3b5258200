package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.preset.PresetPicture;
import dev.dreamwire.runtime.preset.PresetPrivacy;
import dev.dreamwire.studio.i18n.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with the desktop's own dialogs. */
public final class FxDialogs implements Dialogs {
  private final Window owner;
  private final Supplier<Messages> messages;

  /**
   * Dialogs over a window.
   *
   * @param messages the language of the moment
   */
  public FxDialogs(Window owner, Supplier<Messages> messages) {
    this.owner = owner;
    this.messages = messages;
  }

  @Override
  public Optional<Path> openPreset() {
    return path(
        presets("dialog.open", "*" + PresetFile.EXTENSION, "*" + PresetPicture.EXTENSION)
            .showOpenDialog(owner));
  }

  @Override
  public Optional<Path> savePreset(String suggestion) {
    FileChooser chooser = presets("dialog.save", "*" + PresetFile.EXTENSION);
    chooser.setInitialFileName(suggestion);
    return path(chooser.showSaveDialog(owner))
        .map(
            file ->
                file.getFileName().toString().contains(".")
                    ? file
                    : file.resolveSibling(file.getFileName() + PresetFile.EXTENSION));
  }

  @Override
  public Optional<Path> openFile(List<String> extensions) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("dialog.choose"));
    if (!extensions.isEmpty()) {
      List<String> patterns = extensions.stream().map(extension -> "*." + extension).toList();
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    }
    return path(chooser.showOpenDialog(owner));
  }

  @Override
  public Unsaved unsaved(String document) {
    ButtonType save = new ButtonType(text("dialog.unsaved.save"), ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType(text("dialog.unsaved.discard"), ButtonBar.ButtonData.NO);
    ButtonType cancel =
        new ButtonType(text("dialog.unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask("dialog.unsaved.title", "dialog.unsaved.text", document, save, discard, cancel);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Optional<Path> savePicture(String suggestion) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("dialog.export"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("PNG", "*" + PresetPicture.EXTENSION));
    chooser.setInitialFileName(suggestion);
    return path(chooser.showSaveDialog(owner));
  }

  @Override
  public Optional<PresetPrivacy> privacy() {
    ToggleGroup group = new ToggleGroup();
    VBox choices = new VBox();
    choices.getStyleClass().add("dialog-choices");
    for (PresetPrivacy privacy : PresetPrivacy.values()) {
      RadioButton choice = new RadioButton(text("privacy." + privacy.name()));
      choice.setUserData(privacy);
      choice.setToggleGroup(group);
      choice.setSelected(privacy == PresetPrivacy.WITHOUT_PATHS);
      choice.setWrapText(true);
      choices.getChildren().add(choice);
    }
    ButtonType go = new ButtonType(text("dialog.export.go"), ButtonBar.ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(text("dialog.unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.NONE, "", go, cancel);
    alert.initOwner(owner);
    alert.setTitle(text("dialog.export"));
    alert.setHeaderText(text("dialog.export.text"));
    alert.getDialogPane().setContent(choices);
    return alert.showAndWait().orElse(cancel) == go
        ? Optional.of((PresetPrivacy) group.getSelectedToggle().getUserData())
        : Optional.empty();
  }

  @Override
  public Optional<String> settingTitle() {
    TextInputDialog dialog = new TextInputDialog();
    dialog.initOwner(owner);
    dialog.setTitle(text("dialog.setting"));
    dialog.setHeaderText(text("dialog.setting.text"));
    dialog.getEditor().setAccessibleText(text("dialog.setting.text"));
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(
            new ButtonType(text("dialog.unsaved.save"), ButtonBar.ButtonData.OK_DONE),
            new ButtonType(text("dialog.unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    return dialog.showAndWait();
  }

  @Override
  public boolean restore(List<String> documents) {
    ButtonType restore = new ButtonType(text("dialog.restore.yes"), ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType(text("dialog.restore.no"), ButtonBar.ButtonData.NO);
    String names = String.join(", ", documents);
    return ask("dialog.restore.title", "dialog.restore.text", names, restore, discard) == restore;
  }

  private ButtonType ask(String title, String text, String document, ButtonType... answers) {
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text(text, document), answers);
    alert.initOwner(owner);
    alert.setTitle(text(title));
    alert.setHeaderText(text(title));
    return alert.showAndWait().orElse(answers[answers.length - 1]);
  }

  private FileChooser presets(String title, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text(title));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(text("dialog.presets"), patterns));
    return chooser;
  }

  private String text(String key, Object... args) {
    return messages.get().get(key, args);
  }

  private static Optional<Path> path(File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
