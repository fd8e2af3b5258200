package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticBenchTest {
  private static final String[] SMALL = {"bench", "--preset", "oasis-500m", "--synthetic", "small"};

  @TempDir Path folder;

  @Test
  void everyPartOfAFrameIsTimedAndComparedInEveryPrecision() throws IOException {
    Path report = folder.resolve("speed.json");
    CliRun run = CliRun.of(with("--report", report.toString()));
    assertEquals(0, run.code(), run.err());
    JsonNode figures = JsonMapper.builder().build().readTree(report.toFile());
    for (String precision : List.of("f32", "int8")) {
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
  void anotherPresetOrSizeIsRefusedInALine() {
    CliRun preset = CliRun.of("bench", "--synthetic");
    assertEquals(2, preset.code());
    assertTrue(preset.err().contains("oasis-500m"), preset.err());
    CliRun size = CliRun.of("bench", "--preset", "oasis-500m", "--synthetic", "huge");
    assertEquals(2, size.code());
    assertTrue(size.err().contains("full or small"), size.err());
  }

  private static String[] with(String... more) {
    String[] out = java.util.Arrays.copyOf(SMALL, SMALL.length + more.length);
    System.arraycopy(more, 0, out, SMALL.length, more.length);
    return out;
  }
}
