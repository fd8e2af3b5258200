package dev.dreamwire.runtime.cli;

import static dev.dreamwire.runtime.cli.TinyGame.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.data.VideoReader;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.GraphEdit.AddNode;
import dev.dreamwire.runtime.graph.GraphEdit.Connect;
import dev.dreamwire.runtime.graph.GraphEdit.SetParam;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCommandTest {
  @TempDir Path folder;
  @TempDir Path results;
  private TinyGame game;

  @BeforeEach
  void makeGame() throws IOException {
    game = TinyGame.in(folder);
  }

  private JsonNode report(String... more) throws IOException {
    return report(TinyGame.graph(), more);
  }

  private JsonNode report(Graph graph, String... more) throws IOException {
    Path file = results.resolve("report.json");
    List<String> args =
        new ArrayList<>(
            List.of(
                "play",
                game.preset(graph),
                "--frames",
                "6",
                "--threads",
                "1",
                "--report",
                file.toString()));
    args.addAll(List.of(more));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    return new ObjectMapper().readTree(file.toFile());
  }

  private void refused(String message, Graph graph, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("play", game.preset(graph), "--frames", "2", "--threads", "1"));
    args.addAll(List.of(more));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(2, run.code(), run.err());
    String last = run.err().lines().toList().getLast();
    assertTrue(last.startsWith("studio: ") && last.contains(message), run.err());
    try (Stream<Path> left = Files.list(results)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void theReportHoldsWhatWasMeasured() throws IOException {
    JsonNode report = report("--seed", "3");
    assertEquals(6, report.get("frames").asInt());
    assertTrue(report.get("fps").asDouble() > 0);
    assertTrue(report.get("seconds").asDouble() > 0);
    for (String percentile : List.of("p50", "p95", "p99")) {
      assertTrue(report.get("frame_ms").get(percentile).asDouble() > 0);
    }
    for (String node : List.of("sampler", "decode", "viewport", "action_map")) {
      assertTrue(report.get("node_ms").get(node).has("p95"), node);
    }
    assertTrue(report.get("preset").asText().endsWith("game.dreamwire.json"));
    assertEquals(3, report.get("seed").asLong());
    assertEquals("cpu", report.get("backend").asText());
    assertEquals("f32", report.get("precision").asText());
    assertEquals(64, report.get("sha256").asText().length());
  }

  @Test
  void theSamePlayGivesTheSameFramesAndAnotherSeedOthers() throws IOException {
    String frames = report().get("sha256").asText();
    assertEquals(frames, report().get("sha256").asText());
    assertNotEquals(frames, report("--seed", "1").get("sha256").asText());
    assertNotEquals(frames, report("--set", "sampler.steps=3").get("sha256").asText());
  }

  @Test
  void framesAreWrittenAsPictures() throws IOException {
    Path clip = results.resolve("clip");
    report("--out", clip.toString());
    assertTrue(Files.exists(clip.resolve("frame-000005.png")));
    assertFalse(Files.exists(clip.resolve("frame-000006.png")));
  }

  @Test
  void framesAreWrittenAsVideo() throws IOException {
    Path clip = results.resolve("clip.mp4");
    report("--out", clip.toString());
    byte[] frame = new byte[16 * 16 * 3];
    int frames = 0;
    try (VideoReader video = new VideoReader(clip, 16, 16)) {
      while (video.read(frame, 0)) {
        frames++;
      }
    }
    assertEquals(6, frames);
    try (Stream<Path> all = Files.list(results)) {
      assertEquals(2, all.count());
    }
  }

  @Test
  void aTypeMismatchIsRefused() throws IOException {
    refused(
        "error metrics.image takes dreamwire:image, but sampler.latent gives dreamwire:latent",
        new Connect(wire("sampler.latent", "metrics.image"))
            .apply(
                new AddNode(new Node("metrics", "dreamwire:metrics", 1, Map.of(), 0, 0))
                    .apply(TinyGame.graph())));
  }

  @Test
  void aLoopWithoutHistoryIsRefused() throws IOException {
    Graph loop =
        new Connect(wire("encode2.latent", "decode.latent"))
            .apply(
                new Connect(wire("decode.image", "encode2.image"))
                    .apply(
                        new Connect(wire("autoencoder.autoencoder", "encode2.autoencoder"))
                            .apply(
                                new AddNode(
                                        new Node("encode2", "dreamwire:encode", 1, Map.of(), 0, 0))
                                    .apply(TinyGame.graph()))));
    refused("put a History node in the loop", loop);
  }

  @Test
  void aParameterThatIsNoNumberIsRefused() throws IOException {
    refused(
        "context.stabilisation must be a finite number, is NaN",
        new SetParam("context", "stabilisation", Double.NaN).apply(TinyGame.graph()));
    refused(
        "context.stabilisation must be a finite number, is NaN",
        TinyGame.graph(),
        "--set",
        "context.stabilisation=NaN");
  }

  @Test
  void settingsThatDoNotExistAreRefused() throws IOException {
    refused(
        "there is no node called smapler; there are keyboard",
        TinyGame.graph(),
        "--set",
        "smapler.steps=2");
    refused(
        "node sampler has no parameter step; it has steps",
        TinyGame.graph(),
        "--set",
        "sampler.step=2");
    refused("write node.param=value", TinyGame.graph(), "--set", "steps");
    refused("--scene: moon is neither a scene", TinyGame.graph(), "--scene", "moon");
    refused("there is no backend gpu", TinyGame.graph(), "--backend", "gpu");
  }

  private static Graph withSettings() {
    return TinyGame.graph()
        .withSettings(
            List.of(
                new Setting("fast", Map.of("sampler.steps", 1L)),
                new Setting("fine", Map.of("sampler.steps", 3L))));
  }

  @Test
  void aSettingIsPlayedAndReported() throws IOException {
    JsonNode plain = report(withSettings());
    JsonNode fine = report(withSettings(), "--setting", "fine");
    assertFalse(plain.has("setting"));
    assertEquals("fine", fine.get("setting").asText());
    assertNotEquals(plain.get("sha256"), fine.get("sha256"));
    assertEquals(report("--set", "sampler.steps=3").get("sha256"), fine.get("sha256"));
    JsonNode both = report(withSettings(), "--set", "sampler.steps=2", "--setting", "fine");
    assertEquals(plain.get("sha256"), both.get("sha256"));
  }

  @Test
  void anUnknownSettingIsRefusedWithThoseThereAre() throws IOException {
    String message = "--setting: the preset has no setting called turbo; there are fast, fine";
    refused(message, withSettings(), "--setting", "turbo");
    refused(
        "--setting: there is no setting called turbo; the preset has none",
        TinyGame.graph(),
        "--setting",
        "turbo");
    String preset = game.preset(withSettings());
    String out = results.toString();
    for (CliRun run :
        List.of(
            CliRun.of("eval", preset, "--out", out, "--setting", "turbo"),
            CliRun.of("bench", "--preset", preset, "--setting", "turbo"),
            CliRun.of("bench", "--preset", preset, "--window", "--setting", "turbo"))) {
      assertEquals(2, run.code());
      assertEquals("studio: " + message, run.err().strip());
    }
  }

  @Test
  void whatDoesNotFitInASettingIsToldAndTheRestIsPlayed() throws IOException {
    Setting odd = new Setting("odd", Map.of("sampler.steps", 3L, "smapler.steps", 1L));
    String preset = game.preset(TinyGame.graph().withSettings(List.of(odd)));
    CliRun check = CliRun.of("check", preset);
    assertEquals(0, check.code(), check.err());
    assertTrue(
        check
            .out()
            .startsWith("warning graph has the setting “odd” with a value for smapler.steps"),
        check.out());
    JsonNode report = report(TinyGame.graph().withSettings(List.of(odd)), "--setting", "odd");
    assertEquals(report("--set", "sampler.steps=3").get("sha256"), report.get("sha256"));
  }

  @Test
  void aPlayWithoutFramesIsRefused() {
    CliRun run = CliRun.of("play", game.preset(TinyGame.graph()), "--frames", "0");
    assertEquals(2, run.code());
    assertEquals("studio: --frames must be 1 or more, is 0", run.err().strip());
  }

  @Test
  void weightsOfAnotherShapeAreRefused() throws IOException {
    game.spoilDit();
    refused("has shape [16, 256], its configuration needs [32, 256]", TinyGame.graph());
  }

  @Test
  void weightsOfAnotherModelAreRefused() throws IOException {
    Files.copy(
        folder.resolve("autoencoder.safetensors"),
        folder.resolve("dit.safetensors"),
        StandardCopyOption.REPLACE_EXISTING);
    refused("error dit.weights", TinyGame.graph());
  }

  @Test
  void missingWeightsAreRefused() throws IOException {
    Files.delete(folder.resolve("dit.safetensors"));
    refused("error dit.weights there is no file", TinyGame.graph());
  }

  @Test
  void placesThatCannotBeWrittenAreRefusedBeforeAnythingPlays() throws IOException {
    Path nowhere = folder.resolve("nowhere").resolve("x");
    refused("cannot write " + nowhere, TinyGame.graph(), "--report", nowhere.toString());
    refused("cannot write " + nowhere, TinyGame.graph(), "--out", nowhere.toString());
    refused("cannot write " + folder, TinyGame.graph(), "--out", folder.toString());
  }

  @Test
  void weightsThatWereChangedAreRefusedUntilThePresetTakesThemOver() throws IOException {
    String preset = game.preset(TinyGame.graph());
    assertEquals(0, CliRun.of("check", preset, "--accept").code());
    game.retrainDit();
    for (String command : List.of("play", "check")) {
      CliRun refused = CliRun.of(command, preset);
      assertEquals(2, refused.code(), refused.err());
      String line = refused.err().lines().toList().getLast();
      assertTrue(line.contains("error dit.weights " + folder.resolve("dit.safetensors")), line);
      assertTrue(line.contains("is not the file that this preset was saved with"), line);
    }
    CliRun accepted = CliRun.of("check", preset, "--accept");
    assertEquals(0, accepted.code(), accepted.err());
    assertEquals(0, CliRun.of("play", preset, "--frames", "2").code());
  }

  @Test
  void checkFindsWhatIsWrongWithTheFilesToo() throws IOException {
    game.spoilDit();
    CliRun run = CliRun.of("check", game.preset(TinyGame.graph()));
    assertEquals(2, run.code());
    assertTrue(run.out().startsWith("error dit.weights "), run.out());
    assertTrue(run.out().contains("has shape"), run.out());
  }

  private String frames(Graph graph) throws IOException {
    Path file = results.resolve("driven.json");
    CliRun run =
        CliRun.of("play", game.preset(graph), "--frames", "4", "--report", file.toString());
    assertEquals(0, run.code(), run.err());
    return new ObjectMapper().readTree(file.toFile()).get("sha256").asText();
  }

  @Test
  void aNumberThatDrivesTheContextDreamsWhatTheSameValueDreams() throws IOException {
    Graph graph =
        new AddNode(new Node("level", "dreamwire:number", 1, Map.of("value", 300.0), 0, 0))
            .apply(TinyGame.graph());
    Graph driven = new Connect(wire("level.number", "context.stabilisation")).apply(graph);
    Graph set = new GraphEdit.SetParam("context", "stabilisation", 300.0).apply(graph);
    assertEquals(frames(set), frames(driven));
    assertNotEquals(frames(graph), frames(driven));
    CliRun run =
        CliRun.of(
            "play", game.preset(driven), "--frames", "1", "--set", "context.stabilisation=100");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("has no effect while a wire from level.number"), run.err());
  }

  @Test
  void aLatentIsPlayedAsAPictureOfItsChannels() throws IOException {
    Graph graph = new Connect(wire("sampler.latent", "viewport.image")).apply(TinyGame.graph());
    assertNotEquals(frames(TinyGame.graph()), frames(graph));
  }

  @Test
  void theReportHoldsWhatMetricsNodesFound() throws IOException {
    Graph graph =
        new AddNode(new Node("metrics", "dreamwire:metrics", 1, Map.of(), 0, 0))
            .apply(TinyGame.graph());
    graph = new Connect(wire("decode.image", "metrics.image")).apply(graph);
    Path file = results.resolve("measured.json");
    CliRun run =
        CliRun.of("play", game.preset(graph), "--frames", "4", "--report", file.toString());
    assertEquals(0, run.code(), run.err());
    JsonNode found = new ObjectMapper().readTree(file.toFile()).get("metrics").get("metrics");
    for (String figure : List.of("brightness", "contrast", "detail", "change")) {
      double median = found.get(figure).get("p50").asDouble();
      assertTrue(median > 0 && median < 1, figure + " is " + median);
    }
  }
}
