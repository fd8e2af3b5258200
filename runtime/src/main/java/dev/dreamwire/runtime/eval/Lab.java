package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.train.PictureCodec;
import dev.dreamwire.runtime.train.PictureDetail;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * What is measured, and what protocols share: the preset, the true world, and play that is made
 * once and kept. Owned by one thread; holds native memory until closed.
 */
final class Lab implements AutoCloseable {
  /** Frames of an episode of true play. */
  static final int EPISODE_FRAMES = 260;

  /** Numbers that keep what is drawn for different purposes apart. */
  private static final long PLAY = 1_000_003;

  private static final int ROLLOUT_STARTS = 1;

  private final Setting setting;
  private final PresetModels models;
  private final WorldPlay play;
  private final Optional<PictureCodec> codec;
  private final Optional<PictureDetail> detail;
  private final PresetDreamer dreamer;
  private Optional<PresetDreamer> forgetful = Optional.empty();
  private List<Episode> episodes = List.of();
  private List<Rollout> rollouts = List.of();

  /**
   * What a lab is set up with.
   *
   * @param preset to be measured
   * @param registry of the node types that its graph needs
   * @param world to compare with
   * @param seed of places, play and noise
   * @param extent how much is measured
   * @param backend where models run
   * @param options how they are compiled
   * @param out folder of the report
   * @param cache folder of what another evaluation can use again
   */
  record Setting(
      LoadedPreset preset,
      NodeRegistry registry,
      World world,
      long seed,
      Extent extent,
      Backend backend,
      CompileOptions options,
      Path out,
      Path cache) {}

  /**
   * Compiles the preset.
   *
   * @throws EvalException if it cannot be measured
   */
  Lab(Setting setting) {
    this.setting = setting;
    this.models = PresetModels.of(setting.preset(), setting.registry());
    Shape picture = models.picture();
    this.play = new WorldPlay(setting.world(), picture.size(2), picture.size(1));
    this.dreamer = dreamer(setting.preset());
    this.codec = models.autoencoder().map(this::codec);
    this.detail =
        models
            .detail()
            .map(s -> new PictureDetail(s, picture, setting.backend(), setting.options()));
  }

  private PresetDreamer dreamer(LoadedPreset preset) {
    return new PresetDreamer(
        preset,
        setting.registry(),
        models.picture(),
        models.denoiser().actions(),
        setting.backend(),
        setting.options());
  }

  private PictureCodec codec(AutoencoderHandle model) {
    return new PictureCodec(
        model.autoencoder(), model.weights(), 1, setting.backend(), setting.options());
  }

  Setting setting() {
    return setting;
  }

  Extent extent() {
    return setting.extent();
  }

  long seed() {
    return setting.seed();
  }

  PresetModels models() {
    return models;
  }

  WorldPlay play() {
    return play;
  }

  /**
   * The autoencoder at work.
   *
   * @throws EvalException if there is none
   */
  PictureCodec codec() {
    return codec.orElseThrow(
        () ->
            new EvalException(
                "this can only be measured of a preset with an autoencoder; leave it out", null));
  }

  /** Detail that decoded pictures get, if they do. */
  Optional<PictureDetail> detail() {
    return detail;
  }

  Dreamer dreamer() {
    return dreamer;
  }

  /** The preset with its memory switched off; none if it has no memory. */
  Optional<Dreamer> forgetful() {
    if (forgetful.isEmpty()) {
      forgetful =
          PresetDreamer.withoutMemory(setting.preset(), setting.registry()).map(this::dreamer);
    }
    return forgetful.map(Dreamer.class::cast);
  }

  Films films() {
    return new Films(setting.out(), play.width(), play.height());
  }

  /** What the autoencoder makes of a picture; the picture itself if there is none. */
  float[] reconstruct(float[] picture) {
    return codec.map(c -> c.decode(c.encode(picture))).orElse(picture);
  }

  /**
   * What the preset would show if it dreamed a picture truly and its memory knew all of it: what
   * the autoencoder makes of it, with detail where the preset adds some.
   */
  float[] shown(float[] picture) {
    float[] decoded = reconstruct(picture);
    return detail.map(adding -> adding.add(decoded, picture, picture)).orElse(decoded);
  }

  /** What the autoencoder makes of all frames. */
  Episode reconstruct(Episode episode) {
    return each(episode, this::reconstruct);
  }

  /** All frames as the preset would show them. */
  Episode shown(Episode episode) {
    return each(episode, this::shown);
  }

  private static Episode each(Episode episode, UnaryOperator<float[]> change) {
    byte[] rgb = new byte[episode.rgb().length];
    for (int f = 0; f < episode.frames(); f++) {
      Pictures.toBytes(change.apply(Pictures.of(episode, f)), rgb, f * episode.frameBytes());
    }
    return new Episode(
        "reconstruction",
        episode.width(),
        episode.height(),
        rgb,
        episode.actions(),
        episode.players());
  }

  /** Places to start from; another purpose has others. */
  List<Player> starts(int purpose, int count) {
    return Starts.draw(play.world(), seed() + 1_000L * purpose, count);
  }

  /** True play that nothing was learned from. */
  List<Episode> episodes() {
    if (episodes.isEmpty()) {
      episodes = trueplay(0, extent().episodes());
    }
    return episodes;
  }

  /** Some episodes of true play, counted from a first; those of {@link #episodes} begin at 0. */
  List<Episode> trueplay(int first, int count) {
    return LongStream.range(first, (long) first + count)
        .map(i -> seed() * PLAY + i)
        .mapToObj(s -> play.episode(play.world().start(s), s, EPISODE_FRAMES))
        .toList();
  }

  /** Dreams beside the true world, as many from each region. */
  List<Rollout> rollouts() {
    if (rollouts.isEmpty()) {
      List<Rollout> made = new ArrayList<>();
      List<Player> starts = starts(ROLLOUT_STARTS, extent().rollouts());
      for (int i = 0; i < starts.size(); i++) {
        Episode truth =
            play.episode(starts.get(i), seed() * PLAY - 1 - i, extent().rolloutFrames() + 1);
        made.add(new Rollout(truth, Dreams.along(truth, dreamer, seed() + i)));
      }
      rollouts = List.copyOf(made);
    }
    return rollouts;
  }

  @Override
  public void close() {
    dreamer.close();
    forgetful.ifPresent(PresetDreamer::close);
    codec.ifPresent(PictureCodec::close);
    detail.ifPresent(PictureDetail::close);
  }
}
