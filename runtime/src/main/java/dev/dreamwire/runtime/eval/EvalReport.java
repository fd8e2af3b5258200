package dev.dreamwire.runtime.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How good a world model is.
 *
 * @param preset its name
 * @param world that it is compared with
 * @param seed of places, play and noise
 * @param autoencoder what is lost between picture and latent
 * @param oneStep how well the next frame is guessed
 * @param turns whether turning turns
 * @param drift what is left of a long dream
 */
public record EvalReport(
    String preset,
    String world,
    long seed,
    Autoencoder autoencoder,
    OneStepCheck.Result oneStep,
    TurnCheck.Result turns,
    DriftCheck.Result drift) {
  /**
   * The autoencoder on play that it was not trained with.
   *
   * @param frames measured
   * @param psnr mean over the frames, dB
   * @param pooledPsnr of the mean squared error over all frames, dB: the most that {@code
   *     oneStep.psnr} can be
   */
  public record Autoencoder(int frames, double psnr, double pooledPsnr) {}

  /**
   * One line of the table.
   *
   * @param name what it is
   * @param value as measured
   * @param unit of the value, may be empty
   * @param least that a playable model reaches; NaN where there is no such bound
   */
  public record Figure(String name, double value, String unit, double least) {
    /** Whether the value reaches its bound; true where there is none. */
    public boolean met() {
      return !(value < least);
    }
  }

  /** The figures that decide, in order. */
  public List<Figure> figures() {
    return List.of(
        new Figure("autoencoder PSNR", autoencoder.psnr(), "dB", 28),
        new Figure("autoencoder PSNR, pooled", autoencoder.pooledPsnr(), "dB", Double.NaN),
        new Figure("one-step PSNR", oneStep.psnr(), "dB", Double.NaN),
        new Figure(
            "one-step PSNR of the last frame repeated", oneStep.repeatPsnr(), "dB", Double.NaN),
        new Figure("one-step gain over repeating", oneStep.deltaPsnr(), "dB", 3),
        new Figure("action shuffle ratio", oneStep.shuffleRatio(), "", 1.5),
        new Figure("turns the right way, left and right", 100 * turns.right(), "%", 90),
        new Figure("size of the turns against the world's", 100 * turns.ratio(), "%", Double.NaN),
        new Figure(
            "dreams alive after " + drift.frames() + " frames", 100 * drift.alive(), "%", 100),
        new Figure("last seconds that look real", 100 * drift.real(), "%", Double.NaN),
        new Figure("detail at the end against the world's", 100 * drift.detail(), "%", Double.NaN),
        new Figure("motion at the end against the world's", 100 * drift.motion(), "%", Double.NaN));
  }

  /** Whether every bound is reached. */
  @JsonProperty
  public boolean playable() {
    return figures().stream().allMatch(Figure::met);
  }

  /** The figures as a Markdown table that reads well as plain text. */
  public String toTable() {
    List<Figure> figures = figures();
    int width = figures.stream().mapToInt(f -> f.name().length()).max().orElseThrow();
    String line = "| %-" + width + "s | %11s | %11s | %-5s |%n";
    return String.format(Locale.ROOT, line, "measure", "value", "at least", "")
        + "|"
        + "-".repeat(width + 2)
        + "|------------:|------------:|-------|"
        + System.lineSeparator()
        + figures.stream()
            .map(
                f ->
                    String.format(
                        Locale.ROOT,
                        line,
                        f.name(),
                        number(f.value(), f.unit()),
                        bound(f),
                        mark(f)))
            .collect(Collectors.joining());
  }

  private static String bound(Figure figure) {
    return Double.isNaN(figure.least()) ? "" : number(figure.least(), figure.unit());
  }

  private static String mark(Figure figure) {
    return Double.isNaN(figure.least()) ? "" : figure.met() ? "met" : "below";
  }

  private static String number(double value, String unit) {
    return String.format(Locale.ROOT, "%.2f", value) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** The report as JSON text. */
  public String toJson() {
    try {
      return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
