package dev.dreamwire.editor.overlay;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a text answers what a person typed: letters in order, better at the start of words. */
final class FuzzySearch {
  private static final int START = 100;
  private static final int WORD = 60;
  private static final int INSIDE = 40;
  private static final int LETTER = 2;
  private static final int WORD_LETTER = 6;

  private FuzzySearch() {}

  /** A score, larger for a better answer; empty if letters are missing. */
  static OptionalInt score(String query, String text) {
    String q = query.strip().toLowerCase(Locale.ROOT);
    String t = text.toLowerCase(Locale.ROOT);
    int at = t.indexOf(q);
    if (at == 0) {
      return OptionalInt.of(START + q.length());
    }
    if (at > 0) {
      return OptionalInt.of((wordStart(t, at) ? WORD : INSIDE) + q.length());
    }
    return letters(q.replace(" ", ""), t);
  }

  private static OptionalInt letters(String q, String t) {
    int score = 0;
    int at = -1;
    for (int i = 0; i < q.length(); i++) {
      at = t.indexOf(q.charAt(i), at + 1);
      if (at < 0) {
        return OptionalInt.empty();
      }
      score += wordStart(t, at) ? WORD_LETTER : LETTER;
    }
    return OptionalInt.of(Math.min(score, INSIDE - 1));
  }

  private static boolean wordStart(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
