package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A flat graph with a node of its own for each value that is wired as another type, and a registry
 * that knows these nodes. They are there while planning only: no document has them. Immutable.
 *
 * @param graph whose wires join equal types
 */
record Converting(Graph graph, NodeRegistry registry) {
  private static final String IN = "in";
  private static final String OUT = "out";

  /** The strongest colours stand for values of this and beyond, as in the pictures in nodes. */
  private static final float STRONGEST = 3;

  /** How much of the other colours there is in one. */
  private static final float PALE = 0.35f;

  /** The same graph if nothing is converted. */
  static Converting of(Graph flat, NodeRegistry registry) {
    Graph graph = flat;
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : flat.wires()) {
      Optional<Conversion> conversion =
          Conversion.of(flat, registry, wire).filter(Conversion::changesType);
      if (conversion.isEmpty()) {
        wires.add(wire);
        continue;
      }
      String id = wire.from() + " as " + conversion.get().to().id();
      if (!graph.nodes().containsKey(id)) {
        graph = graph.with(new Node(id, typeId(conversion.get()), 1, Map.of(), 0, 0));
        wires.add(new Wire(wire.from(), new PortRef(id, IN)));
      }
      wires.add(new Wire(new PortRef(id, OUT), wire.to()));
    }
    return graph == flat
        ? new Converting(flat, registry)
        : new Converting(graph.withWires(wires), registry.with(new Pack()));
  }

  private static String typeId(Conversion conversion) {
    return "conversion:" + conversion.name().toLowerCase(Locale.ROOT);
  }

  private static final class Pack implements NodePack {
    @Override
    public List<NodeType> types() {
      return Arrays.stream(Conversion.values())
          .filter(Conversion::changesType)
          .<NodeType>map(Converter::new)
          .toList();
    }
  }

  /** Does one conversion. */
  private record Converter(Conversion conversion) implements TensorType {
    @Override
    public NodeSpec spec() {
      return NodeSpec.of(typeId(conversion), conversion.name(), Category.IMAGE)
          .in(Port.of(IN, conversion.from()))
          .out(Port.of(OUT, conversion.to()))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      T value = scope.input(IN);
      scope.output(
          OUT,
          conversion == Conversion.CHANNELS
              ? channels(scope.ops(), value)
              : newest(scope.ops(), value));
    }
  }

  /** The last of the first axis. */
  private static <T> T newest(Ops<T> ops, T frames) {
    Shape shape = ops.shape(frames);
    long[] dims = shape.dims();
    return ops.reshape(
        ops.slice(frames, 0, dims[0] - 1, dims[0]),
        Shape.of(Arrays.copyOfRange(dims, 1, dims.length)));
  }

  /**
   * The channels of {@code [C,H,W]} as tiles, row by row, in a picture that is about as wide as it
   * is high in tiles: blue below zero, red above, black for zero.
   */
  private static <T> T channels(Ops<T> ops, T latent) {
    Shape shape = ops.shape(latent);
    int channels = shape.size(0);
    int height = shape.size(1);
    int width = shape.size(2);
    int across = (int) Math.ceil(Math.sqrt(channels));
    int down = (channels + across - 1) / across;
    int empty = across * down - channels;
    T all = latent;
    if (empty > 0) {
      Shape rest = Shape.of(empty, height, width);
      all = ops.concat(0, List.of(latent, ops.constant(rest, new float[(int) rest.count()])));
    }
    T rows = ops.transpose(ops.reshape(all, Shape.of(down, across, height, width)), 0, 2, 1, 3);
    T share = ops.mul(ops.reshape(rows, Shape.of(1, down * height, across * width)), 1 / STRONGEST);
    T above = ops.clamp(share, 0, 1);
    T below = ops.clamp(ops.neg(share), 0, 1);
    T pale = ops.mul(ops.add(above, below), PALE);
    T red = ops.add(above, ops.mul(below, PALE));
    T blue = ops.add(below, ops.mul(above, PALE));
    return ops.add(ops.mul(ops.concat(0, List.of(red, pale, blue)), 2), -1);
  }
}
