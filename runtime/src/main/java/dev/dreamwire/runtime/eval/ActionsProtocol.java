package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Whether the action matters. The shuffle ratio is the squared error of guesses whose last action
 * is another frame's over that with the right action, at the same noise; at 1 actions are ignored
 * (Hansen &amp; Wang 2026). Its control is the right action with other noise, which must give about
 * 1. Controllability at four frames is PSNR to the truth with the true actions less that with
 * another start's actions, from pictures (Δ₄PSNR, Bruce et al. 2024: Genie).
 */
final class ActionsProtocol implements Protocol {
  private static final int FRAMES = 4;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) {
    GuessingGame game = new GuessingGame(lab, lab.extent().targets());
    List<List<OneStepCheck.Error>> errors =
        game.with(
            lab.models().sampling().steps(),
            guesser -> {
              List<float[]> shuffled = OneStepCheck.derange(game.actions(), lab.seed());
              List<List<OneStepCheck.Error>> out = new ArrayList<>();
              out.add(errors(game, guesser, game.actions(), lab.seed()));
              progress.accept(0.25);
              out.add(errors(game, guesser, shuffled, lab.seed()));
              progress.accept(0.5);
              out.add(errors(game, guesser, game.actions(), lab.seed() + 1));
              progress.accept(0.75);
              return out;
            });
    return Section.of(
        Measure.ACTIONS.id(),
        List.of(
            Figure.of(
                "shuffle",
                OneStepCheck.ratio(errors.get(1), errors.get(0)),
                Unit.NUMBER,
                Goal.atLeast(2.5)),
            Figure.of("noise", OneStepCheck.ratio(errors.get(2), errors.get(0)), Unit.NUMBER),
            Figure.of("control", control(lab), Unit.DECIBEL)));
  }

  private static List<OneStepCheck.Error> errors(
      GuessingGame game, OneStepCheck.Guesser guesser, List<float[]> actions, long seed) {
    return game.errors(guesser.guess(game.targets(), actions, seed));
  }

  private static Estimate control(Lab lab) {
    List<Rollout> rollouts = lab.rollouts();
    List<double[]> errors = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      Rollout rollout = rollouts.get(i);
      float[][] others = rollouts.get((i + 1) % rollouts.size()).truth().actions();
      Episode truly = rollout.truth();
      lab.dreamer()
          .restart(Pictures.of(truly, 0), truly.players().getFirst().pose(), lab.seed() + i);
      float[] misled = new float[0];
      for (int f = 0; f < FRAMES; f++) {
        misled = lab.dreamer().next(others[f]);
      }
      float[] truth = Pictures.of(truly, FRAMES);
      errors.add(
          new double[] {
            Pictures.mse(misled, truth), Pictures.mse(Pictures.of(rollout.dream(), FRAMES), truth)
          });
    }
    return Bootstrap.of(
        errors,
        groups ->
            10
                * Math.log10(
                    groups.stream().mapToDouble(e -> e[0]).sum()
                        / groups.stream().mapToDouble(e -> e[1]).sum()));
  }
}
