package dev.dreamwire.editor;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Large graphs of demo nodes: rows of echoes, each fed by the one before and by its own tail. */
public final class BigPatch {
  private static final int ROW = 40;
  private static final double ACROSS = 260;
  private static final double DOWN = 220;

  private BigPatch() {}

  /** A graph of so many nodes and about twice as many wires. */
  public static Graph of(int count) {
    List<Node> nodes = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = i % ROW * ACROSS;
      double y = Math.floorDiv(i, ROW) * DOWN;
      nodes.add(new Node("n" + i, "demo:echo", 1, Map.of(), x, y));
      if (i > 0) {
        wires.add(new Wire(port(i - 1), new PortRef("n" + i, "sound")));
      }
      wires.add(new Wire(port(i), new PortRef("n" + i, "tail")));
    }
    return Graph.of(nodes, wires);
  }

  private static PortRef port(int node) {
    return new PortRef("n" + node, "sound");
  }
}
