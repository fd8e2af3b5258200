package dev.dreamwire.studio.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Titled parts of the window. */
final class Panels {
  private Panels() {}

  /** A part with a title over it, that takes the room there is. */
  static VBox titled(String title, Node content, Node... tools) {
    VBox panel = new VBox(header(title, tools), content);
    panel.getStyleClass().add("panel");
    VBox.setVgrow(content, Priority.ALWAYS);
    panel.setMinHeight(0);
    return panel;
  }

  /** A title with tools at its right. */
  static HBox header(String title, Node... tools) {
    Label label = new Label(title);
    label.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(label, gap);
    header.getChildren().addAll(tools);
    header.getStyleClass().add("panel-header");
    return header;
  }
}
