package dev.dreamwire.studio.inspector;

import static dev.dreamwire.studio.view.Following.follow;

import atlantafx.base.theme.Styles;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person should know of the preset in front, while no node is selected. */
final class PresetOverview extends ScrollPane {
  private final Messages messages;
  private final VBox content = new VBox();

  PresetOverview(StudioDocument document, Messages messages) {
    this.messages = messages;
    content.getStyleClass().add("node-inspector");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    follow(this, document.sourceProperty(), this::show);
  }

  private void show(LoadedPreset shown) {
    Preset preset = shown.preset();
    Label name = new Label(preset.name());
    name.getStyleClass().add(Styles.TITLE_4);
    name.setWrapText(true);
    content.getChildren().setAll(name);
    if (!preset.description().isBlank()) {
      content.getChildren().add(line(preset.description(), "node-help"));
    }
    shown.file().ifPresent(file -> content.getChildren().add(line(file.toString(), "node-id")));
    if (!preset.models().isEmpty()) {
      content.getChildren().add(line(messages.get("inspector.models"), "section-title"));
      preset
          .models()
          .forEach(
              model ->
                  content
                      .getChildren()
                      .addAll(line(model.name(), "model-name"), line(model.file(), "node-id")));
    }
    Label hint = line(messages.get("inspector.empty"), "overview-hint");
    hint.setGraphic(new FontIcon(Feather.MOUSE_POINTER));
    content.getChildren().add(hint);
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
