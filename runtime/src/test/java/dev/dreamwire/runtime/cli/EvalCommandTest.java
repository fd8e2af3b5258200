package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
  @TempDir Path folder;
  @TempDir Path results;
  private TinyGame game;

  @BeforeEach
  void makeGame() throws IOException {
    game = TinyGame.in(folder);
  }

  private CliRun eval(Graph graph, String... more) {
    List<String> args = new ArrayList<>(List.of("eval", game.preset(graph)));
    args.addAll(List.of("--quick", "--threads", "1", "--out", results.toString()));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void anUntrainedModelIsMeasuredAndFoundUnplayable() throws IOException {
    Path file = results.resolve("report.json");
    CliRun run =
        eval(
            TinyGame.graph(),
            "--only",
            "one-step,actions,autoencoder,drift,speed",
            "--report",
            file.toString());
    assertEquals(0, run.code(), run.err());
    Report report = Report.read(file);
    assertFalse(report.playable());
    assertEquals(
        List.of("autoencoder", "one-step", "actions", "drift", "speed"),
        report.sections().stream().map(Section::id).toList());
    for (Section section : report.sections()) {
      for (Figure figure : section.figures()) {
        assertTrue(Double.isFinite(figure.estimate().value()), section.id() + " " + figure);
      }
    }
    assertTrue(run.out().contains("shuffle ratio "), run.out());
    assertTrue(run.out().contains("below"), run.out());
  }

  @Test
  void thePageNeedsNoOtherFile() throws IOException {
    CliRun run = eval(TinyGame.graph(), "--only", "drift");
    assertEquals(0, run.code(), run.err());
    String page = Files.readString(results.resolve(Report.HTML));
    assertTrue(page.contains("<svg") && page.contains("data:image/png;base64,"), page);
    assertFalse(page.contains("src=\"http") || page.contains("href=\"http"), page);
    assertTrue(Files.readString(results.resolve(Report.TABLE)).startsWith("| "));
  }

  @Test
  void aSettingIsMeasuredAndTheReportSaysWhich() throws IOException {
    Path file = results.resolve("report.json");
    Graph graph =
        TinyGame.graph().withSettings(List.of(new Setting("fine", Map.of("sampler.steps", 3L))));
    CliRun run = eval(graph, "--only", "speed", "--setting", "fine", "--report", file.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(Report.read(file).preset().endsWith("game.dreamwire.json (fine)"));
  }

  @Test
  void whatIsNotAMeasureIsNamed() {
    CliRun run = eval(TinyGame.graph(), "--only", "beauty");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("beauty") && run.err().contains("drift"), run.err());
  }

  @Test
  void whatCannotBeMeasuredIsOneLine() {
    CliRun world = eval(TinyGame.graph(), "--world", "moon");
    assertEquals(2, world.code());
    assertEquals("studio: there is no world called moon; there is island", world.err().strip());
    CliRun blind = eval(TinyGame.graph().without(Set.of("viewport")));
    assertEquals(2, blind.code());
    assertEquals(1, blind.err().lines().filter(line -> line.startsWith("studio: ")).count());
  }
}
