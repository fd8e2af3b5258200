package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.studio.i18n.Messages;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A parameter: its name, its control and the way back to its default, or what drives it. */
final class ParamRow extends VBox {
  private final Param param;
  private final ParamControl control;
  private final Label driver = new Label(null, new FontIcon(Feather.LINK_2));
  private final Messages messages;
  private final Button reset = new Button(null, new FontIcon(Feather.CORNER_UP_LEFT));

  ParamRow(Param param, String title, ParamEdits edits, Messages messages) {
    this.param = param;
    this.messages = messages;
    getStyleClass().add("param-row");
    setId("param-" + param.name());
    Label name = new Label(title);
    name.getStyleClass().add("param-name");
    Label unit = new Label(param.unit());
    unit.getStyleClass().add("param-unit");
    HBox head = new HBox(name, unit);
    head.getStyleClass().add("param-head");
    head.setAlignment(Pos.CENTER_LEFT);
    if (param.live()) {
      FontIcon live = new FontIcon(Feather.ZAP);
      live.getStyleClass().add("param-live");
      Label badge = new Label(null, live);
      badge.setTooltip(new Tooltip(messages.get("inspector.live")));
      badge.setAccessibleText(messages.get("inspector.live"));
      head.getChildren().add(badge);
    }
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "reset");
    reset.setTooltip(new Tooltip(messages.get("inspector.reset")));
    reset.setAccessibleText(messages.get("inspector.reset.of", title));
    reset.setOnAction(e -> edits.set(null, true));
    head.getChildren().addAll(gap, reset);
    control = ParamControl.of(param, edits, messages);
    control.describe(title);
    driver.getStyleClass().add("param-driver");
    driver.setWrapText(true);
    driver.managedProperty().bind(driver.visibleProperty());
    driver.setVisible(false);
    getChildren().addAll(head, driver, control.node());
  }

  /**
   * Shows the stored value.
   *
   * @param value the default where nothing is stored
   * @param from what drives it, so that the value does not count
   */
  void show(Object value, Optional<PortRef> from) {
    control.show(value);
    control.node().setDisable(from.isPresent());
    driver.setVisible(from.isPresent());
    from.ifPresent(output -> driver.setText(messages.get("inspector.driven", output)));
    reset.setVisible(from.isEmpty() && !param.defaultValue().equals(value));
  }
}
