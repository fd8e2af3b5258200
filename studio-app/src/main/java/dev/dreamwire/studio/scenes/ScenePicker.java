package dev.dreamwire.studio.scenes;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset.Scene;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The preset's scenes as thumbnails; one is where play starts. Arrow keys move between them. */
public final class ScenePicker extends VBox {
  private static final double THUMB_WIDTH = 92;
  private static final double THUMB_HEIGHT = 69;
  private static final int SHARPNESS = 2;
  private static final Logger LOG = LoggerFactory.getLogger(ScenePicker.class);

  private final TilePane tiles = new TilePane();
  private final ToggleGroup group = new ToggleGroup();
  private final Label none;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Consumer<Scene> choose;
  private List<Scene> scenes = List.of();

  /**
   * A picker.
   *
   * @param source the preset that is open
   * @param chosen name of the scene that play starts from, or null
   * @param choose starts play from a scene
   */
  public ScenePicker(
      ObservableValue<LoadedPreset> source,
      ObservableValue<String> chosen,
      Messages messages,
      BackgroundTasks tasks,
      Consumer<Scene> choose) {
    this.tasks = tasks;
    this.messages = messages;
    this.choose = choose;
    getStyleClass().add("scenes");
    setAlignment(Pos.TOP_CENTER);
    tiles.setId("scene-picker");
    tiles.setPrefColumns(2);
    tiles.setMaxWidth(USE_PREF_SIZE);
    tiles.getStyleClass().add("scene-tiles");
    none = new Label(messages.get("scenes.none"));
    none.setWrapText(true);
    none.getStyleClass().add("placeholder");
    getChildren().addAll(none, tiles);
    follow(
        this,
        source,
        preset -> {
          show(preset);
          select(chosen.getValue());
        });
    follow(this, chosen, this::select);
  }

  private void show(LoadedPreset preset) {
    if (preset.preset().scenes().equals(scenes) && !tiles.getChildren().isEmpty()) {
      return;
    }
    scenes = preset.preset().scenes();
    tiles.getChildren().clear();
    group.getToggles().clear();
    none.setVisible(scenes.isEmpty());
    none.setManaged(scenes.isEmpty());
    scenes.forEach(scene -> tiles.getChildren().add(tile(scene, preset.files())));
  }

  private ToggleButton tile(Scene scene, PresetFiles files) {
    ImageView thumb = new ImageView();
    thumb.setFitWidth(THUMB_WIDTH);
    thumb.setFitHeight(THUMB_HEIGHT);
    VBox frame = new VBox(thumb);
    frame.getStyleClass().add("scene-thumb");
    frame.setMinSize(THUMB_WIDTH, THUMB_HEIGHT);
    ToggleButton button = new ToggleButton(scene.title(messages.locale()), frame);
    button.setId("scene-" + scene.name());
    button.setUserData(scene);
    button.getStyleClass().add("scene-tile");
    button.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
    button.setToggleGroup(group);
    button.setAccessibleText(messages.get("scenes.start", button.getText()));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          choose.accept(scene);
        });
    tasks.read(
        () -> image(files, scene),
        thumb::setImage,
        e -> LOG.warn("no thumbnail for scene {}: {}", scene.name(), e.getMessage()));
    return button;
  }

  private static Image image(PresetFiles files, Scene scene) {
    Image image =
        new Image(
            files.find(scene.image()).toUri().toString(),
            THUMB_WIDTH * SHARPNESS,
            THUMB_HEIGHT * SHARPNESS,
            false,
            false);
    if (image.isError()) {
      throw new IllegalArgumentException(image.getException().getMessage(), image.getException());
    }
    return image;
  }

  private void select(String name) {
    for (Toggle toggle : group.getToggles()) {
      if (toggle.getUserData() instanceof Scene scene && scene.name().equals(name)) {
        group.selectToggle(toggle);
        return;
      }
    }
    group.selectToggle(null);
  }
}
