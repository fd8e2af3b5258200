package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodePack;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Node types that do nothing, enough to draw every kind of right and wrong graph. */
final class TestNodes implements NodePack {
  static final NodeRegistry REGISTRY = new NodeRegistry(List.of(new TestNodes()));

  /**
   * Scene → encode → history (start) → sampler → decode → viewport, sampler → history (feedback).
   */
  static Graph game() {
    return Graph.of(
        List.of(
            node("scene", "test:scene"),
            node("encode", "test:encode"),
            node("history", "test:history"),
            node("sampler", "test:sampler"),
            node("decode", "test:decode"),
            node("viewport", "test:viewport")),
        List.of(
            wire("scene.image", "encode.image"),
            wire("encode.latent", "history.start"),
            wire("history.history", "sampler.history"),
            wire("sampler.latent", "history.frame"),
            wire("sampler.latent", "decode.latent"),
            wire("decode.image", "viewport.image")));
  }

  static Node node(String id, String type) {
    return new Node(id, type, 1, Map.of(), 0, 0);
  }

  static Wire wire(String from, String to) {
    return new Wire(ref(from), ref(to));
  }

  static PortRef ref(String text) {
    String[] parts = text.split("\\.");
    return new PortRef(parts[0], parts[1]);
  }

  @Override
  public List<NodeType> types() {
    return List.of(
        handle(spec("scene").out(Port.of("image", PortType.IMAGE))),
        handle(
            spec("encode")
                .in(Port.of("image", PortType.IMAGE))
                .out(Port.of("latent", PortType.LATENT))),
        handle(
            spec("history")
                .in(Port.start("start", PortType.LATENT), Port.feedback("frame", PortType.LATENT))
                .out(Port.of("history", PortType.HISTORY))),
        new Sampler(),
        handle(
            spec("blend")
                .in(Port.of("a", PortType.IMAGE), Port.optional("b", PortType.IMAGE))
                .out(Port.of("image", PortType.IMAGE))),
        handle(
            spec("decode")
                .in(Port.of("latent", PortType.LATENT))
                .out(Port.of("image", PortType.IMAGE))),
        tensor(
            spec("smooth")
                .in(Port.of("latent", PortType.LATENT))
                .out(Port.of("latent", PortType.LATENT))),
        handle(
            spec("memory")
                .in(
                    new Port("start", PortType.LATENT, "", true, Port.Role.START),
                    Port.feedback("frame", PortType.LATENT))
                .out(Port.of("latent", PortType.LATENT))),
        handle(
            spec("echo")
                .in(Port.feedback("frame", PortType.LATENT))
                .out(Port.of("latent", PortType.LATENT))),
        host(spec("viewport").in(Port.of("image", PortType.IMAGE))));
  }

  @Override
  public Map<String, String> aliases() {
    return Map.of("test:old_decode", "test:decode");
  }

  private static NodeSpec.Builder spec(String name) {
    return NodeSpec.of("test:" + name, name, Category.IMAGE);
  }

  private static NodeType handle(NodeSpec.Builder builder) {
    NodeSpec spec = builder.build();
    return new HandleType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public void resolve(HandleScope scope) {
        throw new AssertionError("test nodes do not run");
      }
    };
  }

  private static NodeType tensor(NodeSpec.Builder builder) {
    NodeSpec spec = builder.build();
    return new TensorType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public <T> void emit(TensorScope<T> scope) {
        throw new AssertionError("test nodes do not run");
      }
    };
  }

  private static NodeType host(NodeSpec.Builder builder) {
    NodeSpec spec = builder.build();
    return new HostType() {
      @Override
      public NodeSpec spec() {
        return spec;
      }

      @Override
      public HostProcess open(NodeContext context) {
        throw new AssertionError("test nodes do not run");
      }
    };
  }

  /** Has been renamed inside: version 1 called {@code steps} {@code n}. */
  private static final class Sampler implements HandleType {
    @Override
    public NodeSpec spec() {
      return TestNodes.spec("sampler")
          .version(2)
          .in(Port.of("history", PortType.HISTORY))
          .out(Port.of("latent", PortType.LATENT))
          .param(
              Param.integer("steps", 1, 64, 8, false),
              Param.number("guidance", 0, 10, 1.5, true),
              Param.choice("mode", List.of("fast", "good"), "fast", false))
          .build();
    }

    @Override
    public Map<String, Object> upgrade(int fromVersion, Map<String, Object> params) {
      Map<String, Object> next = new LinkedHashMap<>(params);
      if (next.containsKey("n")) {
        next.put("steps", next.remove("n"));
      }
      return next;
    }

    @Override
    public void resolve(HandleScope scope) {
      throw new AssertionError("test nodes do not run");
    }
  }
}
