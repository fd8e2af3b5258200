package dev.dreamwire.studio.errors;

import static dev.dreamwire.studio.view.Following.follow;

import atlantafx.base.theme.Styles;
import dev.dreamwire.studio.i18n.Messages;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A bar that tells the current notice. Good news goes away by itself; the rest waits for a click.
 */
public final class NoticeBar extends HBox {
  private static final Duration GOOD_NEWS = Duration.seconds(6);

  private final FontIcon icon = new FontIcon();
  private final Label text = new Label();
  private final PauseTransition fade = new PauseTransition(GOOD_NEWS);

  /** A bar that follows the notices. */
  public NoticeBar(Notices notices, Messages messages) {
    setId("notice-bar");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    setHgrow(text, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setAccessibleText(messages.get("notice.close"));
    close.setOnAction(e -> notices.dismiss());
    getChildren().addAll(icon, text, close);
    fade.setOnFinished(e -> notices.dismiss());
    follow(this, notices.currentProperty(), this::show);
  }

  private void show(Notice notice) {
    fade.stop();
    setVisible(notice != null);
    setManaged(notice != null);
    if (notice == null) {
      return;
    }
    text.setText(notice.text());
    setAccessibleText(notice.text());
    icon.setIconCode(
        switch (notice.kind()) {
          case DONE -> Feather.CHECK_CIRCLE;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case ERROR -> Feather.ALERT_OCTAGON;
        });
    getStyleClass().removeAll("done", "warning", "error");
    getStyleClass().add(notice.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (notice.kind() == Notice.Kind.DONE) {
      fade.playFromStart();
    }
  }
}
