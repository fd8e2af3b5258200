package dev.dreamwire.runtime.graph;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The package's sentences for people, in one language. Immutable. */
final class GraphTexts {
  private final ResourceBundle bundle;
  private final Locale locale;

  GraphTexts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "dev.dreamwire.runtime.graph.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** In the language that the person's windows have. */
  static GraphTexts display() {
    return new GraphTexts(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The sentence of a key with {@code {0}}, {@code {1}} … replaced. */
  String get(String key, Object... args) {
    Object[] texts = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = String.valueOf(args[i]);
    }
    return new MessageFormat(bundle.getString(key), locale).format(texts);
  }
}
