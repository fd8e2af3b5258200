package dev.dreamwire.studio.viewport;

import static dev.dreamwire.studio.view.Following.follow;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.PlaySession;
import dev.dreamwire.studio.settings.SettingButton;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons under the picture. */
final class TransportBar extends HBox {
  /** Narrower than this there is no room for words. */
  private static final double WORDS_WIDTH = 396;

  private final Messages messages;
  private final Button play;
  private final ToggleButton record;

  TransportBar(
      Messages messages, PlaySession session, SettingButton setting, ViewportActions actions) {
    this.messages = messages;
    getStyleClass().add("transport-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button restart = button("viewport.restart", Feather.ROTATE_CCW, session::restart);
    play = button("viewport.play", Feather.PLAY, session::toggle);
    play.getStyleClass().add(Styles.ACCENT);
    play.getStyleClass().remove(Styles.FLAT);
    Button step = button("viewport.step", Feather.SKIP_FORWARD, session::step);
    ToggleButton smooth = toggle("viewport.smooth", Feather.DROPLET);
    smooth.selectedProperty().bindBidirectional(actions.smooth());
    ToggleButton overlay = toggle("viewport.overlay", Feather.ACTIVITY);
    overlay.selectedProperty().bindBidirectional(actions.overlay());
    Button screenshot = button("viewport.screenshot", Feather.CAMERA, actions.screenshot());
    record = toggle("viewport.record", Feather.VIDEO);
    record.getStyleClass().add("record");
    record.setOnAction(e -> actions.record().run());
    Button fullscreen = button("viewport.fullscreen", Feather.MAXIMIZE, actions.fullscreen());
    getChildren()
        .addAll(
            restart,
            play,
            step,
            setting,
            new Spacer(),
            smooth,
            overlay,
            screenshot,
            record,
            fullscreen);
    follow(this, widthProperty().map(w -> w.doubleValue() < WORDS_WIDTH), setting::setCompact);
    follow(this, session.playingProperty(), this::showPlaying);
    follow(this, actions.recording(), record::setSelected);
    for (ButtonBase button : List.of(restart, step, screenshot, record)) {
      button.disableProperty().bind(session.readyProperty().not());
    }
  }

  private void showPlaying(boolean playing) {
    play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
    describe(play, playing ? "viewport.pause" : "viewport.play");
  }

  private Button button(String key, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setOnAction(e -> action.run());
    style(button, key);
    return button;
  }

  private ToggleButton toggle(String key, Feather icon) {
    ToggleButton button = new ToggleButton(null, new FontIcon(icon));
    style(button, key);
    return button;
  }

  private void style(ButtonBase button, String key) {
    button.setId(key.replace('.', '-'));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    describe(button, key);
  }

  private void describe(ButtonBase button, String key) {
    button.setAccessibleText(messages.get(key));
    button.setTooltip(new Tooltip(messages.get(key)));
  }
}
