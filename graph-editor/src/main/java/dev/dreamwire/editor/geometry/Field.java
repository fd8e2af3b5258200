package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * A parameter where it is on the canvas.
 *
 * @param node id of its node
 * @param param what the type declares
 * @param bounds in world units
 */
public record Field(String node, Param param, Rectangle2D bounds) {
  /** The parameter's input, if it has one. */
  public PortRef ref() {
    return new PortRef(node, param.name());
  }

  /** The output whose number holds in the place of the value, if a wire ends here. */
  public Optional<PortRef> driver(Graph graph) {
    return ParamPorts.of(param).flatMap(port -> graph.wireTo(ref())).map(Wire::from);
  }

  /** Half way down. */
  double middle() {
    return bounds.getMinY() + bounds.getHeight() / 2;
  }
}
