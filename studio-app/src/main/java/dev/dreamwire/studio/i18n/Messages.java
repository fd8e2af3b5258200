package dev.dreamwire.studio.i18n;

import dev.dreamwire.runtime.text.Texts;
import java.util.Locale;

/** The window's sentences in one language. Immutable; safe on every thread. */
public final class Messages {
  /** Base name of the bundle. */
  public static final String BUNDLE = "dev.dreamwire.studio.studio";

  private final Language language;
  private final Texts texts;

  /** Opens the sentences of a language. */
  public Messages(Language language) {
    this.language = language;
    this.texts = new Texts(BUNDLE, language.locale());
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** The language's locale, for numbers and for other bundles. */
  public Locale locale() {
    return language.locale();
  }

  /** The sentence of a key, with {@code {0}}, {@code {1}} … replaced. */
  public String get(String key, Object... args) {
    return texts.get(key, args);
  }
}
