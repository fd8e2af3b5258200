package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.train.PictureCodec;
import dev.dreamwire.runtime.train.WindowSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Guesses with a diffusion transformer from whole windows of true frames. */
final class WindowGuesser implements OneStepCheck.Guesser {
  private final List<Episode> episodes;
  private final List<float[]> latents;
  private final DitConfig config;
  private final WindowSampler sampler;
  private final PictureCodec codec;

  /**
   * @param latents of the episodes, {@code [T,C,h,w]} each
   */
  WindowGuesser(
      List<Episode> episodes,
      List<float[]> latents,
      DitConfig config,
      WindowSampler sampler,
      PictureCodec codec) {
    this.episodes = episodes;
    this.latents = latents;
    this.config = config;
    this.sampler = sampler;
    this.codec = codec;
  }

  @Override
  public List<float[]> guess(List<OneStepCheck.Target> targets, List<float[]> actions, long seed) {
    Random random = new Random(seed);
    List<float[]> out = new ArrayList<>();
    for (int from = 0; from < targets.size(); from += sampler.batch()) {
      int n = Math.min(sampler.batch(), targets.size() - from);
      float[] guessed = batch(targets, actions, from, n, random);
      float[] pictures = codec.decode(guessed);
      int size = pictures.length / sampler.batch();
      for (int i = 0; i < n; i++) {
        out.add(Pictures.one(pictures, i, size));
      }
    }
    return out;
  }

  private float[] batch(
      List<OneStepCheck.Target> targets, List<float[]> actions, int from, int n, Random random) {
    int past = config.window() - 1;
    int values = (int) config.latentShape().count();
    int width = config.actions();
    float[] context = new float[sampler.batch() * past * values];
    float[] into = new float[sampler.batch() * config.window() * width];
    for (int i = 0; i < n; i++) {
      OneStepCheck.Target target = targets.get(from + i);
      int first = target.frame() - past;
      System.arraycopy(
          latents.get(target.episode()), first * values, context, i * past * values, past * values);
      for (int j = 0; j < past; j++) {
        int at = (i * config.window() + j) * width;
        ClipSet.actionInto(episodes.get(target.episode()), first + j, into, at);
      }
      int last = (i * config.window() + past) * width;
      System.arraycopy(actions.get(from + i), 0, into, last, width);
    }
    return sampler.sample(context, into, random);
  }
}
