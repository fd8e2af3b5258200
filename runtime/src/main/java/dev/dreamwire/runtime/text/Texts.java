package dev.dreamwire.runtime.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences for people, in one language, from one resource bundle. Immutable. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  /**
   * Opens a bundle.
   *
   * @param bundle its base name, such as {@code dev.dreamwire.runtime.graph.messages}
   * @param locale the language; English where the bundle does not have it
   */
  public Texts(String bundle, Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            bundle,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Opens a bundle in the language of the person's windows. */
  public static Texts display(String bundle) {
    return new Texts(bundle, Locale.getDefault(Locale.Category.DISPLAY));
  }

  /**
   * The sentence of a key with {@code {0}}, {@code {1}} … replaced. Numbers are written as Java
   * writes them, but where the sentence chooses its words by them.
   */
  public String get(String key, Object... args) {
    MessageFormat sentence = new MessageFormat(bundle.getString(key), locale);
    Format[] formats = sentence.getFormatsByArgumentIndex();
    Object[] words = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      boolean chooses = i < formats.length && formats[i] != null;
      words[i] = chooses ? args[i] : String.valueOf(args[i]);
    }
    return sentence.format(words);
  }
}
