package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.document.OpenDocument;
import dev.dreamwire.studio.document.StudioDocument;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.preferences.Preferences;
import dev.dreamwire.studio.settings.SettingItems;
import dev.dreamwire.studio.theme.InterfaceScale;
import dev.dreamwire.studio.theme.Look;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus. */
final class MainMenu extends MenuBar {
  private final Studio studio;
  private final DocumentFiles files;
  private final WindowActions actions;
  private final SettingItems settings;
  private final BooleanProperty picturesShown;
  private final Messages messages;

  /**
   * The menus of a window.
   *
   * @param settings what a player switches between
   * @param picturesShown whether nodes show pictures of what they make
   */
  MainMenu(
      Studio studio,
      DocumentFiles files,
      WindowActions actions,
      SettingItems settings,
      BooleanProperty picturesShown) {
    this.settings = settings;
    this.picturesShown = picturesShown;
    this.studio = studio;
    this.files = files;
    this.actions = actions;
    this.messages = studio.messages();
    getMenus().addAll(fileMenu(), editMenu(), playMenu(), viewMenu(), helpMenu());
  }

  private Menu fileMenu() {
    Menu recent = new Menu(messages.get("menu.file.recent"));
    follow(this, studio.preferences().property(), chosen -> showRecent(recent, chosen));
    return menu(
        "menu.file",
        item("menu.file.new", "Shortcut+N", files::createNew),
        item("menu.file.template", "Shortcut+Shift+N", actions.showTemplates()),
        item("menu.file.open", "Shortcut+O", files::open),
        recent,
        new SeparatorMenuItem(),
        item("menu.file.save", "Shortcut+S", files::save),
        item("menu.file.saveAs", "Shortcut+Shift+S", files::saveAs),
        item("menu.file.acceptModels", null, files::acceptModels),
        new SeparatorMenuItem(),
        item("menu.file.export", "Shortcut+E", actions.exportPicture()),
        item("menu.file.compare", null, actions.compare()),
        new SeparatorMenuItem(),
        item("menu.file.close", "Shortcut+W", files::close),
        new SeparatorMenuItem(),
        item("menu.file.quit", "Shortcut+Q", actions.quit()));
  }

  private void showRecent(Menu recent, Preferences preferences) {
    recent.getItems().clear();
    preferences
        .recent()
        .forEach(
            file -> {
              MenuItem item = new MenuItem(file.getFileName() + "  —  " + file.getParent());
              item.setMnemonicParsing(false);
              item.setOnAction(e -> files.open(file));
              recent.getItems().add(item);
            });
    recent.setDisable(recent.getItems().isEmpty());
  }

  private Menu editMenu() {
    StudioDocument document = studio.document();
    MenuItem undo = item("menu.edit.undo", "Shortcut+Z", document::undo);
    MenuItem redo = item("menu.edit.redo", "Shortcut+Y", document::redo);
    follow(this, document.nextUndoProperty(), edit -> describe(undo, "menu.edit.undo", edit));
    follow(this, document.nextRedoProperty(), edit -> describe(redo, "menu.edit.redo", edit));
    return menu(
        "menu.edit",
        undo,
        redo,
        new SeparatorMenuItem(),
        item("menu.edit.keys", null, actions.changeKeys()));
  }

  private void describe(MenuItem item, String key, GraphEdit edit) {
    item.setDisable(edit == null);
    item.setText(
        edit == null
            ? messages.get(key)
            : messages.get(key) + ": " + edit.label(messages.locale()));
  }

  private Menu playMenu() {
    MenuItem toggle = item("menu.play.toggle", "Shortcut+Enter", studio.session()::toggle);
    MenuItem step = item("menu.play.step", "F8", studio.session()::step);
    MenuItem restart = item("menu.play.restart", "Shortcut+R", studio.session()::restart);
    MenuItem screenshot = item("menu.play.screenshot", "F12", actions.screenshot());
    MenuItem record = item("menu.play.record", "Shortcut+Shift+R", actions.record());
    for (MenuItem item : new MenuItem[] {step, restart, screenshot, record}) {
      item.disableProperty().bind(studio.session().readyProperty().not());
    }
    return menu(
        "menu.play",
        toggle,
        step,
        restart,
        settingMenu(),
        new SeparatorMenuItem(),
        screenshot,
        record,
        new SeparatorMenuItem(),
        item("menu.play.evaluate", "Shortcut+Shift+E", actions.evaluate()),
        item("menu.play.train", null, actions.train()));
  }

  private Menu settingMenu() {
    Menu menu = menu("menu.play.setting");
    follow(
        this,
        settings.offerProperty(),
        offer -> {
          menu.setVisible(!offer.settings().isEmpty());
          menu.getItems().setAll(settings.of(offer));
        });
    return menu;
  }

  private Menu viewMenu() {
    Menu looks = new Menu(messages.get("menu.view.look"));
    ToggleGroup lookGroup = new ToggleGroup();
    for (Look look : Look.values()) {
      RadioMenuItem item = new RadioMenuItem(messages.get("look." + look.name()));
      item.setToggleGroup(lookGroup);
      item.setSelected(studio.preferences().get().look() == look);
      item.setOnAction(e -> studio.preferences().change(p -> p.withLook(look)));
      looks.getItems().add(item);
    }
    Menu sizes = sizes();
    Menu languages = new Menu(messages.get("menu.view.language"));
    ToggleGroup languageGroup = new ToggleGroup();
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(language.ownName());
      item.setToggleGroup(languageGroup);
      item.setSelected(messages.language() == language);
      item.setOnAction(e -> studio.preferences().change(p -> p.withLanguage(language)));
      languages.getItems().add(item);
    }
    return menu(
        "menu.view",
        item("menu.view.fit", "Shortcut+1", actions.fit()),
        item("menu.view.fullscreen", "F11", actions.fullscreen()),
        item("menu.view.nextTab", "Ctrl+Tab", () -> showNext(1)),
        item("menu.view.previousTab", "Ctrl+Shift+Tab", () -> showNext(-1)),
        new SeparatorMenuItem(),
        toggle("menu.view.left", "Shortcut+Alt+L", actions.leftShown()),
        toggle("menu.view.right", "Shortcut+Alt+R", actions.rightShown()),
        toggle("menu.view.outline", "Shortcut+Shift+O", actions.outlineShown()),
        toggle("menu.view.problems", "Shortcut+Shift+M", actions.problemsShown()),
        toggle("menu.view.pictures", null, picturesShown),
        toggle("menu.view.overlay", null, actions.overlay()),
        toggle("menu.view.smooth", null, actions.smooth()),
        new SeparatorMenuItem(),
        looks,
        sizes,
        languages);
  }

  private Menu sizes() {
    Menu sizes =
        menu(
            "menu.view.size",
            item("menu.view.larger", "Shortcut+Alt+PLUS", () -> scale(InterfaceScale::larger)),
            item("menu.view.smaller", "Shortcut+Alt+MINUS", () -> scale(InterfaceScale::smaller)),
            item("menu.view.usual", "Shortcut+Alt+0", () -> scale(now -> InterfaceScale.USUAL)),
            new SeparatorMenuItem());
    ToggleGroup group = new ToggleGroup();
    for (int percent : InterfaceScale.STEPS) {
      RadioMenuItem item = new RadioMenuItem(percent + " %");
      item.setToggleGroup(group);
      item.setOnAction(e -> scale(now -> percent));
      follow(this, studio.preferences().property(), p -> item.setSelected(p.scale() == percent));
      sizes.getItems().add(item);
    }
    return sizes;
  }

  private void scale(IntUnaryOperator next) {
    studio.preferences().change(p -> p.withScale(next.applyAsInt(p.scale())));
  }

  private void showNext(int step) {
    StudioDocument document = studio.document();
    List<OpenDocument> all = document.documentsProperty().get();
    int place = all.indexOf(document.frontProperty().get()) + step;
    document.show(all.get(Math.floorMod(place, all.size())));
  }

  private Menu helpMenu() {
    return menu(
        "menu.help",
        item("menu.help.keys", "F1", actions.showKeys()),
        item("menu.help.about", null, actions.showAbout()));
  }

  private CheckMenuItem toggle(String key, String keys, BooleanProperty shown) {
    CheckMenuItem item = new CheckMenuItem(messages.get(key));
    if (keys != null) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.selectedProperty().bindBidirectional(shown);
    return item;
  }

  private Menu menu(String key, MenuItem... items) {
    Menu menu = new Menu(messages.get(key));
    menu.getItems().addAll(items);
    return menu;
  }

  private MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = new MenuItem(messages.get(key));
    if (keys != null) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setOnAction(e -> action.run());
    return item;
  }
}
