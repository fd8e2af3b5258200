package dev.dreamwire.runtime.eval;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.train.PictureCodec;
import dev.dreamwire.runtime.train.PictureSheet;
import dev.dreamwire.runtime.train.WindowSampler;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Scene;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures a preset against the built-in world. The true play that it is compared with is made on
 * the spot from a seed, so that nothing needs to be at hand but the preset; take a seed that no
 * recording was made with. Blocks its thread for minutes; one thread.
 */
public final class Evaluation {
  private static final int BATCH = 8;
  private static final int EPISODE_FRAMES = 260;
  private static final int RECONSTRUCT_EVERY = 5;
  private static final List<Integer> SHOWN = List.of(1, 20, 100, 300, 600, 900, 1200);

  /** What is measured, in order. */
  public enum Part {
    /** The world is played, for comparison. */
    WORLD,
    /** What the autoencoder loses. */
    AUTOENCODER,
    /** How well the next frame is guessed. */
    ONE_STEP,
    /** Whether turning turns. */
    TURNS,
    /** What becomes of long dreams. */
    DRIFT
  }

  /**
   * How much is measured.
   *
   * @param episodes of true play
   * @param targets frames to guess
   * @param starts for the turns
   * @param driftFrames of each long dream
   */
  public record Extent(int episodes, int targets, int starts, int driftFrames) {
    /** Some minutes on two cores. */
    public static final Extent DEFAULT = new Extent(8, 256, 64, 1200);

    /** The same with another number of starts. */
    public Extent withStarts(int newStarts) {
      return new Extent(episodes, targets, newStarts, driftFrames);
    }
  }

  private final NodeRegistry registry;
  private final Backend backend;
  private final CompileOptions options;
  private final Consumer<Part> progress;

  /**
   * @param progress told what is measured from now on
   */
  public Evaluation(
      NodeRegistry registry, Backend backend, CompileOptions options, Consumer<Part> progress) {
    this.registry = registry;
    this.backend = backend;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures a preset.
   *
   * @param seed of places, play and noise
   * @param out folder for the report and pictures; made if missing
   * @throws EvalException if the preset cannot be measured
   * @throws IOException if {@code out} cannot be written
   */
  public EvalReport run(LoadedPreset preset, World world, long seed, Extent extent, Path out)
      throws IOException {
    Files.createDirectories(out);
    PresetModels models = PresetModels.of(preset, registry);
    AutoencoderConfig pictures = models.autoencoder().autoencoder().config();
    WorldPlay play = new WorldPlay(world, pictures.width(), pictures.height());
    progress.accept(Part.WORLD);
    List<Episode> episodes =
        LongStream.range(0, extent.episodes())
            .map(i -> seed * 1_000_003 + i)
            .mapToObj(s -> play.episode(world.start(s), s, EPISODE_FRAMES))
            .toList();
    try (PictureCodec codec =
            new PictureCodec(
                models.autoencoder().autoencoder(),
                models.autoencoder().weights(),
                1,
                backend,
                options);
        PresetDreamer dreamer = dreamer(preset, pictures, models.denoiser().actions())) {
      EvalReport report =
          new EvalReport(
              preset.name(),
              World.NAME,
              seed,
              autoencoder(episodes, codec),
              oneStep(episodes, models, codec, extent.targets(), seed),
              turns(play, dreamer, extent.starts(), seed),
              drift(play, dreamer, codec, extent.driftFrames(), seed, out));
      AtomicFile.write(out.resolve("eval.json"), report.toJson().getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(out.resolve("eval.md"), report.toTable().getBytes(StandardCharsets.UTF_8));
      return report;
    }
  }

  private PresetDreamer dreamer(LoadedPreset preset, AutoencoderConfig pictures, int actions) {
    Shape shape = pictures.imageShape();
    return new PresetDreamer(preset, registry, shape, actions, backend, options);
  }

  private EvalReport.Autoencoder autoencoder(List<Episode> episodes, PictureCodec codec) {
    progress.accept(Part.AUTOENCODER);
    List<Double> errors = new ArrayList<>();
    for (Episode episode : episodes) {
      for (int f = 0; f < episode.frames(); f += RECONSTRUCT_EVERY) {
        float[] picture = picture(episode, f);
        errors.add(Pictures.mse(codec.decode(codec.encode(picture)), picture));
      }
    }
    double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
    double psnr = errors.stream().mapToDouble(Pictures::psnr).average().orElseThrow();
    return new EvalReport.Autoencoder(errors.size(), psnr, Pictures.psnr(mean));
  }

  private OneStepCheck.Result oneStep(
      List<Episode> episodes, PresetModels models, PictureCodec codec, int count, long seed) {
    progress.accept(Part.ONE_STEP);
    DitConfig config = models.denoiser().dit().config();
    List<OneStepCheck.Target> targets =
        OneStepCheck.targets(episodes, config.window() - 1, count, seed);
    List<float[]> actions =
        targets.stream()
            .map(target -> episodes.get(target.episode()).actions()[target.frame() - 1])
            .toList();
    List<float[]> latents = episodes.stream().map(e -> codec.encode(pictures(e))).toList();
    try (WindowSampler sampler =
        new WindowSampler(
            models.denoiser().dit(),
            models.denoiser().weights(),
            models.sampling(),
            BATCH,
            backend,
            options)) {
      return OneStepCheck.measure(
          targets,
          actions,
          (episode, frame) -> picture(episodes.get(episode), frame),
          new WindowGuesser(episodes, latents, config, sampler, codec),
          seed);
    }
  }

  private TurnCheck.Result turns(WorldPlay play, Dreamer dreamer, int starts, long seed) {
    progress.accept(Part.TURNS);
    List<Player> players =
        LongStream.range(0, starts)
            .mapToObj(i -> play.world().start(seed * 7_368_787 + i))
            .toList();
    return new TurnCheck(play).measure(players, dreamer, seed);
  }

  private DriftCheck.Result drift(
      WorldPlay play, Dreamer dreamer, PictureCodec codec, int frames, long seed, Path out)
      throws IOException {
    progress.accept(Part.DRIFT);
    List<Scene> scenes = play.world().scenes();
    List<Episode> plays =
        IntStream.range(0, scenes.size())
            .mapToObj(i -> play.episode(scenes.get(i).start(), seed + i, frames + 1))
            .toList();
    PictureSheet sheet =
        new PictureSheet(play.width(), play.height(), SHOWN.size(), 2 * plays.size());
    DriftCheck check =
        new DriftCheck(
            play.width(),
            picture -> codec.decode(codec.encode(picture)),
            (start, frame, dream, truth) -> {
              int column = SHOWN.indexOf(frame);
              if (column >= 0) {
                sheet.put(column, 2 * start, truth, 0);
                sheet.put(column, 2 * start + 1, dream, 0);
              }
            });
    DriftCheck.Result result = check.measure(plays, dreamer, seed);
    sheet.write(out.resolve("drift.png"));
    return result;
  }

  private static float[] picture(Episode episode, int frame) {
    float[] out = new float[episode.frameBytes()];
    ClipSet.toFloats(episode, frame, out, 0);
    return out;
  }

  private static float[] pictures(Episode episode) {
    float[] out = new float[episode.frames() * episode.frameBytes()];
    for (int i = 0; i < episode.frames(); i++) {
      ClipSet.toFloats(episode, i, out, i * episode.frameBytes());
    }
    return out;
  }
}
