package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Small nodes that compute with single numbers, so that a test can follow every value. */
final class ToyNodes implements NodePack {
  static final NodeRegistry REGISTRY = new NodeRegistry(List.of(new ToyNodes()));

  private static final PortType VECTOR = new PortType("toy:vector", PortType.Carrier.TENSOR);
  private static final PortType BOOK = new PortType("toy:book", PortType.Carrier.HANDLE);

  /** Is told what reaches a {@code toy:show} node. */
  interface Seen extends Consumer<float[]> {}

  /** Is told when a {@code toy:count} node is opened, reset or closed. */
  interface Life extends Consumer<String> {}

  /** Writes a graph in lines: {@code id type [param=value…]} and {@code from.port -> to.port}. */
  static Graph graph(String text) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Wire> wires = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String[] words = line.split("\\s+");
      if (words[1].equals("->")) {
        wires.add(new Wire(ref(words[0]), ref(words[2])));
      } else {
        Node node = new Node(words[0], "toy:" + words[1], 1, Map.of(), 0, 0);
        for (int i = 2; i < words.length; i++) {
          String[] param = words[i].split("=");
          node = node.with(param[0], Double.valueOf(param[1]));
        }
        nodes.put(node.id(), node);
      }
    }
    return new Graph(nodes, wires);
  }

  private static PortRef ref(String text) {
    return new PortRef(text.split("\\.")[0], text.split("\\.")[1]);
  }

  @Override
  public List<NodeType> types() {
    return List.of(
        new Count(),
        new Pass(),
        new Show(),
        new Scale(),
        new Red(),
        new Sum(),
        new Dice(),
        new Recent(),
        new Book(),
        new Reader(),
        new Refuse(),
        new Break(),
        new Clock(),
        new Kinds(),
        new HostKinds());
  }

  private static NodeSpec.Builder spec(String name) {
    return NodeSpec.of("toy:" + name, name, Category.IMAGE);
  }

  private static Port number(String name) {
    return Port.of(name, PortType.NUMBER);
  }

  /** 1 in the first frame, 2 in the next; before play starts {@code first}. Plus {@code plus}. */
  private static final class Count implements HostType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("count")
          .out(number("out"))
          .param(
              Param.number("first", -100, 100, 0, false),
              Param.number("plus", -1000, 1000, 0, true))
          .build();
    }

    @Override
    public Map<String, Shape> outputShapes(NodeContext context) {
      return Map.of("out", Shape.of());
    }

    @Override
    public HostProcess open(NodeContext context) {
      Consumer<String> life =
          context.service(Life.class).<Consumer<String>>map(l -> l).orElse(e -> {});
      life.accept("open " + context.nodeId());
      return new HostProcess() {
        private float count;

        @Override
        public void reset(long seed) {
          life.accept("reset " + context.nodeId());
          count = (float) context.params().number("first");
        }

        @Override
        public void frame(Frame frame) {
          if (frame.index() >= 0) {
            count++;
          }
          float plus = (float) frame.params().number("plus");
          frame.output("out", TensorView.of(Shape.of(), count + plus));
        }

        @Override
        public void close() {
          life.accept("close " + context.nodeId());
        }
      };
    }
  }

  /** Hands on what it gets, outside of any program. */
  private static final class Pass implements HostType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("pass").in(number("in")).out(number("out")).build();
    }

    @Override
    public Map<String, Shape> outputShapes(NodeContext context) {
      return Map.of("out", Shape.of());
    }

    @Override
    public HostProcess open(NodeContext context) {
      return frame -> frame.output("out", frame.tensor("in"));
    }
  }

  /** An end of the graph. */
  private static final class Show implements HostType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("show")
          .in(
              Port.optional("in", PortType.NUMBER),
              Port.optional("vector", VECTOR),
              new Port("before", PortType.NUMBER, "", true, Port.Role.FEEDBACK))
          .build();
    }

    @Override
    public HostProcess open(NodeContext context) {
      Consumer<float[]> seen =
          context.service(Seen.class).<Consumer<float[]>>map(s -> s).orElse(v -> {});
      return frame -> {
        for (String port : List.of("in", "vector", "before")) {
          if (frame.wired(port)) {
            seen.accept(frame.tensor(port).toArray());
          }
        }
      };
    }
  }

  /** {@code in · factor + offset}, where the factor is live. */
  private static final class Scale implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("scale")
          .in(number("in"))
          .out(number("out"))
          .param(
              Param.number("factor", -100, 100, 1, true),
              Param.number("offset", -100, 100, 0, false))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      Ops<T> ops = scope.ops();
      T scaled = ops.mul(scope.input("in"), scope.live("factor"));
      scope.probe("scaled", scaled);
      scope.output("out", ops.add(scaled, (float) scope.params().number("offset")));
    }
  }

  /** How much red there is in a live colour. */
  private static final class Red implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("red")
          .in(number("in"))
          .out(number("out"))
          .param(Param.colour("tint", "#ff0000", true))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      Ops<T> ops = scope.ops();
      T red = ops.reshape(ops.slice(scope.live("tint"), 0, 0, 1), Shape.of());
      scope.output("out", ops.mul(scope.input("in"), red));
    }
  }

  /** All that came in since play started, and what it started with. */
  private static final class Sum implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("sum")
          .in(
              Port.start("start", PortType.NUMBER),
              Port.feedback("so_far", PortType.NUMBER),
              number("in"))
          .out(number("out"))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      scope.output("out", scope.ops().add(scope.input("so_far"), scope.input("in")));
    }
  }

  /** Noise. */
  private static final class Dice implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("dice").out(number("out")).build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      scope.output("out", scope.noise("dice", Shape.of()));
    }
  }

  /** The last three values, as a ring holds them before this frame. */
  private static final class Recent implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("recent")
          .in(number("in"))
          .out(Port.of("out", VECTOR))
          .param(Param.number("capacity", 1, 8, 3, false))
          .build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      int capacity = (int) scope.params().number("capacity");
      T ring = scope.ring("values", Shape.of(), capacity);
      scope.push("values", scope.input("in"));
      scope.output("out", scope.ops().add(ring, 0f));
    }
  }

  /** A memory that others write into while their program is written. */
  private record Notes<T>(TensorScope<T> scope) {
    T note(T value) {
      T before = scope.ring("notes", Shape.of(), 1);
      scope.push("notes", value);
      return scope.ops().reshape(before, Shape.of());
    }
  }

  /** Lends its memory. */
  private static final class Book implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("book").out(Port.of("book", BOOK)).build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      scope.outputHandle("book", new Notes<>(scope));
    }
  }

  /** The previous frame's value, kept in a borrowed memory. */
  private static final class Reader implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("reader")
          .in(Port.of("book", BOOK), number("in"))
          .out(number("out"))
          .build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> void emit(TensorScope<T> scope) {
      Notes<T> notes = scope.handle("book", Notes.class);
      scope.output("out", notes.note(scope.input("in")));
    }
  }

  /** Cannot be planned. */
  private static final class Refuse implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("refuse").in(number("in")).out(number("out")).build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      throw new NodeException("in", "must be something else", null);
    }
  }

  /** Fails in one frame, once. */
  private static final class Break implements HostType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("break")
          .in(number("in"))
          .out(number("out"))
          .param(Param.number("at", -1, 1000, 0, false))
          .build();
    }

    @Override
    public Map<String, Shape> outputShapes(NodeContext context) {
      return Map.of("out", Shape.of());
    }

    @Override
    public HostProcess open(NodeContext context) {
      return new HostProcess() {
        private boolean broken;

        @Override
        public void frame(Frame frame) {
          if (!broken && frame.index() == (long) context.params().number("at")) {
            broken = true;
            throw new IllegalStateException("out of paper");
          }
          frame.output("out", frame.tensor("in"));
        }
      };
    }
  }

  /** A live parameter of each kind that takes numbers. */
  private static NodeSpec.Builder kinds(String name) {
    return ToyNodes.spec(name)
        .out(Port.of("out", VECTOR))
        .param(
            Param.number("share", -2, 2.5, 0, true),
            Param.integer("whole", -3, 4, 0, true),
            Param.bool("on", false, true),
            Param.choice("word", List.of("a", "b"), "a", true));
  }

  /** Shows what its parameters are in a program. */
  private static final class Kinds implements TensorType {
    @Override
    public NodeSpec spec() {
      return kinds("kinds").build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      Ops<T> ops = scope.ops();
      scope.output(
          "out",
          ops.concat(
              0,
              Stream.of("share", "whole", "on")
                  .map(name -> ops.reshape(scope.live(name), Shape.of(1)))
                  .toList()));
    }
  }

  /** Shows what its parameters are outside of any program. */
  private static final class HostKinds implements HostType {
    @Override
    public NodeSpec spec() {
      return kinds("host_kinds").build();
    }

    @Override
    public Map<String, Shape> outputShapes(NodeContext context) {
      return Map.of("out", Shape.of(3));
    }

    @Override
    public HostProcess open(NodeContext context) {
      return frame ->
          frame.output(
              "out",
              TensorView.of(
                  Shape.of(3),
                  (float) frame.params().number("share"),
                  frame.params().integer("whole"),
                  frame.params().bool("on") ? 1 : 0));
    }
  }

  /** The number of the frame, by a fill of its own. */
  private static final class Clock implements TensorType {
    @Override
    public NodeSpec spec() {
      return ToyNodes.spec("clock").out(number("out")).build();
    }

    @Override
    public <T> void emit(TensorScope<T> scope) {
      T now = scope.perFrame("now", Shape.of(), (frame, out) -> out.put(frame));
      scope.output("out", scope.ops().mul(now, 1f));
    }
  }
}
