package dev.dreamwire.editor.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * An unseen node that style sheets give the canvas's colours to, as {@code -editor-…}, so that the
 * canvas follows the theme and a style sheet may change it. Window thread only.
 */
public final class ThemeProbe extends Region {
  private static final StyleablePropertyFactory<ThemeProbe> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final ReadOnlyObjectWrapper<EditorTheme> theme = new ReadOnlyObjectWrapper<>();
  private final List<StyleableProperty<?>> styles = new ArrayList<>();

  private final StyleableProperty<Color> canvas = colour("canvas", "#f6f8fa");
  private final StyleableProperty<Color> dot = colour("dot", "#d0d7de");
  private final StyleableProperty<Color> body = colour("node", "#ffffff");
  private final StyleableProperty<Color> edge = colour("node-border", "#d0d7de");
  private final StyleableProperty<Color> field = colour("field", "#f6f8fa");
  private final StyleableProperty<Color> text = colour("text", "#24292f");
  private final StyleableProperty<Color> muted = colour("muted", "#57606a");
  private final StyleableProperty<Color> accent = colour("accent", "#0969da");
  private final StyleableProperty<Color> danger = colour("danger", "#cf222e");
  private final StyleableProperty<Color> warning = colour("warning", "#bf8700");
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(this, "font", "-fx-font", probe -> probe.font());

  /** Starts with light colours, until style sheets are applied. */
  public ThemeProbe() {
    getStyleClass().add("editor-theme");
    setManaged(false);
    setVisible(false);
    styles.add(font);
    styles.forEach(style -> ((javafx.beans.Observable) style).addListener(changed -> update()));
    update();
  }

  private StyleableProperty<Color> colour(String name, String initial) {
    String css = "-editor-" + name;
    StyleableProperty<Color> property =
        FACTORY.createStyleableColorProperty(
            this, name, css, probe -> probe.style(css), Color.web(initial));
    styles.add(property);
    return property;
  }

  @SuppressWarnings("unchecked")
  private StyleableProperty<Color> style(String css) {
    return (StyleableProperty<Color>)
        styles.stream()
            .filter(s -> s.getCssMetaData().getProperty().equals(css))
            .findFirst()
            .orElseThrow();
  }

  private StyleableProperty<Font> font() {
    return font;
  }

  private void update() {
    Font face = font.getValue();
    theme.set(
        new EditorTheme(
            canvas.getValue(),
            dot.getValue(),
            body.getValue(),
            edge.getValue(),
            field.getValue(),
            text.getValue(),
            muted.getValue(),
            accent.getValue(),
            danger.getValue(),
            warning.getValue(),
            (face == null ? Font.getDefault() : face).getFamily()));
  }

  /** The colours as they are now. */
  public ReadOnlyObjectProperty<EditorTheme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
