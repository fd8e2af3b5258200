package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.paint.Hue;
import java.util.List;
import java.util.Optional;
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
 * @param refusal why it cannot be chosen; empty if it can
 */
record Choice(
    String title,
    String group,
    String help,
    List<String> keywords,
    Feather icon,
    Hue hue,
    Runnable action,
    Optional<String> refusal) {
  /** Something that can be chosen. */
  Choice(
      String title,
      String group,
      String help,
      List<String> keywords,
      Feather icon,
      Hue hue,
      Runnable action) {
    this(title, group, help, keywords, icon, hue, action, Optional.empty());
  }

  /** The same as what cannot be chosen, under a heading of such. */
  Choice refused(String reason, String newGroup) {
    return new Choice(title, newGroup, reason, keywords, icon, hue, () -> {}, Optional.of(reason));
  }

  /** A score for what a person typed, 0 if this is no answer. */
  int score(String query) {
    int best = FuzzySearch.score(query, title).orElse(-1) * 2;
    for (String keyword : keywords) {
      best = Math.max(best, FuzzySearch.score(query, keyword).orElse(-1));
    }
    return Math.max(0, best);
  }
}
