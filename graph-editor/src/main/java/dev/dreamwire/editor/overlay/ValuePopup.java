package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.control.ColourControl;
import dev.dreamwire.editor.control.CurveControl;
import dev.dreamwire.editor.control.KeyControl;
import dev.dreamwire.editor.control.KeyHolders;
import dev.dreamwire.editor.control.ValueEdits;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A sheet below a parameter that needs more room than its row. Enter and a click elsewhere keep
 * what was chosen, Escape leaves the parameter as it was. Window thread only.
 */
final class ValuePopup extends VBox {
  static final double WIDTH = 300;

  private final EditorModel model;
  private final TextSource names;
  private final EditorTexts texts;
  private final FieldSession session;
  private final Runnable close;
  private final Region control;
  private Runnable settle = () -> {};

  /**
   * A sheet for a parameter of a {@linkplain #fits fitting} kind.
   *
   * @param close takes the sheet away and gives the keyboard back
   */
  ValuePopup(
      EditorModel model,
      NodeLayout node,
      Field field,
      TextSource names,
      EditorTexts texts,
      Runnable close) {
    this.model = model;
    this.names = names;
    this.texts = texts;
    this.close = close;
    this.session = new FieldSession(model, field);
    String name = names.param(node.face().spec(), field.param());
    getStyleClass().addAll("search-pane", "value-popup");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(name);
    Label heading = new Label(name);
    heading.getStyleClass().add("shortcuts-heading");
    control = control(node.face(), field, name);
    VBox.setVgrow(control, Priority.ALWAYS);
    getChildren().addAll(heading, control);
    String key = "field." + field.param().kind().getClass().getSimpleName();
    Label hint = new Label(texts.get(key));
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.getStyleClass().add("value-hint");
    getChildren().add(hint);
    // Its shadow is not its own: a click there is one beside it.
    setPickOnBounds(false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
  }

  /** Whether a parameter of a kind is edited in a sheet. */
  static boolean fits(Param.Kind kind) {
    return kind instanceof Param.ColourKind
        || kind instanceof Param.CurveKind
        || kind instanceof Param.KeyKind;
  }

  /** How high it is. */
  double height() {
    return switch (control) {
      case CurveControl curve -> 330;
      case ColourControl colour -> 206;
      default -> 176;
    };
  }

  private Region control(NodeFace face, Field field, String name) {
    String value = String.valueOf(face.value(field.param()));
    return switch (field.param().kind()) {
      case Param.ColourKind kind -> {
        ColourControl colour = new ColourControl(texts, session);
        colour.show(value);
        colour.describe(name);
        colour.setOnEntered(close);
        settle = colour::settle;
        yield colour;
      }
      case Param.CurveKind kind -> {
        CurveControl curve = new CurveControl(kind, texts, session);
        curve.show(value);
        curve.describe(name);
        curve.setOnEntered(close);
        settle = curve::settle;
        yield curve;
      }
      case Param.KeyKind kind -> {
        KeyControl key =
            new KeyControl(
                texts,
                new KeyHolders(model.graph(), model.registry(), names)
                    .except(field.node(), field.param()),
                decided());
        key.show(value);
        key.describe(name);
        key.setOnCancelled(close);
        yield key;
      }
      default -> throw new IllegalArgumentException(field.param().kind() + " has no sheet");
    };
  }

  /** A key is all there is to choose: the sheet closes with it. */
  private ValueEdits decided() {
    return new ValueEdits() {
      @Override
      public void preview(String value) {
        session.preview(value);
      }

      @Override
      public void take(String value) {
        session.take(value);
        close.run();
      }
    };
  }

  /** Takes the keyboard. */
  void begin() {
    applyCss();
    layout();
    control.requestFocus();
    if (control instanceof KeyControl key) {
      key.await();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      session.cancel();
      session.end();
      close.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !(control instanceof KeyControl)) {
      close.run();
      event.consume();
    }
  }

  /** Called once the sheet is gone: what was chosen is one step. */
  void end() {
    settle.run();
    session.end();
  }
}
