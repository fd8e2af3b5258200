package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.WindowSampler;
import java.util.List;
import java.util.function.Function;

/** Targets in the lab's true play, and the lab's model to guess them. Used by one thread. */
final class GuessingGame {
  private static final int BATCH = 8;

  private final Lab lab;
  private final List<OneStepCheck.Target> targets;
  private final List<float[]> latents;

  GuessingGame(Lab lab, int count) {
    this.lab = lab;
    int past = lab.models().dit().window() - 1;
    this.targets = OneStepCheck.targets(lab.episodes(), past, count, lab.seed());
    this.latents = lab.episodes().stream().map(this::latents).toList();
  }

  private float[] latents(Episode episode) {
    float[] pictures = new float[episode.frames() * episode.frameBytes()];
    for (int f = 0; f < episode.frames(); f++) {
      System.arraycopy(
          Pictures.of(episode, f), 0, pictures, f * episode.frameBytes(), episode.frameBytes());
    }
    return lab.codec().encode(pictures);
  }

  List<OneStepCheck.Target> targets() {
    return targets;
  }

  /** The actions that lead into the targets. */
  List<float[]> actions() {
    return targets.stream()
        .map(t -> lab.episodes().get(t.episode()).actions()[t.frame() - 1])
        .toList();
  }

  float[] truth(int episode, int frame) {
    return Pictures.of(lab.episodes().get(episode), frame);
  }

  List<OneStepCheck.Error> errors(List<float[]> guesses) {
    return OneStepCheck.errors(targets, guesses, this::truth);
  }

  /** Has the model guess, with a number of sampling steps. */
  <R> R with(int steps, Function<OneStepCheck.Guesser, R> use) {
    WindowSampler.Settings preset = lab.models().sampling();
    WindowSampler.Settings settings =
        new WindowSampler.Settings(
            preset.schedule(), preset.method(), steps, preset.contextTimestep());
    try (WindowSampler sampler =
        new WindowSampler(
            lab.models().dit().dit(),
            lab.models().dit().weights(),
            settings,
            BATCH,
            lab.setting().backend(),
            lab.setting().options())) {
      return use.apply(
          new WindowGuesser(
              lab.episodes(),
              latents,
              lab.models().dit().dit().config(),
              sampler,
              lab.codec(),
              lab.models().memory(),
              lab.detail()));
    }
  }
}
