package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.motion.ActionReader;
import dev.dreamwire.runtime.eval.motion.ActionReaderTraining;
import dev.dreamwire.runtime.eval.motion.Confusion;
import dev.dreamwire.runtime.eval.motion.Factor;
import dev.dreamwire.runtime.eval.motion.GreyClip;
import dev.dreamwire.runtime.eval.motion.Labelled;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Whether the actions can be read back from the dream, by a network that was trained to read them
 * from true play (as GameWorld Score and MineWorld do with VPT's). Macro F1 of the dream stands
 * beside the ceiling, the same of the true frames; beside those frames as the autoencoder gives
 * them back; beside chance; and beside the control, the dream judged by another start's actions.
 */
final class InverseDynamicsProtocol implements Protocol {
  /** Number of the first episode that the reader learns from; the lab's own begin at 0. */
  private static final int LEARNED = 500_000;

  /** Every so manieth episode is also learned from as the autoencoder gives it back. */
  private static final int DECODED = 3;

  /** Share of the progress that training takes. */
  private static final double TRAINING = 0.8;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    List<Rollout> rollouts = lab.rollouts();
    try (ActionReader reader = reader(lab, progress)) {
      List<Confusion> real = new ArrayList<>();
      List<Confusion> decoded = new ArrayList<>();
      List<Confusion> dream = new ArrayList<>();
      List<Confusion> misled = new ArrayList<>();
      for (int i = 0; i < rollouts.size(); i++) {
        Rollout rollout = rollouts.get(i);
        Rollout other = rollouts.get((i + 1) % rollouts.size());
        real.add(reader.read(Labelled.of(rollout.truth(), rollout.truth())));
        decoded.add(reader.read(Labelled.of(lab.reconstruct(rollout.truth()), rollout.truth())));
        dream.add(reader.read(Labelled.of(rollout.dream(), rollout.truth())));
        misled.add(reader.read(Labelled.of(rollout.dream(), other.truth())));
        progress.accept(TRAINING + (1 - TRAINING) * (i + 1) / rollouts.size());
      }
      return section(real, decoded, dream, misled);
    }
  }

  private static Section section(
      List<Confusion> real,
      List<Confusion> decoded,
      List<Confusion> dream,
      List<Confusion> misled) {
    List<List<Confusion>> pairs = pairs(dream, real);
    List<Table.Row> rows = rows(Confusion.sum(real), Confusion.sum(decoded), Confusion.sum(dream));
    double worst =
        rows.stream()
            .mapToDouble(row -> row.values().getLast())
            .filter(v -> !Double.isNaN(v))
            .min()
            .orElse(Double.NaN);
    List<Figure> figures =
        List.of(
            Figure.of(
                "share",
                Bootstrap.of(pairs, InverseDynamicsProtocol::share).percent(),
                Unit.PERCENT,
                Goal.atLeast(95)),
            Figure.of("worst", Estimate.of(worst), Unit.PERCENT, Goal.atLeast(85)),
            Figure.of("dream", f1(dream), Unit.PERCENT),
            Figure.of("real", f1(real), Unit.PERCENT),
            Figure.of("decoded", f1(decoded), Unit.PERCENT),
            Figure.of("chance", Estimate.of(100 * Confusion.sum(real).macroChance()), Unit.PERCENT),
            Figure.of("misled", f1(misled), Unit.PERCENT),
            Figure.of("accuracy", accuracy(dream), Unit.PERCENT),
            Figure.of("accuracy.real", accuracy(real), Unit.PERCENT));
    Table table =
        new Table("classes", List.of("steps", "chance", "real", "decoded", "dream", "share"), rows);
    return new Section(
        Measure.INVERSE_DYNAMICS.id(), figures, List.of(table), List.of(), List.of());
  }

  private static List<List<Confusion>> pairs(List<Confusion> dream, List<Confusion> real) {
    List<List<Confusion>> out = new ArrayList<>();
    for (int i = 0; i < dream.size(); i++) {
      out.add(List.of(dream.get(i), real.get(i)));
    }
    return out;
  }

  private static double share(List<List<Confusion>> pairs) {
    Confusion dream = Confusion.sum(pairs.stream().map(List::getFirst).toList());
    Confusion real = Confusion.sum(pairs.stream().map(List::getLast).toList());
    return dream.macroF1() / real.macroF1();
  }

  private static Estimate f1(List<Confusion> groups) {
    return Bootstrap.of(groups, some -> Confusion.sum(some).macroF1()).percent();
  }

  private static Estimate accuracy(List<Confusion> groups) {
    return Bootstrap.of(groups, some -> Confusion.sum(some).accuracy()).percent();
  }

  private static List<Table.Row> rows(Confusion real, Confusion decoded, Confusion dream) {
    List<Table.Row> out = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      for (int i = 1; i < factor.classes().size(); i++) {
        int clazz = factor.offset() + i;
        out.add(
            new Table.Row(
                factor.classes().get(i),
                List.of(
                    (double) real.support(clazz),
                    100 * real.chance(factor, clazz),
                    100 * real.f1(clazz),
                    100 * decoded.f1(clazz),
                    100 * dream.f1(clazz),
                    100 * dream.f1(clazz) / real.f1(clazz))));
      }
    }
    return out;
  }

  /** The reader of an earlier evaluation, or a new one. */
  private static ActionReader reader(Lab lab, DoubleConsumer progress) throws IOException {
    GreyClip size = GreyClip.of(lab.rollouts().getFirst().truth());
    ActionReaderTraining training =
        new ActionReaderTraining(
            size.width(), size.height(), lab.extent().readerSteps(), lab.seed(), decoder(lab));
    Path file = training.file(lab.setting().cache());
    if (!Files.exists(file)) {
      training.train(
          clips(lab), new ScriptTrainCompiler(), file, share -> progress.accept(TRAINING * share));
    }
    return training.open(file, lab.setting().backend(), lab.setting().options());
  }

  /** Names the autoencoder by what it makes of a picture. */
  private static String decoder(Lab lab) {
    float[] picture = Pictures.of(lab.rollouts().getFirst().truth(), 0);
    return Integer.toHexString(Arrays.hashCode(lab.reconstruct(picture)));
  }

  private static List<Labelled> clips(Lab lab) {
    List<Labelled> out = new ArrayList<>();
    List<Episode> plays = lab.trueplay(LEARNED, lab.extent().readerEpisodes());
    for (int i = 0; i < plays.size(); i++) {
      out.add(Labelled.of(plays.get(i), plays.get(i)));
      if (i % DECODED == 0) {
        out.add(Labelled.of(lab.reconstruct(plays.get(i)), plays.get(i)));
      }
    }
    return out;
  }
}
