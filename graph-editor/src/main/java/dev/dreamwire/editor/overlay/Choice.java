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
 * @param star marks it as a favourite, or no longer; empty for what has no favourites
 */
record Choice(
    String title,
    String group,
    String help,
    List<String> keywords,
    Feather icon,
    Hue hue,
    Runnable action,
    Optional<String> refusal,
    Optional<Star> star) {
  /** Something that can be chosen. */
  Choice(
      String title,
      String group,
      String help,
      List<String> keywords,
      Feather icon,
      Hue hue,
      Runnable action) {
    this(title, group, help, keywords, icon, hue, action, Optional.empty(), Optional.empty());
  }

  /** The same as what cannot be chosen, under a heading of such. */
  Choice refused(String reason, String newGroup) {
    return new Choice(
        title, newGroup, reason, keywords, icon, hue, () -> {}, Optional.of(reason), star);
  }

  /**
   * Whether something is a favourite.
   *
   * @param on whether it is
   * @param toggle makes it one, or no longer
   */
  record Star(boolean on, Runnable toggle) {}

  /** The same as something that can be a favourite. */
  Choice starred(Star newStar) {
    return new Choice(
        title, group, help, keywords, icon, hue, action, refusal, Optional.of(newStar));
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
