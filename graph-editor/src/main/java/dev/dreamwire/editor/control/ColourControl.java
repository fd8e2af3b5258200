package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.text.EditorTexts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/**
 * Sliders for hue, saturation and brightness, and a field for {@code #rrggbb}. A drag is a preview
 * until it is let go; a key and Enter in the field decide at once. Window thread only.
 */
public final class ColourControl extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final Param.Kind KIND = new Param.ColourKind();
  private static final String RAINBOW =
      "linear-gradient(to right, #f00, #ff0 17%, #0f0 33%, #0ff 50%, #00f 67%, #f0f 83%, #f00)";

  private final ValueEdits edits;
  private final Strip hue;
  private final Strip saturation;
  private final Strip brightness;
  private final Region swatch = new Region();
  private final TextField hex = new TextField();
  private String shown = "";
  private boolean showing;
  private Runnable whenEntered = () -> {};

  /** A slider over the colours that it leads through. */
  private static final class Strip extends StackPane {
    final Slider slider;
    private final Region ground = new Region();

    Strip(double most, String name) {
      slider = new Slider(0, most, 0);
      slider.setAccessibleText(name);
      slider.setBlockIncrement(most / 50);
      ground.getStyleClass().add("colour-ground");
      ground.setMouseTransparent(true);
      getChildren().addAll(ground, slider);
    }

    void colour(String paint) {
      ground.setStyle("-fx-background-color: " + paint + ";");
    }

    double share() {
      return slider.getValue() / slider.getMax();
    }
  }

  /** A control that shows black until it is told otherwise. */
  public ColourControl(EditorTexts texts, ValueEdits edits) {
    this.edits = edits;
    ControlStyle.dress(this, "colour-control");
    hue = strip(360, texts.get("colour.h"));
    saturation = strip(100, texts.get("colour.s"));
    brightness = strip(100, texts.get("colour.b"));
    GridPane sliders = new GridPane(10, 6);
    sliders.addRow(0, new Label(texts.get("colour.h")), hue);
    sliders.addRow(1, new Label(texts.get("colour.s")), saturation);
    sliders.addRow(2, new Label(texts.get("colour.b")), brightness);
    for (Node strip : new Node[] {hue, saturation, brightness}) {
      GridPane.setHgrow(strip, Priority.ALWAYS);
    }
    swatch.getStyleClass().add("colour-swatch");
    HBox.setHgrow(swatch, Priority.ALWAYS);
    hex.setId("colour-hex");
    hex.setPrefColumnCount(7);
    hex.setAccessibleText(texts.get("colour.hex"));
    hex.textProperty()
        .addListener(typed -> hex.pseudoClassStateChanged(WRONG, KIND.problem(typed()) != null));
    hex.setOnAction(enter -> entered());
    hex.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                settle();
              }
            });
    HBox foot = new HBox(8, swatch, hex);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(sliders, foot);
    show("#000000");
  }

  private Strip strip(double most, String name) {
    Strip strip = new Strip(most, name);
    // A press beside the thumb moves it without saying that the value is changing.
    boolean[] held = new boolean[1];
    strip.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> held[0] = true);
    strip.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        release -> {
          held[0] = false;
          edits.take(shown);
        });
    strip.slider.valueProperty().addListener(moved -> slid(held[0]));
    return strip;
  }

  private void slid(boolean held) {
    if (showing) {
      return;
    }
    Color color = Color.hsb(hue.slider.getValue(), saturation.share(), brightness.share());
    draw(Colours.of(color).text());
    if (held) {
      edits.preview(shown);
    } else {
      edits.take(shown);
    }
  }

  private String typed() {
    String text = hex.getText().strip();
    return text.startsWith("#") ? text : "#" + text;
  }

  private void entered() {
    settle();
    if (KIND.problem(typed()) == null) {
      whenEntered.run();
    }
  }

  /** Called when Enter has decided on a colour that was typed. */
  public void setOnEntered(Runnable action) {
    whenEntered = action;
  }

  /** Takes the colour that was typed, if it is one and another. */
  public void settle() {
    String text = typed();
    if (KIND.problem(text) == null && !text.equalsIgnoreCase(shown)) {
      show(Colour.parse(text).text());
      edits.take(shown);
    }
  }

  /** Shows a colour; one that cannot be read is shown as it is written. */
  public void show(String value) {
    if (value.equals(shown)) {
      return;
    }
    showing = true;
    if (KIND.problem(value) == null) {
      Color color = Colours.of(Colour.parse(value));
      // Grey has no hue and black no saturation: what was chosen stays for when it has.
      if (color.getBrightness() > 0) {
        if (color.getSaturation() > 0) {
          hue.slider.setValue(color.getHue());
        }
        saturation.slider.setValue(100 * color.getSaturation());
      }
      brightness.slider.setValue(100 * color.getBrightness());
    }
    draw(value);
    showing = false;
  }

  private void draw(String value) {
    shown = value;
    hex.setText(value);
    double h = hue.slider.getValue();
    double s = saturation.share();
    double b = brightness.share();
    hue.colour(RAINBOW);
    saturation.colour(between(Color.hsb(h, 0, b), Color.hsb(h, 1, b)));
    brightness.colour(between(Color.BLACK, Color.hsb(h, s, 1)));
    if (KIND.problem(value) == null) {
      swatch.setStyle("-fx-background-color: " + value + ";");
    }
  }

  private static String between(Color from, Color to) {
    return "linear-gradient(to right, "
        + (Colours.of(from).text() + ", " + Colours.of(to).text() + ")");
  }

  /** Gives the keyboard to the first slider. */
  @Override
  public void requestFocus() {
    hue.slider.requestFocus();
  }

  /** Tells people who cannot see it what the colour is of. */
  public void describe(String name) {
    setAccessibleText(name);
  }
}
