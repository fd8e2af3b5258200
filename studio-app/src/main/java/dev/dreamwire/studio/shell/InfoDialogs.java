package dev.dreamwire.studio.shell;

import dev.dreamwire.studio.i18n.Messages;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

/** Pages to read: which keys do what, and what this program is. */
final class InfoDialogs {
  private final Stage owner;

  InfoDialogs(Stage owner) {
    this.owner = owner;
  }

  /** Shows which keys do what. */
  void showKeys(Messages messages) {
    GridPane keys = new GridPane();
    keys.getStyleClass().add("keys");
    int row = 0;
    for (String line : messages.get("keys.list").split("\n")) {
      String[] parts = line.split("\\|", 2);
      Label key = new Label(parts[0].strip());
      key.getStyleClass().add("key");
      keys.addRow(row++, key, new Label(parts.length > 1 ? parts[1].strip() : ""));
    }
    Alert page = page(messages, "menu.help.keys");
    page.getDialogPane().setContent(keys);
    page.show();
  }

  /** Shows what this program is. */
  void showAbout(Messages messages) {
    Alert page = page(messages, "menu.help.about");
    page.setContentText(
        messages.get(
            "about.text",
            System.getProperty("java.version"),
            System.getProperty("javafx.runtime.version")));
    page.show();
  }

  private Alert page(Messages messages, String title) {
    Alert page =
        new Alert(
            Alert.AlertType.NONE,
            "",
            new ButtonType(messages.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    page.initOwner(owner);
    page.setTitle(messages.get(title));
    page.setHeaderText(messages.get(title));
    return page;
  }
}
