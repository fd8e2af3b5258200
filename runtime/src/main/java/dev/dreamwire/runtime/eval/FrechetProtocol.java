package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.distribution.ClipFeatures;
import dev.dreamwire.runtime.eval.distribution.Distance;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

/**
 * How far clips of the dream are from true clips, beside calibration rows: other true play is the
 * floor, and true clips that are shuffled, blurred or held still must be clearly further away. A
 * distance has no interval by drawing anew, which would make it larger each time; the floor says
 * how much is chance.
 */
final class FrechetProtocol implements Protocol {
  private static final int REFERENCE = 3;
  private static final double CLEARLY = 1.5;
  private static final List<String> CONTROLS = List.of("shuffled", "blurred", "held");

  /** Both distances of a set. */
  private record Far(double frechet, double sliced) {}

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) {
    ClipFeatures features = new ClipFeatures(lab.play().width(), lab.play().height());
    List<Episode> truth = lab.rollouts().stream().map(Rollout::truth).toList();
    Distance distance = new Distance(features(features, reference(lab), clip -> clip));
    Random random = new Random(lab.seed());
    Map<String, Far> far = new LinkedHashMap<>();
    far.put("real", far(distance, features(features, truth, clip -> clip)));
    progress.accept(0.2);
    far.put(
        "decoded",
        far(
            distance,
            features(features, truth.stream().map(lab::reconstruct).toList(), clip -> clip)));
    progress.accept(0.5);
    List<Episode> dreams = lab.rollouts().stream().map(Rollout::dream).toList();
    far.put("dream", far(distance, features(features, dreams, clip -> clip)));
    progress.accept(0.6);
    far.put("shuffled", far(distance, features(features, truth, clip -> shuffled(clip, random))));
    far.put(
        "blurred",
        far(distance, features(features, truth, clip -> blurred(clip, lab.play().width()))));
    far.put(
        "held",
        far(
            distance,
            features(features, truth, clip -> Collections.nCopies(clip.size(), clip.getFirst()))));
    return section(far);
  }

  private static Section section(Map<String, Far> far) {
    double floor = far.get("real").frechet();
    long above =
        CONTROLS.stream().filter(name -> far.get(name).frechet() > CLEARLY * floor).count();
    List<Figure> figures = new ArrayList<>();
    for (String name : List.of("dream", "real", "decoded", "shuffled", "blurred", "held")) {
      figures.add(Figure.of(name, Estimate.of(far.get(name).frechet()), Unit.NUMBER));
    }
    figures.add(
        Figure.of(
            "ranks",
            Estimate.of(100.0 * above / CONTROLS.size()),
            Unit.PERCENT,
            Goal.atLeast(100)));
    List<Table.Row> rows =
        far.entrySet().stream()
            .map(
                e ->
                    new Table.Row(
                        e.getKey(), List.of(e.getValue().frechet(), e.getValue().sliced())))
            .toList();
    return new Section(
        Measure.FRECHET.id(),
        figures,
        List.of(new Table("sliced", List.of("frechet", "sliced"), rows)),
        List.of(),
        List.of());
  }

  /** True play of the rollouts' kind and length, from other places. */
  private static List<Episode> reference(Lab lab) {
    List<Player> starts = lab.starts(REFERENCE, lab.extent().rollouts());
    List<Episode> out = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long bot = lab.seed() * 31 + i;
      out.add(lab.play().episode(starts.get(i), bot, lab.extent().rolloutFrames() + 1));
    }
    return out;
  }

  private static Far far(Distance distance, List<double[]> vectors) {
    return new Far(distance.frechet(vectors), distance.sliced(vectors));
  }

  private static List<double[]> features(
      ClipFeatures features, List<Episode> episodes, UnaryOperator<List<float[]>> change) {
    List<double[]> out = new ArrayList<>();
    for (Episode episode : episodes) {
      for (int from = 1;
          from + ClipFeatures.FRAMES <= episode.frames();
          from += ClipFeatures.FRAMES) {
        List<float[]> clip = new ArrayList<>();
        for (int f = from; f < from + ClipFeatures.FRAMES; f++) {
          clip.add(Pictures.of(episode, f));
        }
        out.add(features.of(change.apply(clip)));
      }
    }
    return out;
  }

  private static List<float[]> shuffled(List<float[]> clip, Random random) {
    List<float[]> out = new ArrayList<>(clip);
    Collections.shuffle(out, random);
    return out;
  }

  private static List<float[]> blurred(List<float[]> clip, int width) {
    return clip.stream().map(picture -> Pictures.halvedAndBack(picture, width)).toList();
  }
}
