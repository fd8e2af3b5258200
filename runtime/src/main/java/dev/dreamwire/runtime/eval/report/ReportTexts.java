package dev.dreamwire.runtime.eval.report;

import dev.dreamwire.runtime.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/** The names and definitions of what a report holds, in one language. Immutable. */
public final class ReportTexts {
  private static final String BUNDLE = "dev.dreamwire.runtime.eval.report.report";

  private final Texts texts;
  private final Locale locale;

  /** Texts of a language; English where the bundle does not have it. */
  public ReportTexts(Locale locale) {
    this.texts = new Texts(BUNDLE, locale);
    this.locale = locale;
  }

  /** The language, as HTML names it. */
  String language() {
    return locale.toLanguageTag();
  }

  /** A sentence of the report itself. */
  public String get(String key, Object... args) {
    return texts.get(key, args);
  }

  /** What a protocol is called. */
  public String title(String section) {
    return texts.get(section);
  }

  /** What a protocol does, and which control shows that it can fail. */
  public String about(String section) {
    return texts.get(section + ".about");
  }

  /** What a number is called. */
  public String name(String section, Figure figure) {
    return texts.get(section + "." + figure.id(), words(figure.of()));
  }

  /** How a number is defined. */
  public String definition(String section, Figure figure) {
    return texts.get(section + "." + figure.id() + ".is", words(figure.of()));
  }

  /** What a table, plot or film shows. */
  public String caption(String section, String id, List<String> of) {
    return texts.get(section + "." + id, words(of));
  }

  /** A word for a row, column, curve or axis; numbers and names stand for themselves. */
  public String word(String key) {
    try {
      return texts.get("word." + key);
    } catch (MissingResourceException e) {
      // What is not a word of the report is a number or a name.
      return key;
    }
  }

  private Object[] words(List<String> of) {
    return of.stream().map(this::word).toArray();
  }

  /** A number with its unit. */
  public String number(double value, Unit unit) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String number = String.format(Locale.ROOT, "%." + unit.digits() + "f", value);
    return unit.sign().isEmpty() ? number : number + " " + unit.sign();
  }
}
