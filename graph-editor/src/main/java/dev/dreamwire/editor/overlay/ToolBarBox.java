package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.text.EditorTexts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The few buttons in the canvas's lower left corner. */
final class ToolBarBox extends HBox {
  /** What the buttons do. */
  interface Tools {
    void add();

    void zoomBy(double factor);

    void lifeSize();

    void fit();
  }

  private static final double STEP = 1.25;

  ToolBarBox(Tools tools, ObservableValue<Double> zoom, EditorTexts texts) {
    getStyleClass().add("editor-tools");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.get("tools"));
    setAlignment(Pos.CENTER);
    Button percent = new Button();
    percent.getStyleClass().addAll("flat", "zoom");
    percent.textProperty().bind(zoom.map(z -> Math.round(z * 100) + " %"));
    percent.setFocusTraversable(false);
    percent.setTooltip(new Tooltip(texts.get("tools.lifeSize")));
    percent.setOnAction(press -> tools.lifeSize());
    Button add = button(Feather.PLUS, texts.get("tools.add"), tools::add);
    add.setId("editor-add");
    getChildren()
        .addAll(
            add,
            new Separator(Orientation.VERTICAL),
            button(Feather.ZOOM_OUT, texts.get("tools.zoomOut"), () -> tools.zoomBy(1 / STEP)),
            percent,
            button(Feather.ZOOM_IN, texts.get("tools.zoomIn"), () -> tools.zoomBy(STEP)),
            button(Feather.MAXIMIZE, texts.get("tools.fit"), tools::fit));
  }

  private static Button button(Feather icon, String name, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setFocusTraversable(false);
    button.setOnAction(press -> action.run());
    return button;
  }
}
