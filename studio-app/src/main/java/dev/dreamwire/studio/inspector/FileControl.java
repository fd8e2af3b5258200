package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.dreamwire.studio.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file: its name to type, and a button to look for it. */
final class FileControl implements ParamControl {
  private final TextValueControl name;
  private final Button browse = new Button(null, new FontIcon(Feather.FOLDER));
  private final HBox box;

  FileControl(List<String> extensions, ParamEdits edits, Messages messages) {
    name = new TextValueControl(false, edits);
    browse.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
    browse.setAccessibleText(messages.get("inspector.browse"));
    browse.setOnAction(
        e -> edits.chooseFile(extensions).ifPresent(file -> edits.set(file.toString(), true)));
    HBox.setHgrow(name.node(), Priority.ALWAYS);
    box = new HBox(name.node(), browse);
    box.getStyleClass().add("number-control");
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Object value) {
    name.show(value);
  }

  @Override
  public void describe(String text) {
    name.describe(text);
  }
}
