package dev.dreamwire.studio.i18n;

import java.util.Arrays;
import java.util.Locale;

/** A language that the window speaks. */
public enum Language {
  /** English. */
  ENGLISH(Locale.ENGLISH, "English"),
  /** Simplified Chinese. */
  CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** The locale that texts are looked up with. */
  public Locale locale() {
    return locale;
  }

  /** What the language calls itself; never translated, so that a lost person finds it. */
  public String ownName() {
    return ownName;
  }

  /** The language nearest to a locale; English where none is near. */
  public static Language nearest(Locale wanted) {
    return Arrays.stream(values())
        .filter(language -> language.locale.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }
}
