package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.PortEnd;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Arranges nodes in layers from left to right, with few wires that cross: the layered method of the
 * Eclipse Layout Kernel, after Sugiyama, Tagawa and Toda (1981). Wires that carry a value to the
 * next frame do not count, as they lead back. Pure; safe on every thread, but slow for one that
 * draws: 1,000 nodes take more than half a second.
 */
public final class AutoLayout {
  private static final double BETWEEN_LAYERS = 70;
  private static final double BETWEEN_NODES = 30;

  private AutoLayout() {}

  /**
   * The edit that arranges nodes; their upper left corner stays where it is.
   *
   * @param ids which nodes; empty for all
   * @return empty if there are fewer than two
   */
  public static Optional<GraphEdit> of(GraphLayout layout, Set<String> ids) {
    List<NodeLayout> nodes =
        layout.nodes().stream().filter(n -> ids.isEmpty() || ids.contains(n.id())).toList();
    if (nodes.size() < 2) {
      return Optional.empty();
    }
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    Map<String, ElkNode> boxes = new LinkedHashMap<>();
    Map<PortEnd, ElkPort> ports = new HashMap<>();
    nodes.forEach(node -> boxes.put(node.id(), box(root, node, ports)));
    for (WireLayout wire : layout.wires()) {
      ElkPort from = ports.get(new PortEnd(wire.wire().from(), true));
      ElkPort to = ports.get(new PortEnd(wire.wire().to(), false));
      if (from != null && to != null && !wire.feedback()) {
        ElkGraphUtil.createSimpleEdge(from, to);
      }
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return Optional.of(moved(nodes, boxes));
  }

  private static ElkNode box(ElkNode root, NodeLayout node, Map<PortEnd, ElkPort> ports) {
    ElkNode box = ElkGraphUtil.createNode(root);
    box.setDimensions(node.bounds().getWidth(), node.bounds().getHeight());
    box.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    for (Socket socket : node.sockets().toList()) {
      ElkPort port = ElkGraphUtil.createPort(box);
      port.setLocation(
          socket.at().getX() - node.bounds().getMinX(),
          socket.at().getY() - node.bounds().getMinY());
      port.setProperty(CoreOptions.PORT_SIDE, socket.output() ? PortSide.EAST : PortSide.WEST);
      ports.put(PortEnd.of(socket), port);
    }
    return box;
  }

  private static GraphEdit moved(List<NodeLayout> nodes, Map<String, ElkNode> boxes) {
    double left = nodes.stream().mapToDouble(n -> n.bounds().getMinX()).min().orElseThrow();
    double top = nodes.stream().mapToDouble(n -> n.bounds().getMinY()).min().orElseThrow();
    double boxLeft = boxes.values().stream().mapToDouble(ElkNode::getX).min().orElseThrow();
    double boxTop = boxes.values().stream().mapToDouble(ElkNode::getY).min().orElseThrow();
    Map<String, GraphEdit.Position> places = new HashMap<>();
    boxes.forEach(
        (id, box) ->
            places.put(
                id,
                new GraphEdit.Position(
                    Snapping.onGrid(left + box.getX() - boxLeft),
                    Snapping.onGrid(top + box.getY() - boxTop))));
    return new GraphEdit.Compound("edit.arrange", List.of(new GraphEdit.MoveNodes(places)));
  }
}
