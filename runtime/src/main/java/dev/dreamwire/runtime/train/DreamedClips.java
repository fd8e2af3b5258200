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
import java.util.stream.IntStream;

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
   * @param clip the truth, what was dreamed as its context, and what that remembered; the first W−1
   *     frames are what the dream began from
   */
  private record Stretch(ClipSet.Place place, int depth, ClipBatch clip) {}

  private final Recipe.DenoiserStage stage;
  private final Recipe.Rollouts settings;
  private final LatentClips data;
  private final Optional<Replay> replay;
  private final PictureCodec codec;
  private final Optional<PictureDetail> detail;
  private final DitConfig config;
  private final Backend backend;
  private final CompileOptions options;
  private final int past;
  private final int values;
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * Nothing dreamed yet.
   *
   * @param replay of the data, for a model with memory
   * @param codec between frames and latents; stays the caller's
   * @param detail that memories get of what was dreamed; stays the caller's
   */
  DreamedClips(
      Recipe.DenoiserStage stage,
      LatentClips data,
      Optional<Replay> replay,
      PictureCodec codec,
      Optional<PictureDetail> detail,
      DitConfig config,
      Backend backend,
      int threads) {
    this.stage = stage;
    this.settings = stage.rollouts();
    this.data = data;
    this.replay = replay;
    this.codec = codec;
    this.detail = detail;
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
    ClipBatch clip = begun.clip();
    System.arraycopy(clip.latents(), 0, clip.context(), 0, past * values);
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
    float[] dreamed = before.clip().context();
    System.arraycopy(
        dreamed,
        before.clip().contextAt(0, settings.frames()),
        next.clip().context(),
        0,
        past * values);
    return next;
  }

  private Stretch stretch(ClipSet.Place place, int depth) {
    // One frame more than there are of the data, so that the last one too has its context.
    int length = length(settings, config.window());
    ClipBatch clip = ClipBatch.of(1, length + 1, config);
    data.copy(place, length, clip.latents(), 0, clip.actions(), 0);
    return new Stretch(place, depth, clip);
  }

  private void dream(List<Stretch> games, Weights weights, Random random) {
    double from = settings.from(random);
    List<Optional<Recollections.Error>> errors =
        games.stream()
            .map(game -> replay.flatMap(memory -> Recollections.draw(stage.memory(), random)))
            .toList();
    RememberedGames memories = new RememberedGames(memories(games, errors), codec, values, detail);
    try (LatentRollout rollout =
        new LatentRollout(
            new DitDenoiser(new SpaceTimeDit(config, ""), weights),
            games.size(),
            settings.steps(),
            from,
            settings.contextTimestep(),
            backend,
            options)) {
      float[] latents = new float[games.size() * values];
      float[] before = new float[games.size() * config.actions()];
      float[] actions = new float[games.size() * config.actions()];
      for (int f = 1; f < length(settings, config.window()); f++) {
        for (int g = 0; g < games.size(); g++) {
          ClipBatch clip = games.get(g).clip();
          System.arraycopy(clip.context(), clip.contextAt(0, f - 1), latents, g * values, values);
          copyAction(clip, f - 1, before, g);
          copyAction(clip, f, actions, g);
        }
        if (replay.isPresent() && f >= past) {
          memories.see(latents);
          remember(rollout, games, memories.recall(random), errors, f, random);
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
          ClipBatch clip = games.get(g).clip();
          System.arraycopy(made, g * values, clip.context(), clip.contextAt(0, f), values);
        }
      }
    }
  }

  /** Games that have seen nothing yet: they begin with the last frame of their past. */
  private List<Optional<RememberedPlay>> memories(
      List<Stretch> games, List<Optional<Recollections.Error>> errors) {
    return IntStream.range(0, games.size())
        .parallel()
        .mapToObj(
            g ->
                errors
                    .get(g)
                    .map(error -> replay.orElseThrow().begin(data, frame(games.get(g), past - 1))))
        .toList();
  }

  private static ClipSet.Place frame(Stretch of, int number) {
    return new ClipSet.Place(of.place().episode(), of.place().frame() + number);
  }

  private static void copyAction(ClipBatch clip, int frame, float[] out, int game) {
    System.arraycopy(
        clip.actions(), clip.actionAt(0, frame), out, game * clip.columns(), clip.columns());
  }

  /** Shows the rollout what its games remember, and keeps it beside what they dream. */
  private void remember(
      LatentRollout rollout,
      List<Stretch> games,
      RememberedGames.Recalled recalled,
      List<Optional<Recollections.Error>> errors,
      int frame,
      Random random) {
    for (int g = 0; g < games.size(); g++) {
      if (recalled.offsets()[g * PoseOffset.FEATURES] != 0) {
        errors.get(g).orElseThrow().add(random, recalled.recalled(), g * values, values);
        ClipBatch clip = games.get(g).clip();
        int to = clip.contextAt(0, frame - 1);
        System.arraycopy(recalled.recalled(), g * values, clip.recalled(), to, values);
        System.arraycopy(recalled.carried(), g * values, clip.carried(), to, values);
        System.arraycopy(
            recalled.offsets(),
            g * PoseOffset.FEATURES,
            clip.offsets(),
            clip.offsetAt(0, frame - 1),
            PoseOffset.FEATURES);
      }
    }
    rollout.remember(recalled.recalled(), recalled.carried(), recalled.offsets());
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
      float[] truth = games.get(g).clip().latents();
      for (int i = 0; i < values; i++) {
        int at = g * values + i;
        out[at] = alpha * truth[frame * values + i] + sigma * out[at];
      }
    }
    return out;
  }

  /** Copies a clip drawn at random: the truth, and the dream of all but the last frame. */
  void copy(Random random, ClipBatch out, int clip) {
    ClipBatch from = stretches.get(random.nextInt(stretches.size())).clip();
    // What is to be made is what was dreamed, since only that remembers something.
    int last = length(settings, config.window()) - out.frames();
    int first = Math.min(past - 1, last);
    int at = first + random.nextInt(last - first + 1);
    int made = out.frames() - 1;
    System.arraycopy(
        from.latents(),
        from.latentAt(0, at),
        out.latents(),
        out.latentAt(clip, 0),
        (made + 1) * values);
    System.arraycopy(
        from.actions(),
        from.actionAt(0, at),
        out.actions(),
        out.actionAt(clip, 0),
        (made + 1) * out.columns());
    copyMade(from.context(), at, out.context(), clip, made);
    copyMade(from.recalled(), at, out.recalled(), clip, made);
    copyMade(from.carried(), at, out.carried(), clip, made);
    System.arraycopy(
        from.offsets(),
        from.offsetAt(0, at),
        out.offsets(),
        out.offsetAt(clip, 0),
        made * PoseOffset.FEATURES);
  }

  private void copyMade(float[] from, int at, float[] to, int clip, int made) {
    System.arraycopy(from, at * values, to, clip * made * values, made * values);
  }
}
