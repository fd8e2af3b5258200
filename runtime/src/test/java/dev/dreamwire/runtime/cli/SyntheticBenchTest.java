package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticBenchTest {
  private static final String[] SMALL = {"bench", "--preset", "oasis-500m", "--synthetic", "small"};

  @TempDir Path folder;

  @Test
  void everyPartOfAFrameIsTimedAndComparedInEveryPrecision() throws IOException {
    Path report = folder.resolve("speed.json");
    CliRun run = CliRun.of(with(SMALL, "--report", report.toString()));
    assertEquals(0, run.code(), run.err());
    JsonNode figures = JsonMapper.builder().build().readTree(report.toFile());
    for (String precision : List.of("f32", "bf16", "f16", "int8")) {
      assertTrue(figures.path(precision).path("ceiling_gflops").asDouble() > 0, precision);
      assertTrue(figures.path(precision).path("later_start_seconds").asDouble() > 0, precision);
      for (String part : List.of("step", "commit", "encode", "decode")) {
        JsonNode said = figures.path(precision).path(part);
        assertTrue(said.path("gflop").asDouble() > 0, precision + " " + part);
        assertTrue(run.out().contains(part), run.out());
      }
    }
    double step = figures.path("f32").path("step").path("gflop").asDouble();
    double window = figures.path("f32").path("window").path("gflop").asDouble();
    assertTrue(window > 4 * step, "a window of six frames costs about six steps of one");
    double error = figures.path("int8").path("step").path("relative_error").asDouble();
    assertTrue(error > 0 && error < 0.1, "eight bits move a step a little: " + error);
  }

  @Test
  void everyKindOfLayerIsMeasuredInEightBitsAlone() throws IOException {
    Path report = folder.resolve("precision.json");
    CliRun run = CliRun.of(with(SMALL, "--precision-table", "--report", report.toString()));
    assertEquals(0, run.code(), run.err());
    JsonNode dit = JsonMapper.builder().build().readTree(report.toFile()).path("dit");
    for (String kind : List.of("qkv", "out", "mlp_in", "mlp_out", "adaln", "played")) {
      double error = dit.path(kind).asDouble();
      assertTrue(error > 0 && error < 0.1, kind + ": " + error);
      assertTrue(run.out().contains(kind), run.out());
    }
    assertTrue(dit.path("qkv").asDouble() < dit.path("played").asDouble());
  }

  @Test
  void madeUpWeightsPlayInEveryPrecision() throws IOException {
    Path image = folder.resolve("start.png");
    ImageIO.write(new BufferedImage(50, 20, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
    String[] making = {"import", "oasis", "--synthetic", "small", "--out", folder.toString()};
    CliRun made = CliRun.of(with(making, "--image", image.toString()));
    assertEquals(0, made.code(), made.err());
    String preset = folder.resolve("oasis.dreamwire.json").toString();
    for (String precision : List.of("f32", "bf16", "f16", "int8")) {
      CliRun play =
          CliRun.of(
              "play",
              preset,
              "--frames",
              "2",
              "--set",
              "dit.precision=" + precision,
              "--set",
              "autoencoder.precision=" + precision);
      assertEquals(0, play.code(), play.err());
      assertTrue(play.err().contains("MiB"), play.err());
    }
  }

  @Test
  void anotherPresetOrSizeIsRefusedInALine() {
    CliRun preset = CliRun.of("bench", "--synthetic");
    assertEquals(2, preset.code());
    assertTrue(preset.err().contains("oasis-500m"), preset.err());
    CliRun size = CliRun.of("bench", "--preset", "oasis-500m", "--synthetic", "huge");
    assertEquals(2, size.code());
    assertTrue(size.err().contains("full or small"), size.err());
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
