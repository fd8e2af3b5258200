package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * The next frame of true play guessed from the true frames before it, with the preset's number of
 * steps and with 1, 2, 4 and 8: pooled PSNR and SSIM, and the gain over repeating the last frame
 * (ΔPSNR, Hansen &amp; Wang 2026). The controls are that repetition and the autoencoder, which no
 * guess can beat.
 */
final class OneStepProtocol implements Protocol {
  private static final List<Integer> STEPS = List.of(1, 2, 4, 8);
  private static final int SHOWN = 8;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    GuessingGame game = new GuessingGame(lab, lab.extent().targets());
    int preset = lab.models().sampling().steps();
    TreeSet<Integer> all = new TreeSet<>(STEPS);
    all.add(preset);
    List<Table.Row> rows = new ArrayList<>();
    List<float[]> chosen = List.of();
    for (int steps : all) {
      List<float[]> guesses =
          game.with(steps, guesser -> guesser.guess(game.targets(), game.actions(), lab.seed()));
      rows.add(row(lab, game, steps, guesses));
      chosen = steps == preset ? guesses : chosen;
      progress.accept((double) rows.size() / all.size());
    }
    List<OneStepCheck.Error> errors = game.errors(chosen);
    List<OneStepCheck.Error> ceiling =
        game.errors(
            game.targets().stream()
                .map(t -> lab.reconstruct(game.truth(t.episode(), t.frame())))
                .toList());
    List<Figure> figures =
        List.of(
            Figure.of(
                "psnr",
                OneStepCheck.psnr(errors, OneStepCheck.Error::model),
                Unit.DECIBEL,
                Goal.atLeast(29.4)),
            Figure.of("gain", OneStepCheck.gain(errors), Unit.DECIBEL, Goal.atLeast(4)),
            Figure.of("ssim", ssim(lab, game, chosen), Unit.NUMBER),
            Figure.of(
                "repeat", OneStepCheck.psnr(errors, OneStepCheck.Error::repeat), Unit.DECIBEL),
            Figure.of(
                "ceiling", OneStepCheck.psnr(ceiling, OneStepCheck.Error::model), Unit.DECIBEL));
    Table table = new Table("steps", List.of("psnr", "gain", "ssim"), rows);
    return new Section(
        Measure.ONE_STEP.id(),
        figures,
        List.of(table),
        List.of(),
        List.of(film(lab, game, chosen)));
  }

  private static Table.Row row(Lab lab, GuessingGame game, int steps, List<float[]> guesses) {
    List<OneStepCheck.Error> errors = game.errors(guesses);
    return new Table.Row(
        String.valueOf(steps),
        List.of(
            OneStepCheck.psnr(errors, OneStepCheck.Error::model).value(),
            OneStepCheck.gain(errors).value(),
            ssim(lab, game, guesses).value()));
  }

  private static Estimate ssim(Lab lab, GuessingGame game, List<float[]> guesses) {
    Tally[] tallies = new Tally[lab.episodes().size()];
    Arrays.fill(tallies, Tally.NONE);
    for (int i = 0; i < guesses.size(); i++) {
      OneStepCheck.Target target = game.targets().get(i);
      float[] truth = game.truth(target.episode(), target.frame());
      double ssim = Similarity.ssim(guesses.get(i), truth, lab.play().width());
      tallies[target.episode()] = tallies[target.episode()].plus(ssim);
    }
    return Bootstrap.mean(List.of(tallies));
  }

  private static Film film(Lab lab, GuessingGame game, List<float[]> guesses) throws IOException {
    List<float[]> before = new ArrayList<>();
    List<float[]> truth = new ArrayList<>();
    int shown = Math.min(SHOWN, guesses.size());
    for (int i = 0; i < shown; i++) {
      OneStepCheck.Target target = game.targets().get(i);
      before.add(game.truth(target.episode(), target.frame() - 1));
      truth.add(game.truth(target.episode(), target.frame()));
    }
    return lab.films()
        .write(
            "film",
            "one-step",
            List.of(),
            List.of(
                new Films.Row("before", before),
                new Films.Row("truth", truth),
                new Films.Row("guess", guesses.subList(0, shown))),
            List.of());
  }
}
