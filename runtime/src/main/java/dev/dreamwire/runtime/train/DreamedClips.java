package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.rollout.LatentRollout;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Play as the model in training dreams it, beside the truth: contexts with the errors that the
 * model will meet in its own rollouts, and the frames it should have made (Resampling Forcing, Guo
 * et al. 2025; DAgger, Ross et al. 2011). Every {@link #refresh} dreams on half of the games from
 * where they were and starts the others anew. Used by one thread.
 */
final class DreamedClips {
  /** How many refreshes a dreamed sequence serves. */
  private static final int SERVES = 4;

  private static final NoiseSchedule SCHEDULE = new FlowSchedule();

  /**
   * A stretch of play.
   *
   * @param place of its first frame in the data
   * @param depth frames dreamed in a row up to its end
   * @param truth {@code [L,C,h,w]}
   * @param dream {@code [L,C,h,w]}; the first W−1 frames are what the dream began from
   * @param actions that led into each frame {@code [L,A]}
   */
  private record Stretch(
      ClipSet.Place place, int depth, float[] truth, float[] dream, float[] actions) {
    ClipSet.Place frame(int number) {
      return new ClipSet.Place(place.episode(), place.frame() + number);
    }
  }

  private final Recipe.Rollouts settings;
  private final LatentClips data;
  private final Optional<Recollections> recollections;
  private final DitConfig config;
  private final Backend backend;
  private final CompileOptions options;
  private final int past;
  private final int values;
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * Nothing dreamed yet.
   *
   * @param recollections of the data, for a model with memory
   */
  DreamedClips(
      Recipe.Rollouts settings,
      LatentClips data,
      Optional<Recollections> recollections,
      DitConfig config,
      Backend backend,
      int threads) {
    this.settings = settings;
    this.data = data;
    this.recollections = recollections;
    this.config = config;
    this.backend = backend;
    this.options = new CompileOptions(Precision.F32, threads, false);
    this.past = config.window() - 1;
    this.values = (int) config.latentShape().count();
  }

  /** Frames of a stretch. */
  static int length(Recipe.Rollouts settings, int window) {
    return window - 1 + settings.frames();
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** Forgets everything. */
  void clear() {
    stretches.clear();
  }

  /** Dreams new stretches with the weights of now; the oldest ones go. */
  void refresh(Weights weights, Random random) {
    List<Stretch> last =
        stretches.isEmpty()
            ? List.of()
            : stretches.subList(stretches.size() - settings.games(), stretches.size());
    List<Stretch> games = new ArrayList<>();
    for (int g = 0; g < settings.games(); g++) {
      games.add(last.isEmpty() ? begin(random) : next(last.get(g), random));
    }
    dream(games, weights, random);
    stretches.addAll(games);
    while (stretches.size() > SERVES * settings.games()) {
      stretches.removeFirst();
    }
  }

  private Stretch begin(Random random) {
    Stretch begun =
        stretch(data.place(random, length(settings, config.window())), settings.frames());
    System.arraycopy(begun.truth(), 0, begun.dream(), 0, past * values);
    return begun;
  }

  private Stretch next(Stretch before, Random random) {
    ClipSet.Place on =
        new ClipSet.Place(before.place().episode(), before.place().frame() + settings.frames());
    int depth = before.depth() + settings.frames();
    if (depth > settings.deepest()
        || random.nextBoolean()
        || !data.holds(on, length(settings, config.window()))) {
      return begin(random);
    }
    Stretch next = stretch(on, depth);
    System.arraycopy(before.dream(), settings.frames() * values, next.dream(), 0, past * values);
    return next;
  }

  private Stretch stretch(ClipSet.Place place, int depth) {
    int length = length(settings, config.window());
    Stretch out =
        new Stretch(
            place,
            depth,
            new float[length * values],
            new float[length * values],
            new float[length * config.actions()]);
    data.copy(place, length, out.truth(), 0, out.actions(), 0);
    return out;
  }

  private void dream(List<Stretch> games, Weights weights, Random random) {
    double from = settings.from(random);
    List<Optional<Recollections.Error>> memories =
        games.stream().map(game -> recollections.flatMap(memory -> memory.draw(random))).toList();
    try (LatentRollout rollout =
        new LatentRollout(
            new DitDenoiser(new SpaceTimeDit(config, ""), weights),
            games.size(),
            settings.steps(),
            from,
            settings.contextTimestep(),
            backend,
            options)) {
      int width = config.actions();
      float[] latents = new float[games.size() * values];
      float[] before = new float[games.size() * width];
      float[] actions = new float[games.size() * width];
      for (int f = 1; f < length(settings, config.window()); f++) {
        for (int g = 0; g < games.size(); g++) {
          Stretch game = games.get(g);
          System.arraycopy(game.dream(), (f - 1) * values, latents, g * values, values);
          System.arraycopy(game.actions(), (f - 1) * width, before, g * width, width);
          System.arraycopy(game.actions(), f * width, actions, g * width, width);
        }
        if (recollections.isPresent()) {
          remember(rollout, games, memories, f, random);
        }
        float[] made =
            rollout.next(
                latents,
                before,
                actions,
                noisyTruth(games, f, from, random),
                Gaussian.fill(random, latents.length));
        // The first frames only bring the past before the model.
        for (int g = 0; g < games.size() && f >= past; g++) {
          System.arraycopy(made, g * values, games.get(g).dream(), f * values, values);
        }
      }
    }
  }

  private void remember(
      LatentRollout rollout,
      List<Stretch> games,
      List<Optional<Recollections.Error>> memories,
      int frame,
      Random random) {
    float[] recalled = new float[games.size() * values];
    float[] offsets = new float[games.size() * PoseOffset.FEATURES];
    for (int g = 0; g < games.size(); g++) {
      if (memories.get(g).isPresent()) {
        recollections
            .orElseThrow()
            .recall(
                games.get(g).frame(frame),
                memories.get(g).get(),
                random,
                recalled,
                g * values,
                offsets,
                g * PoseOffset.FEATURES);
      }
    }
    rollout.remember(recalled, offsets);
  }

  /**
   * What frames are dreamed from. A dream from noise alone soon shows another place than the truth
   * does, and then the truth teaches nothing but a mean of all places; some of the truth keeps it
   * near.
   */
  private float[] noisyTruth(List<Stretch> games, int frame, double timestep, Random random) {
    float[] out = Gaussian.fill(random, games.size() * values);
    float alpha = (float) SCHEDULE.alpha(timestep);
    float sigma = (float) SCHEDULE.sigma(timestep);
    for (int g = 0; g < games.size(); g++) {
      float[] truth = games.get(g).truth();
      for (int i = 0; i < values; i++) {
        int at = g * values + i;
        out[at] = alpha * truth[frame * values + i] + sigma * out[at];
      }
    }
    return out;
  }

  /**
   * Copies a clip drawn at random.
   *
   * @param latents gets the truth, {@code [length,C,h,w]} from {@code latentAt} on
   * @param context gets the dream of all but the last frame, {@code [length−1,C,h,w]}
   * @param actions gets what led into each frame, {@code [length,A]}
   * @return where the clip begins in the data
   */
  ClipSet.Place clip(
      Random random,
      int length,
      float[] latents,
      int latentAt,
      float[] context,
      int contextAt,
      float[] actions,
      int actionAt) {
    Stretch from = stretches.get(random.nextInt(stretches.size()));
    int width = config.actions();
    // From the second frame on, so that at least one frame of every context is dreamed.
    int at = 1 + random.nextInt(length(settings, config.window()) - length);
    System.arraycopy(from.truth(), at * values, latents, latentAt, length * values);
    System.arraycopy(from.dream(), at * values, context, contextAt, (length - 1) * values);
    System.arraycopy(from.actions(), at * width, actions, actionAt, length * width);
    return from.frame(at);
  }
}
