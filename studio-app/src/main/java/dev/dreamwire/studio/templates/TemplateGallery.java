package dev.dreamwire.studio.templates;

import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a new preset can begin with: those that ship, each with a picture, and an empty one. */
public final class TemplateGallery extends Dialog<Void> {
  private static final double PICTURE_WIDTH = 208;
  private static final double PICTURE_HEIGHT = 156;
  private static final double TEXT_HEIGHT = 124;
  private static final double WIDTH = 760;
  private static final double HEIGHT = 460;
  private static final Logger LOG = LoggerFactory.getLogger(TemplateGallery.class);

  private final Messages messages;
  private final BackgroundTasks tasks;
  private final FlowPane cards = new FlowPane();

  /**
   * A gallery.
   *
   * @param empty starts an empty preset
   * @param choose starts one that ships, by its name
   */
  public TemplateGallery(
      Window owner,
      Messages messages,
      PresetCatalogue catalogue,
      BackgroundTasks tasks,
      Runnable empty,
      Consumer<String> choose) {
    this.messages = messages;
    this.tasks = tasks;
    initOwner(owner);
    setTitle(messages.get("gallery.title"));
    setHeaderText(messages.get("gallery.title"));
    cards.getStyleClass().add("gallery");
    for (String name : catalogue.names()) {
      VBox text = new VBox();
      StackPane picture = picture();
      cards.getChildren().add(card("template-" + name, picture, text, () -> choose.accept(name)));
      tasks.read(
          () -> catalogue.open(name),
          preset -> show(preset, picture, text),
          e -> LOG.warn("the preset {} cannot be shown: {}", name, e.getMessage()));
    }
    StackPane blank = picture();
    blank.getChildren().add(new FontIcon(Feather.FILE_PLUS));
    VBox text = new VBox();
    tell(text, messages.get("gallery.empty"), messages.get("gallery.empty.help"));
    cards.getChildren().add(card("template-empty", blank, text, empty));
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setPrefSize(WIDTH, HEIGHT);
    getDialogPane().setContent(scroll);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(messages.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    setResizable(true);
  }

  private Button card(String id, StackPane picture, VBox text, Runnable chosen) {
    text.setAlignment(Pos.TOP_LEFT);
    text.setMinSize(PICTURE_WIDTH, TEXT_HEIGHT);
    text.setMaxSize(PICTURE_WIDTH, TEXT_HEIGHT);
    Button card = new Button(null, new VBox(picture, text));
    card.setId(id);
    card.getStyleClass().add("template-card");
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.setOnAction(
        e -> {
          close();
          chosen.run();
        });
    return card;
  }

  private static StackPane picture() {
    StackPane picture = new StackPane();
    picture.getStyleClass().add("template-picture");
    picture.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    picture.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    return picture;
  }

  private void show(LoadedPreset template, StackPane picture, VBox text) {
    Preset preset = template.preset();
    tell(text, preset.name(), preset.description());
    Optional<String> scene = preset.scenes().stream().findFirst().map(Preset.Scene::image);
    scene.ifPresent(
        image ->
            tasks.read(
                () -> load(template.files().find(image)),
                loaded -> picture.getChildren().setAll(new ImageView(loaded)),
                e -> LOG.warn("no picture for {}: {}", template.name(), e.getMessage())));
  }

  private static void tell(VBox text, String title, String help) {
    Label name = new Label(title);
    name.getStyleClass().add("template-name");
    Label about = new Label(help);
    about.getStyleClass().add("template-help");
    about.setWrapText(true);
    text.getChildren().setAll(name, about);
  }

  private static Image load(Path file) {
    Image image = new Image(file.toUri().toString(), PICTURE_WIDTH, PICTURE_HEIGHT, false, false);
    if (image.isError()) {
      throw new IllegalArgumentException(image.getException().getMessage(), image.getException());
    }
    return image;
  }
}
