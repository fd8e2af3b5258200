package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithoutMemoryTest {
  private final NodeRegistry registry = InstalledNodes.find().registry();

  private static LoadedPreset preset(String... types) {
    List<Node> nodes =
        Stream.of(types)
            .map(type -> new Node(type.replace(':', '_'), type, 1, Map.of(), 0, 0))
            .toList();
    return new LoadedPreset(
        Preset.of("game", Graph.of(nodes, List.of())), "game", Optional.empty(), null);
  }

  @Test
  void everyMemoryIsSwitchedOffAndNothingElse() {
    Graph graph =
        PresetDreamer.withoutMemory(preset("dreamwire:memory", "dreamwire:context"), registry)
            .orElseThrow()
            .preset()
            .graph();
    assertEquals(false, graph.nodes().get("dreamwire_memory").params().get("enabled"));
    assertEquals(Map.of(), graph.nodes().get("dreamwire_context").params());
  }

  @Test
  void aPresetThatRemembersNothingHasNoControl() {
    assertTrue(PresetDreamer.withoutMemory(preset("dreamwire:context"), registry).isEmpty());
  }
}
