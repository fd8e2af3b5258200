package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.paint.Hue;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something to choose in a {@link SearchPane}.
 *
 * @param title what it is
 * @param group under which heading it stands
 * @param help a sentence or more about it
 * @param keywords other texts that find it
 * @param icon before the title
 * @param hue of the icon
 * @param action what choosing it does
 */
record Choice(
    String title,
    String group,
    String help,
    List<String> keywords,
    Feather icon,
    Hue hue,
    Runnable action) {
  /** A score for what a person typed, 0 if this is no answer. */
  int score(String query) {
    int best = FuzzySearch.score(query, title).orElse(-1) * 2;
    for (String keyword : keywords) {
      best = Math.max(best, FuzzySearch.score(query, keyword).orElse(-1));
    }
    return Math.max(0, best);
  }
}
