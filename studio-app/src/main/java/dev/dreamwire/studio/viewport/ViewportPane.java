package dev.dreamwire.studio.viewport;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.PlaySession;
import dev.dreamwire.studio.settings.SettingButton;
import dev.dreamwire.studio.settings.SettingItems;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture that is played in, with its figures and buttons. */
public final class ViewportPane extends BorderPane {
  private final PixelSurface surface = new PixelSurface();
  private final InputCapture capture;
  private final Label empty;

  /** A viewport on a session. */
  public ViewportPane(
      Messages messages, PlaySession session, SettingItems settings, ViewportActions actions) {
    getStyleClass().add("viewport");
    surface.setId("viewport-picture");
    surface.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    surface.setAccessibleText(messages.get("viewport.picture"));
    surface.setAccessibleHelp(messages.get("viewport.hint.capture"));
    capture = new InputCapture(surface, session.input());
    empty = new Label(messages.get("viewport.empty"), new FontIcon(Feather.FILM));
    empty.getStyleClass().add("viewport-empty");
    empty.setMouseTransparent(true);

    StatsOverlay overlay = new StatsOverlay(messages);
    overlay.visibleProperty().bind(actions.overlay().and(empty.visibleProperty().not()));
    StackPane.setAlignment(overlay, Pos.TOP_LEFT);
    Label hint = pill("viewport-hint");
    hint.textProperty()
        .bind(
            Bindings.when(capture.capturedProperty())
                .then(messages.get("viewport.hint.release"))
                .otherwise(messages.get("viewport.hint.capture")));
    hint.visibleProperty().bind(session.readyProperty());
    StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
    StackPane stage =
        new StackPane(surface, empty, overlay, hint, badges(messages, session, actions));
    stage.getStyleClass().add("viewport-stage");
    setCenter(stage);
    setBottom(new TransportBar(messages, session, new SettingButton(settings, messages), actions));

    session.onPicture(
        picture -> {
          empty.setVisible(false);
          surface.show(picture);
        });
    follow(this, session.statsProperty(), overlay::show);
    follow(this, actions.smooth(), surface::setSmooth);
  }

  /** Whether the game has keys and mouse. */
  public ReadOnlyBooleanProperty capturedProperty() {
    return capture.capturedProperty();
  }

  /** Takes keys and mouse back from the game. */
  public void release() {
    capture.release();
  }

  /** Gives keys and mouse to the game. */
  public void capture() {
    capture.capture();
  }

  private static HBox badges(Messages messages, PlaySession session, ViewportActions actions) {
    Label planning = pill("viewport-planning");
    planning.setText(messages.get("viewport.planning"));
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("tiny");
    planning.setGraphic(spinner);
    show(planning, session.planningProperty());
    Label recording = pill("viewport-recording");
    recording.setText(messages.get("viewport.recording"));
    recording.setGraphic(new FontIcon(Feather.CIRCLE));
    show(recording, actions.recording());
    HBox badges = new HBox(recording, planning);
    badges.getStyleClass().add("viewport-badges");
    badges.setMouseTransparent(true);
    badges.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(badges, Pos.TOP_RIGHT);
    return badges;
  }

  private static void show(Label badge, ReadOnlyBooleanProperty condition) {
    badge.visibleProperty().bind(condition);
    badge.managedProperty().bind(condition);
  }

  private static Label pill(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("pill");
    label.setMouseTransparent(true);
    return label;
  }
}
