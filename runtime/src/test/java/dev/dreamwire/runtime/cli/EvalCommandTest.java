package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    args.addAll(List.of("--starts", "6", "--threads", "1", "--out", results.toString()));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void anUntrainedModelIsMeasuredAndFoundUnplayable() throws IOException {
    Path file = results.resolve("report.json");
    CliRun run = eval(TinyGame.graph(), "--report", file.toString());
    assertEquals(0, run.code(), run.err());
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    assertFalse(report.get("playable").asBoolean());
    assertEquals(256, report.at("/oneStep/frames").asInt());
    assertEquals(1200, report.at("/drift/frames").asInt());
    for (String figure :
        List.of("/autoencoder/psnr", "/oneStep/shuffleRatio", "/turns/right", "/drift/alive")) {
      assertTrue(Double.isFinite(report.at(figure).asDouble(Double.NaN)), figure);
    }
    assertTrue(run.out().contains("| action shuffle ratio "), run.out());
    assertTrue(run.out().contains("below"), run.out());
    for (String name : List.of("eval.json", "eval.md", "drift.png")) {
      assertTrue(Files.size(results.resolve(name)) > 0, name);
    }
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
