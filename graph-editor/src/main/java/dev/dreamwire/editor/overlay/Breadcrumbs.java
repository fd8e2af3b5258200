package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The way from the document's top to the level that is shown, in the canvas's upper left corner;
 * not there at the top. Each step leads back. Window thread only.
 */
final class Breadcrumbs extends HBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final EditorModel model;
  private final EditorTexts texts;
  private final Runnable refocus;

  /**
   * Follows a model.
   *
   * @param refocus gives the keyboard back to the canvas
   */
  Breadcrumbs(EditorModel model, EditorTexts texts, Runnable refocus) {
    this.model = model;
    this.texts = texts;
    this.refocus = refocus;
    getStyleClass().add("breadcrumbs");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.get("crumbs"));
    setAlignment(Pos.CENTER_LEFT);
    model.pathProperty().subscribe(this::show);
    model.graphProperty().subscribe(this::show);
  }

  private void show() {
    List<String> titles = model.levels().titles();
    setVisible(!titles.isEmpty());
    List<Node> steps = new ArrayList<>();
    if (!titles.isEmpty()) {
      steps.add(step(texts.get("crumbs.top"), 0));
    }
    for (int i = 0; i < titles.size(); i++) {
      steps.add(new FontIcon(Feather.CHEVRON_RIGHT));
      steps.add(step(titles.get(i), i + 1));
    }
    getChildren().setAll(steps);
  }

  private Button step(String title, int depth) {
    boolean here = depth == model.levels().path().size();
    Button button = new Button(title);
    button.getStyleClass().addAll("flat", "crumb");
    button.pseudoClassStateChanged(HERE, here);
    button.setAccessibleText(texts.get(here ? "crumbs.here" : "crumbs.back", title));
    button.setTooltip(new Tooltip(texts.get(here ? "crumbs.here" : "crumbs.back", title)));
    button.setOnAction(
        press -> {
          model.leaveTo(depth);
          refocus.run();
        });
    return button;
  }
}
