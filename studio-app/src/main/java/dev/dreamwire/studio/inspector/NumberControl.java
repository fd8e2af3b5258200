package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number: a slider where the range is narrow enough to aim in, and a field to type in. */
final class NumberControl implements ParamControl {
  /** Wider ranges have no slider: seeds, sizes. */
  private static final double WIDEST_SLIDER = 10_000;

  private static final int DIGITS = 6;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final double min;
  private final double max;
  private final boolean whole;
  private final ParamEdits edits;
  private final Slider slider = new Slider();
  private final TextField field = new TextField();
  private final HBox box = new HBox();
  private Object shown;
  private boolean showing;

  private NumberControl(double min, double max, boolean whole, ParamEdits edits) {
    this.min = min;
    this.max = max;
    this.whole = whole;
    this.edits = edits;
    box.getStyleClass().add("number-control");
    box.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add(Styles.SMALL);
    field.setOnAction(e -> commit());
    field.focusedProperty().subscribe((was, focused) -> focusMoved(focused));
    if (max - min <= WIDEST_SLIDER) {
      slider.setMin(min);
      slider.setMax(max);
      slider.setBlockIncrement(whole ? 1 : (max - min) / 100);
      slider.valueProperty().subscribe((was, is) -> slid(is.doubleValue()));
      slider.valueChangingProperty().subscribe((was, held) -> grip(held));
      HBox.setHgrow(slider, Priority.ALWAYS);
      slider.setMinWidth(60);
      field.setPrefColumnCount(5);
      field.setMinWidth(64);
      field.setMaxWidth(78);
      box.getChildren().addAll(slider, field);
    } else {
      HBox.setHgrow(field, Priority.ALWAYS);
      box.getChildren().add(field);
    }
  }

  static NumberControl whole(long min, long max, ParamEdits edits) {
    return new NumberControl(min, max, true, edits);
  }

  static NumberControl real(double min, double max, ParamEdits edits) {
    return new NumberControl(min, max, false, edits);
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Object value) {
    shown = value;
    showing = true;
    field.setText(text(value));
    field.pseudoClassStateChanged(WRONG, false);
    if (value instanceof Number number) {
      slider.setValue(number.doubleValue());
    }
    showing = false;
  }

  @Override
  public void describe(String name) {
    slider.setAccessibleText(name);
    field.setAccessibleText(name);
  }

  private void slid(double value) {
    if (!showing) {
      Object next = whole ? (Object) Math.round(value) : (Object) rounded(value);
      if (!next.equals(shown)) {
        edits.set(next, !slider.isValueChanging());
      }
    }
  }

  private void grip(boolean held) {
    if (!held && !showing && shown != null) {
      edits.set(shown, true);
    }
  }

  private void focusMoved(boolean focused) {
    if (!focused && shown != null && !field.getText().equals(text(shown))) {
      commit();
    }
  }

  private void commit() {
    try {
      Object value =
          whole ? (Object) Long.parseLong(field.getText().strip()) : parse(field.getText().strip());
      double number = ((Number) value).doubleValue();
      if (!(number >= min && number <= max)) {
        field.pseudoClassStateChanged(WRONG, true);
        return;
      }
      field.pseudoClassStateChanged(WRONG, false);
      edits.set(value, true);
    } catch (NumberFormatException e) {
      field.pseudoClassStateChanged(WRONG, true);
    }
  }

  private static Object parse(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** Values that a slider gives have no more digits than a person can aim at. */
  private double rounded(double value) {
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(max - min, Double.MIN_NORMAL))) - 3);
    double near =
        BigDecimal.valueOf(Math.rint(value / step) * step)
            .round(new MathContext(DIGITS))
            .doubleValue();
    return Math.clamp(near, min, max);
  }

  private static String text(Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      return BigDecimal.valueOf(number)
          .round(new MathContext(DIGITS))
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.valueOf(value);
  }
}
