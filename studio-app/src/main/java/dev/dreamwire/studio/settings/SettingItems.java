package dev.dreamwire.studio.settings;

import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.settings.PlaySettings.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Settings as a menu has them, under the picture and in the menu bar. For the window's thread. */
public final class SettingItems {
  private final PlaySettings settings;
  private final Messages messages;
  private final Supplier<Optional<String>> askTitle;

  /**
   * Items in a language.
   *
   * @param askTitle asks the person what to save the present values as
   */
  public SettingItems(
      PlaySettings settings, Messages messages, Supplier<Optional<String>> askTitle) {
    this.settings = settings;
    this.messages = messages;
    this.askTitle = askTitle;
  }

  /** What there is to choose from now. */
  public ObservableValue<Offer> offerProperty() {
    return settings.offerProperty();
  }

  /** What the graph has now is called so. */
  public String title(Offer offer) {
    return offer
        .current()
        .map(setting -> setting.title(messages.locale()))
        .orElseGet(() -> messages.get("settings.custom"));
  }

  /** An item for each setting, with the present one marked, and one that saves. */
  public List<MenuItem> of(Offer offer) {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    for (Setting setting : offer.settings()) {
      RadioMenuItem item = new RadioMenuItem(setting.title(messages.locale()));
      item.setMnemonicParsing(false);
      item.setId("setting-" + setting.name());
      item.setToggleGroup(group);
      item.setUserData(setting);
      item.setOnAction(
          e -> {
            settings.choose(setting);
            mark(group, settings.offerProperty().get());
          });
      items.add(item);
    }
    mark(group, offer);
    MenuItem save = new MenuItem(messages.get("settings.save"));
    save.setId("setting-save");
    save.setOnAction(e -> save());
    items.add(new SeparatorMenuItem());
    items.add(save);
    return items;
  }

  /** A click marks its item, also where it changes nothing. */
  private static void mark(ToggleGroup group, Offer offer) {
    group.selectToggle(
        group.getToggles().stream()
            .filter(item -> offer.current().filter(item.getUserData()::equals).isPresent())
            .findFirst()
            .orElse(null));
  }

  private void save() {
    askTitle
        .get()
        .map(String::strip)
        .filter(title -> !title.isEmpty())
        .ifPresent(title -> settings.save(title, messages.locale()));
  }
}
