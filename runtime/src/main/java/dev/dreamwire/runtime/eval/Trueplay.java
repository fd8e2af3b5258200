package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks of true play, one a second, of pictures as the preset would show them.
 *
 * @param played by a bot
 * @param strayed under the same actions, but from elsewhere
 * @param blurred what the bot played, halved and doubled
 */
record Trueplay(List<Look> played, List<Look> strayed, List<Look> blurred) {
  Trueplay {
    played = List.copyOf(played);
    strayed = List.copyOf(strayed);
    blurred = List.copyOf(blurred);
  }

  /** Plays for some seconds. */
  static Trueplay of(Gauge gauge, Stroll.Beginning from, int seconds) {
    Stroll stroll = new Stroll(gauge.play().world(), from);
    Notes notes = new Notes(gauge);
    for (int frame = 1; frame <= seconds * World.FPS; frame++) {
      Stroll.Step step = stroll.next();
      if (frame % World.FPS == 0) {
        notes.add(step);
      }
    }
    return notes.written();
  }

  /** All true looks, each the mean of a window. */
  static List<Look> windows(List<Trueplay> plays) {
    return plays.stream()
        .flatMap(play -> Stream.of(play.played, play.strayed))
        .flatMap(looks -> LongDream.windows(looks).stream())
        .toList();
  }

  /** The same of the blurred ones. */
  static List<Look> blurredWindows(List<Trueplay> plays) {
    return plays.stream().flatMap(play -> LongDream.windows(play.blurred).stream()).toList();
  }

  /** Writes looks down as they are seen. */
  static final class Notes {
    private final Gauge gauge;
    private final List<Look> played = new ArrayList<>();
    private final List<Look> strayed = new ArrayList<>();
    private final List<Look> blurred = new ArrayList<>();

    Notes(Gauge gauge) {
      this.gauge = gauge;
    }

    void add(Stroll.Step step) {
      float[] before = gauge.shown(step.before());
      float[] after = gauge.shown(step.after());
      int width = gauge.play().width();
      played.add(gauge.meter().look(before, after));
      strayed.add(
          gauge.meter().look(gauge.shown(step.strayBefore()), gauge.shown(step.strayAfter())));
      blurred.add(
          gauge.meter().look(Pictures.blurred(before, width), Pictures.blurred(after, width)));
    }

    Trueplay written() {
      return new Trueplay(played, strayed, blurred);
    }
  }
}
