package dev.dreamwire.runtime.text;

import java.util.Locale;
import java.util.Map;

/** Titles that a document brings in several languages. Stateless. */
public final class Titles {
  private Titles() {}

  /**
   * The title in a language, else in English, else another.
   *
   * @param titles by language tag ({@code en}, {@code zh-CN})
   * @param otherwise what to say if there is neither
   */
  public static String in(Map<String, String> titles, Locale language, String otherwise) {
    String own = titles.getOrDefault(language.toLanguageTag(), titles.get(language.getLanguage()));
    return own != null ? own : titles.getOrDefault("en", otherwise);
  }
}
