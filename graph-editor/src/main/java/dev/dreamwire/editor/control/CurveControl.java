package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.text.EditorTexts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A {@linkplain CurvePlot plot} whose points are dragged, and a field where they are typed. Window
 * thread only.
 */
public final class CurveControl extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Param.CurveKind kind;
  private final ValueEdits edits;
  private final CurvePlot plot;
  private final TextField typed = new TextField();
  private Runnable whenEntered = () -> {};

  /** A control of a curve in given ranges. */
  public CurveControl(Param.CurveKind kind, EditorTexts texts, ValueEdits edits) {
    this.kind = kind;
    this.edits = edits;
    ControlStyle.dress(this, "curve-control");
    plot =
        new CurvePlot(
            kind,
            texts,
            new ValueEdits() {
              @Override
              public void preview(String value) {
                typed.setText(value);
                edits.preview(value);
              }

              @Override
              public void take(String value) {
                typed.setText(value);
                edits.take(value);
              }
            });
    VBox.setVgrow(plot, Priority.ALWAYS);
    typed.setId("curve-points");
    typed.setAccessibleText(texts.get("curve.points"));
    typed
        .textProperty()
        .addListener(
            change -> typed.pseudoClassStateChanged(WRONG, kind.problem(typed.getText()) != null));
    typed.setOnAction(enter -> entered());
    typed
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                settle();
              }
            });
    getChildren().addAll(plot, typed);
  }

  private void entered() {
    settle();
    if (read(typed.getText()).isPresent()) {
      whenEntered.run();
    }
  }

  /** Called when Enter has decided on points that were typed. */
  public void setOnEntered(Runnable action) {
    whenEntered = action;
  }

  /** Takes the points that were typed, if they are a curve and another. */
  public void settle() {
    if (kind.problem(typed.getText()) == null) {
      Curve curve = Curve.parse(typed.getText());
      if (!curve.equals(plot.curve())) {
        plot.show(curve);
        edits.take(curve.text());
      }
    }
  }

  /** Shows a curve; one that cannot be read is only written. */
  public void show(String value) {
    if (!typed.isFocused() || !read(typed.getText()).equals(read(value))) {
      typed.setText(value);
    }
    read(value).filter(curve -> !curve.equals(plot.curve())).ifPresent(plot::show);
  }

  private Optional<Curve> read(String value) {
    return kind.problem(value) == null ? Optional.of(Curve.parse(value)) : Optional.empty();
  }

  /** Gives the keyboard to the first point. */
  @Override
  public void requestFocus() {
    plot.requestFocus();
  }

  /** Tells people who cannot see it what the curve is of. */
  public void describe(String name) {
    plot.setAccessibleText(name);
  }
}
