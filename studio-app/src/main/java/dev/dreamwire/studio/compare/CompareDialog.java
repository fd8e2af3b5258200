package dev.dreamwire.studio.compare;

import dev.dreamwire.runtime.preset.PresetChange;
import dev.dreamwire.studio.i18n.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Tells in what the preset in front differs from another, one thing a line; choosing a line leads
 * to its node. The window can be used meanwhile.
 */
public final class CompareDialog extends Dialog<Void> {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 360;

  /**
   * A list of differences.
   *
   * @param other the name of what the front one is compared with
   * @param reveal leads to a node by its id
   */
  public CompareDialog(
      Window owner,
      Messages messages,
      String other,
      List<PresetChange> changes,
      Consumer<String> reveal) {
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle(messages.get("compare.title"));
    setHeaderText(
        changes.isEmpty()
            ? messages.get("compare.none", other)
            : messages.get("compare.since", other, changes.size()));
    ListView<PresetChange> list = new ListView<>();
    list.setId("compare-list");
    list.getItems().setAll(changes);
    list.setPlaceholder(new Label(messages.get("compare.none", other)));
    list.setCellFactory(view -> new Cell(messages));
    list.setPrefSize(WIDTH, HEIGHT);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            change -> {
              if (change != null) {
                change.node().ifPresent(reveal);
              }
            });
    getDialogPane().setContent(list);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(messages.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    setResizable(true);
  }

  /** A difference on screen. */
  private static final class Cell extends ListCell<PresetChange> {
    private final Messages messages;

    Cell(Messages messages) {
      this.messages = messages;
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(PresetChange change, boolean none) {
      super.updateItem(change, none);
      setText(none ? null : change.text(messages.locale()));
    }
  }
}
