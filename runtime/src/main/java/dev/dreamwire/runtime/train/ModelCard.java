package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.train.health.Finding;
import dev.dreamwire.runtime.train.health.HealthRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a pair of models is, in Markdown: where it comes from, how to make it again, what was
 * measured.
 *
 * @param title the first heading
 * @param sections below it, in order
 */
public record ModelCard(String title, List<Section> sections) {
  /** A heading and what stands below it. */
  public record Section(String heading, String text) {}

  public ModelCard {
    sections = List.copyOf(sections);
  }

  /** The card of a finished run. */
  static ModelCard of(
      TrainingRecipe recipe,
      List<String> source,
      Optional<StartingModels> start,
      Budget budget,
      Map<String, TrainingEvent.Progress> last,
      Map<String, HealthRecord> health) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Data", bullets(source)));
    List<String> training = new ArrayList<>();
    training.add("recipe “" + recipe.name() + "”, seed " + recipe.seed());
    start.ifPresent(
        models -> training.add("begun from " + models.autoencoder() + " and " + models.denoiser()));
    training.add(number("%.2f", budget.seconds() / 3600) + " h of work at most");
    last.values().forEach(progress -> training.add(stage(progress)));
    sections.add(new Section("Training", bullets(training)));
    sections.add(new Section("Health", bullets(health(health))));
    sections.add(new Section("Recipe", "```json\n" + recipe.toJson() + "\n```"));
    return new ModelCard("World model “" + recipe.name() + "”", sections);
  }

  /** The little that a weight file itself says. */
  static Map<String, String> metadata(TrainingRecipe recipe, Stage stage, int trainingFrames) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("recipe", recipe.name());
    out.put("seed", Long.toString(recipe.seed()));
    out.put("stage", stage.name());
    out.put("steps", Long.toString(stage.step().steps()));
    out.put("training frames", Integer.toString(trainingFrames));
    return out;
  }

  private static List<String> health(Map<String, HealthRecord> health) {
    List<String> lines = new ArrayList<>();
    health.forEach(
        (stage, record) -> {
          record.entries().forEach(entry -> lines.add(stage + line(entry)));
          if (record.entries().isEmpty()) {
            lines.add(stage + ": watched while it was trained; nothing wrong was noticed");
          }
        });
    return lines;
  }

  private static String line(HealthRecord.Entry entry) {
    Finding finding = entry.finding();
    String until = entry.stays() ? " to the end: " : " to " + entry.gone() + ": ";
    String remedy = entry.stays() ? " " + finding.ailment().remedy() : "";
    return ", from step " + finding.step() + until + finding.sentence() + remedy;
  }

  private static String stage(TrainingEvent.Progress progress) {
    StringBuilder line = new StringBuilder(progress.stage());
    line.append(": ").append(progress.step()).append(" steps, training loss ");
    line.append(number("%.4f", progress.loss()));
    progress
        .heldOut()
        .forEach((name, v) -> line.append(", held-out ").append(name).append(number(" %.4f", v)));
    return line.append(number(", %.0f frames/s", progress.framesPerSecond())).toString();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String bullets(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> "- " + line).toList());
  }

  /** The card as Markdown. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder("# ").append(title).append('\n');
    for (Section section : sections) {
      out.append("\n## ").append(section.heading()).append("\n\n").append(section.text());
      out.append('\n');
    }
    return out.toString();
  }

  /** Writes the card whole or not at all. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toMarkdown().getBytes(StandardCharsets.UTF_8));
  }
}
