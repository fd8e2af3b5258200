package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedLayoutTest {
  static Set<String> names() {
    return PresetCatalogue.shipped().names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noNodeHidesAnother(String name) {
    Graph graph = PresetCatalogue.shipped().open(name).preset().graph();
    List<NodeLayout> nodes =
        List.copyOf(GraphLayout.of(graph, InstalledNodes.find().registry()).nodes());
    for (int i = 0; i < nodes.size(); i++) {
      for (NodeLayout other : nodes.subList(i + 1, nodes.size())) {
        assertFalse(
            nodes.get(i).bounds().intersects(other.bounds()),
            nodes.get(i).id() + " lies on " + other.id());
      }
    }
  }
}
