package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.train.PictureCodec;
import dev.dreamwire.runtime.train.PictureDetail;
import dev.dreamwire.runtime.train.WindowSampler;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Guesses with a diffusion transformer from whole windows of true frames. */
final class WindowGuesser implements OneStepCheck.Guesser {
  private final List<Episode> episodes;
  private final List<float[]> latents;
  private final DitConfig config;
  private final WindowSampler sampler;
  private final PictureCodec codec;
  private final Optional<MemorySettings> memory;
  private final Optional<PictureDetail> detail;

  /**
   * @param latents of the episodes, {@code [T,C,h,w]} each
   * @param memory that the model plays with
   * @param detail that guesses get of it
   */
  WindowGuesser(
      List<Episode> episodes,
      List<float[]> latents,
      DitConfig config,
      WindowSampler sampler,
      PictureCodec codec,
      Optional<MemorySettings> memory,
      Optional<PictureDetail> detail) {
    this.episodes = episodes;
    this.latents = latents;
    this.config = config;
    this.sampler = sampler;
    this.codec = codec;
    this.memory = memory;
    this.detail = detail;
  }

  @Override
  public List<float[]> guess(List<OneStepCheck.Target> targets, List<float[]> actions, long seed) {
    Random random = new Random(seed);
    List<float[]> out = new ArrayList<>();
    for (int from = 0; from < targets.size(); from += sampler.batch()) {
      int n = Math.min(sampler.batch(), targets.size() - from);
      out.addAll(batch(targets, actions, from, n, random));
    }
    return out;
  }

  private List<float[]> batch(
      List<OneStepCheck.Target> targets, List<float[]> actions, int from, int n, Random random) {
    int past = config.window() - 1;
    int values = (int) config.latentShape().count();
    int width = config.actions();
    float[] context = new float[sampler.batch() * past * values];
    float[] into = new float[sampler.batch() * config.window() * width];
    float[] seen = new float[sampler.batch() * episodes.getFirst().frameBytes()];
    float[] carried = new float[seen.length];
    float[] offsets = new float[sampler.batch() * PoseOffset.FEATURES];
    for (int i = 0; i < n; i++) {
      OneStepCheck.Target target = targets.get(from + i);
      remember(target, actions.get(from + i), seen, carried, offsets, i);
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
    if (memory.isPresent()) {
      sampler.remember(recalled(seen, offsets), recalled(carried, offsets), offsets);
    }
    float[] pictures = codec.decode(sampler.sample(context, into, random));
    List<float[]> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] made = one(pictures, i);
      float[] moved = one(carried, i);
      float[] other = one(seen, i);
      out.add(detail.map(adding -> adding.add(made, moved, other)).orElse(made));
    }
    return out;
  }

  private float[] one(float[] batch, int number) {
    return Pictures.one(batch, number, batch.length / sampler.batch());
  }

  /** Latents of what is recalled; zeros for those that recall nothing. */
  private float[] recalled(float[] seen, float[] offsets) {
    float[] latents = codec.encode(seen);
    int values = latents.length / sampler.batch();
    for (int i = 0; i < sampler.batch(); i++) {
      if (offsets[i * PoseOffset.FEATURES] == 0) {
        Arrays.fill(latents, i * values, (i + 1) * values, 0);
      }
    }
    return latents;
  }

  /** What a player who came the true way would recall of the frame that an action leads to. */
  private void remember(
      OneStepCheck.Target target,
      float[] action,
      float[] seen,
      float[] carried,
      float[] offsets,
      int number) {
    if (memory.isEmpty()) {
      return;
    }
    Episode episode = episodes.get(target.episode());
    int pixels = episode.frameBytes();
    List<Player> players = episode.players();
    GameMemory game =
        new GameMemory(
            memory.get(),
            Optional.of(players.getFirst().pose()),
            Shape.of(3, episode.height(), episode.width()),
            picture(episode, 0));
    for (int frame = 0; frame < target.frame(); frame++) {
      game.correct(players.get(frame).pose());
      game.see(picture(episode, frame));
      game.act(frame + 1 == target.frame() ? action : episode.actions()[frame]);
    }
    game.recall()
        .ifPresent(
            found -> {
              System.arraycopy(found.sight().picture(), 0, seen, number * pixels, pixels);
              System.arraycopy(found.carried(), 0, carried, number * pixels, pixels);
              System.arraycopy(
                  found.offset(), 0, offsets, number * PoseOffset.FEATURES, PoseOffset.FEATURES);
            });
  }

  private static float[] picture(Episode episode, int frame) {
    float[] picture = new float[episode.frameBytes()];
    ClipSet.toFloats(episode, frame, picture, 0);
    return picture;
  }
}
