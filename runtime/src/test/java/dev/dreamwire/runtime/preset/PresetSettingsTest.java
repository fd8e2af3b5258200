package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The settings of a preset file: kept whole, checked, compared, and true to renamed nodes. */
class PresetSettingsTest {
  private static Preset stored() throws IOException {
    try (InputStream in =
        PresetSettingsTest.class.getResourceAsStream("format-1/settings.dreamwire.json")) {
      return PresetFile.parse("settings", in.readAllBytes());
    }
  }

  private static String text(Preset preset) {
    return new String(PresetFile.format(preset), StandardCharsets.UTF_8);
  }

  private static List<String> problems(Graph graph) {
    return GraphCheck.check(graph, InstalledNodes.find().registry(), Locale.ENGLISH).stream()
        .filter(problem -> problem.message().contains("setting"))
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aSettingIsReadWithWhatIsNotKnownOfIt() throws IOException {
    Setting fast = stored().graph().setting("fast").orElseThrow();
    assertEquals("Fast", fast.title(Locale.ENGLISH));
    assertEquals("快速", fast.title(Locale.SIMPLIFIED_CHINESE));
    assertEquals(Map.of("sampler.steps", 2L), fast.params());
    assertEquals(Map.of("icon", "hare"), fast.extra());
    Setting odd = stored().graph().setting("odd").orElseThrow();
    assertEquals("odd", odd.title(Locale.ENGLISH));
    assertEquals(Arrays.asList(2L, null), odd.params().get("steps"));
  }

  @Test
  void whatIsWrittenIsWhatWasRead() throws IOException {
    Preset preset = stored();
    assertEquals(preset, PresetFile.parse("again", PresetFile.format(preset)));
    assertFalse(text(Preset.of("none", Graph.EMPTY)).contains("settings"));
  }

  @Test
  void whatDoesNotFitIsAWarningThatNamesTheSetting() throws IOException {
    assertEquals(
        List.of(
            "warning graph has the setting “odd” with a value for smapler.steps, but there is no"
                + " node called smapler; it is kept but has no effect",
            "warning sampler.step in the setting “odd” is not a parameter of"
                + " dreamwire:sampler.euler_flow; it is kept but has no effect",
            "warning sampler.steps in the setting “odd” must be 1..64, is 0",
            "warning graph has the setting “odd” with a value for steps, which names no parameter;"
                + " write node.param"),
        problems(stored().graph()));
  }

  @Test
  void twoSettingsOfOneNameAreAWarning() throws IOException {
    Setting fast = stored().graph().setting("fast").orElseThrow();
    assertEquals(
        List.of("warning graph has two settings called fast; rename one"),
        problems(stored().graph().withSettings(List.of(fast, fast))));
  }

  @Test
  void aValueFollowsItsNodeAndStaysWhenTheNodeGoes() throws IOException {
    Graph graph = stored().graph();
    Graph renamed = new GraphEdit.RenameNode("sampler", "dreamer").apply(graph);
    assertEquals(Map.of("dreamer.steps", 2L), renamed.setting("fast").orElseThrow().params());
    Graph without = new GraphEdit.RemoveNodes(Set.of("sampler")).apply(graph);
    assertEquals(graph.settings(), without.settings());
    assertTrue(
        problems(without).stream().anyMatch(p -> p.contains("“fast”") && p.contains("sampler")));
  }

  @Test
  void anotherSettingIsADifference() throws IOException {
    Preset preset = stored();
    Graph other =
        new GraphEdit.PutSetting(new Setting("bare", Map.of("sampler.steps", 4L)))
            .apply(preset.graph());
    List<PresetChange> changes = PresetDiff.between(preset, preset.with(other));
    assertEquals(1, changes.size());
    String told = changes.getFirst().text(Locale.ENGLISH);
    assertTrue(told.startsWith("the settings were “fast {sampler.steps=2}"), told);
    assertTrue(told.endsWith("bare {sampler.steps=4}”"), told);
  }

  @Test
  void aPictureWithoutPathsKeepsSettingsWithoutPaths() {
    Graph graph =
        Graph.of(List.of(new Node("dit", "t:dit", 1, Map.of(), 0, 0)), List.of())
            .withSettings(
                List.of(new Setting("big", Map.of("dit.weights", "/home/ann/big.safetensors"))));
    Preset told = PresetPrivacy.WITHOUT_PATHS.of(Preset.of("Mine", graph)).orElseThrow();
    assertEquals(
        Map.of("dit.weights", "big.safetensors"),
        told.graph().setting("big").orElseThrow().params());
  }

  @Test
  void aSettingWithoutANameIsToldWithItsPlace() {
    String json =
        "{\"format\": 1, \"name\": \"n\", \"nodes\": [], \"wires\": [], \"settings\": [{}]}";
    PresetException e =
        assertThrows(
            PresetException.class,
            () -> PresetFile.parse("p", json.getBytes(StandardCharsets.UTF_8)));
    assertTrue(e.getMessage().contains("settings[0]: the field \"name\""), e.getMessage());
  }
}
