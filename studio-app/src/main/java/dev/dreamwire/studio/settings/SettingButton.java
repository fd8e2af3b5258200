package dev.dreamwire.studio.settings;

import static dev.dreamwire.studio.view.Following.follow;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.settings.PlaySettings.Offer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says which setting is played, and opens the others; there only if the preset has settings. */
public final class SettingButton extends MenuButton {
  private final SettingItems items;
  private final Messages messages;

  /** A button. */
  public SettingButton(SettingItems items, Messages messages) {
    this.items = items;
    this.messages = messages;
    setId("viewport-setting");
    getStyleClass().add(Styles.FLAT);
    setGraphic(new FontIcon(Feather.SLIDERS));
    setMnemonicParsing(false);
    setTooltip(new Tooltip());
    managedProperty().bind(visibleProperty());
    follow(this, items.offerProperty(), this::show);
  }

  /** Shows its picture alone, where there is no room for words. */
  public void setCompact(boolean compact) {
    setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    getStyleClass().removeAll(Tweaks.NO_ARROW, Styles.BUTTON_ICON);
    if (compact) {
      getStyleClass().addAll(Tweaks.NO_ARROW, Styles.BUTTON_ICON);
    }
  }

  private void show(Offer offer) {
    setVisible(!offer.settings().isEmpty());
    setText(items.title(offer));
    setAccessibleText(messages.get("settings.present", items.title(offer)));
    getTooltip().setText(getAccessibleText());
    getItems().setAll(items.of(offer));
  }
}
