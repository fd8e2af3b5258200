package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where a node's parts are, in world units: a header, a picture if it shows one, a row for each
 * pair of an input and an output, a field for each parameter. Of a collapsed node only the header
 * is there.
 *
 * @param face what the node shows
 * @param bounds the whole node
 * @param picture where the small picture of what it makes is
 * @param inputs down the left edge
 * @param outputs down the right edge
 * @param fields below the ports
 * @param paramInputs the inputs that parameters have, at the left edge beside their fields; they
 *     are hidden while nobody needs them
 */
public record NodeLayout(
    NodeFace face,
    Rectangle2D bounds,
    Optional<Rectangle2D> picture,
    List<Socket> inputs,
    List<Socket> outputs,
    List<Field> fields,
    List<Socket> paramInputs) {
  public static final double WIDTH = 200;
  public static final double HEADER = 34;
  public static final double ROW = 22;
  public static final double FIELD = 26;
  public static final double FIELD_GAP = 4;
  public static final double PADDING = 8;
  public static final double INSET = 10;

  /** Height of the picture: three quarters of its width, as most worlds are. */
  public static final double PICTURE = (WIDTH - 2 * INSET) * 3 / 4;

  /** Side of the badge in the header's right corner. */
  public static final double BADGE = 18;

  /** Lays a node out that shows no picture. */
  public static NodeLayout of(NodeFace face) {
    return of(face, false);
  }

  /** Lays a node out. */
  public static NodeLayout of(NodeFace face, boolean pictured) {
    Node node = face.node();
    if (node.state().collapsed()) {
      return collapsed(face);
    }
    Optional<Rectangle2D> picture =
        pictured
            ? Optional.of(
                new Rectangle2D(
                    node.x() + INSET, node.y() + HEADER + PADDING, WIDTH - 2 * INSET, PICTURE))
            : Optional.empty();
    double top = node.y() + HEADER + PADDING + (pictured ? PICTURE + PADDING : 0);
    List<Socket> inputs = sockets(face.spec().inputs(), node, false, top);
    List<Socket> outputs = sockets(face.spec().outputs(), node, true, top);
    int rows = Math.max(inputs.size(), outputs.size());
    double y = top + (face.known() ? rows : rows + 1) * ROW;
    List<Field> fields = new ArrayList<>();
    if (!face.spec().params().isEmpty() && rows > 0) {
      y += FIELD_GAP;
    }
    for (Param param : face.spec().params()) {
      fields.add(
          new Field(
              node.id(), param, new Rectangle2D(node.x() + INSET, y, WIDTH - 2 * INSET, FIELD)));
      y += FIELD + FIELD_GAP;
    }
    double height = y + PADDING - (fields.isEmpty() ? 0 : FIELD_GAP / 2) - node.y();
    return new NodeLayout(
        face,
        new Rectangle2D(node.x(), node.y(), WIDTH, height),
        picture,
        inputs,
        outputs,
        List.copyOf(fields),
        paramInputs(
            node,
            face,
            param ->
                fields.stream()
                    .filter(f -> f.param() == param)
                    .findFirst()
                    .orElseThrow()
                    .middle()));
  }

  private static List<Socket> paramInputs(
      Node node, NodeFace face, ToDoubleFunction<Param> middle) {
    List<Socket> sockets = new ArrayList<>();
    for (Param param : face.spec().params()) {
      ParamPorts.of(param)
          .ifPresent(
              port ->
                  sockets.add(
                      new Socket(
                          new PortRef(node.id(), port.name()),
                          port,
                          false,
                          new Point2D(node.x(), middle.applyAsDouble(param)))));
    }
    return List.copyOf(sockets);
  }

  /** Only the header, with the ports down its edges, so that wires still have ends. */
  private static NodeLayout collapsed(NodeFace face) {
    Node node = face.node();
    return new NodeLayout(
        face,
        new Rectangle2D(node.x(), node.y(), WIDTH, HEADER),
        Optional.empty(),
        sockets(face.spec().inputs(), node, false, node.y(), step(face.spec().inputs())),
        sockets(face.spec().outputs(), node, true, node.y(), step(face.spec().outputs())),
        List.of(),
        paramInputs(node, face, param -> node.y() + HEADER - INSET / 2));
  }

  private static double step(List<Port> ports) {
    return HEADER / Math.max(1, ports.size());
  }

  private static List<Socket> sockets(List<Port> ports, Node node, boolean output, double top) {
    return sockets(ports, node, output, top, ROW);
  }

  private static List<Socket> sockets(
      List<Port> ports, Node node, boolean output, double top, double step) {
    List<Socket> sockets = new ArrayList<>();
    double x = output ? node.x() + WIDTH : node.x();
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      sockets.add(
          new Socket(
              new PortRef(node.id(), port.name()),
              port,
              output,
              new Point2D(x, top + (i + 0.5) * step)));
    }
    return List.copyOf(sockets);
  }

  /** The node's id. */
  public String id() {
    return face.node().id();
  }

  /** The field of a parameter; of a collapsed node it is the header. */
  public Field field(Param param) {
    return fields.stream()
        .filter(field -> field.param().equals(param))
        .findFirst()
        .orElseGet(() -> new Field(id(), param, bounds));
  }

  /** Whether only the header is there. */
  public boolean collapsed() {
    return face.node().state().collapsed();
  }

  /** Inputs, outputs, then the inputs of parameters. */
  public Stream<Socket> sockets() {
    return Stream.concat(ports(), paramInputs.stream());
  }

  /** The ports that the type declares: inputs, then outputs. */
  public Stream<Socket> ports() {
    return Stream.concat(inputs.stream(), outputs.stream());
  }

  /** The ports of one side from top to bottom, those of parameters last. */
  public List<Socket> side(boolean output) {
    return output ? outputs : Stream.concat(inputs.stream(), paramInputs.stream()).toList();
  }

  /** The input of a parameter, if it has one. */
  public Optional<Socket> paramInput(Param param) {
    return paramInputs.stream().filter(s -> s.ref().port().equals(param.name())).findFirst();
  }

  /** Where the badge of a node with a problem is. */
  public Rectangle2D badge() {
    return new Rectangle2D(
        bounds.getMaxX() - INSET - BADGE + 2,
        bounds.getMinY() + (HEADER - BADGE) / 2,
        BADGE,
        BADGE);
  }
}
