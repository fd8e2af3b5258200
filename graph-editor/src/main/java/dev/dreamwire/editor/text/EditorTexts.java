package dev.dreamwire.editor.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the editor itself says, in one language. Immutable. */
public final class EditorTexts {
  /** Base name of the bundle. */
  public static final String BUNDLE = "dev.dreamwire.editor.editor";

  private final ResourceBundle bundle;
  private final Locale locale;

  /** In a language; English where there is no translation. */
  public EditorTexts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** In the language of the person's windows. */
  public static EditorTexts display() {
    return new EditorTexts(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The text of a key with {@code {0}}, {@code {1}} … replaced. */
  public String get(String key, Object... args) {
    return args.length == 0
        ? bundle.getString(key)
        : new MessageFormat(bundle.getString(key), locale).format(args);
  }
}
