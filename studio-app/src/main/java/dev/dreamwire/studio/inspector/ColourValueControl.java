package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.dreamwire.editor.control.ColourControl;
import dev.dreamwire.editor.text.EditorTexts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A colour: a button that shows it and opens its sliders below. */
final class ColourValueControl implements ParamControl {
  private final ToggleButton button = new ToggleButton();
  private final Region swatch = new Region();
  private final ColourControl sliders;
  private final VBox box;

  ColourValueControl(LiveEdits edits) {
    sliders = new ColourControl(EditorTexts.display(), edits);
    sliders.visibleProperty().bind(button.selectedProperty());
    sliders.managedProperty().bind(button.selectedProperty());
    swatch.getStyleClass().add("param-swatch");
    button.setGraphic(swatch);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add(Styles.SMALL);
    box = new VBox(8, button, sliders);
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Object value) {
    String text = String.valueOf(value);
    button.setText(text);
    boolean colour = text.matches("#[0-9a-fA-F]{6}");
    swatch.setStyle(colour ? "-fx-background-color: " + text + ";" : "");
    sliders.show(text);
  }

  @Override
  public void describe(String name) {
    button.setAccessibleText(name);
    sliders.describe(name);
  }
}
