package dev.dreamwire.editor.control;

import javafx.scene.Parent;

/** The style sheet of this package's controls, which the rest of the window knows nothing of. */
final class ControlStyle {
  private ControlStyle() {}

  static void dress(Parent control, String styleClass) {
    control.getStyleClass().add(styleClass);
    control
        .getStylesheets()
        .add(ControlStyle.class.getResource("/dev/dreamwire/editor/controls.css").toExternalForm());
  }
}
