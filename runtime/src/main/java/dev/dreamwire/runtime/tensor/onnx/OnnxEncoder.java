package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

/** Writes graphs as {@code ModelProto}. Numbers of fields are those of onnx.proto (ONNX 1.18). */
final class OnnxEncoder {
  /** IR version 10, that of ONNX 1.16. */
  private static final int IR_VERSION = 10;

  private static final int OPERATOR_SET = 20;
  private static final int EXTERNAL = 1;
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_INT = 2;
  private static final int TYPE_STRING = 3;
  private static final int TYPE_INTS = 7;

  private OnnxEncoder() {}

  static byte[] encode(OnnxGraph graph) {
    return new ProtoMessage()
        .number(1, IR_VERSION)
        .text(2, "Dreamwire Studio")
        .message(7, graph(graph))
        .message(8, operatorSet("", OPERATOR_SET))
        .message(8, operatorSet(OnnxGraph.RUNTIME_DOMAIN, 1))
        .toBytes();
  }

  private static ProtoMessage operatorSet(String domain, int version) {
    return new ProtoMessage().text(1, domain).number(2, version);
  }

  private static ProtoMessage graph(OnnxGraph graph) {
    ProtoMessage out = new ProtoMessage();
    graph.nodes().forEach(node -> out.message(1, node(node)));
    out.text(2, graph.name());
    graph.initializers().forEach(tensor -> out.message(5, initializer(tensor)));
    graph.inputs().forEach(value -> out.message(11, value(value)));
    graph.outputs().forEach(value -> out.message(12, value(value)));
    return out;
  }

  private static ProtoMessage node(OnnxNode node) {
    ProtoMessage out = new ProtoMessage();
    node.inputs().forEach(name -> out.text(1, name));
    node.outputs().forEach(name -> out.text(2, name));
    out.text(3, node.name()).text(4, node.operator());
    node.attributes().forEach(attribute -> out.message(5, attribute(attribute)));
    return out.text(7, node.domain());
  }

  private static ProtoMessage attribute(OnnxAttribute attribute) {
    ProtoMessage out = new ProtoMessage().text(1, attribute.name());
    switch (attribute) {
      case OnnxAttribute.Int a -> out.number(3, a.value()).number(20, TYPE_INT);
      case OnnxAttribute.Ints a -> {
        a.values().forEach(value -> out.number(8, value));
        out.number(20, TYPE_INTS);
      }
      case OnnxAttribute.Real a -> out.real(2, a.value()).number(20, TYPE_FLOAT);
      case OnnxAttribute.Text a -> out.text(4, a.value()).number(20, TYPE_STRING);
    }
    return out;
  }

  private static ProtoMessage initializer(Initializer tensor) {
    ProtoMessage out = new ProtoMessage();
    for (long dim : tensor.shape().dims()) {
      out.number(1, dim);
    }
    out.number(2, tensor.type().code()).text(8, tensor.name());
    if (tensor.external()) {
      out.message(13, new ProtoMessage().text(1, "location").text(2, "weights"));
      out.message(13, new ProtoMessage().text(1, "offset").text(2, "0"));
      out.message(
          13, new ProtoMessage().text(1, "length").text(2, Long.toString(tensor.byteSize())));
      return out.number(14, EXTERNAL);
    }
    try (Arena arena = Arena.ofConfined()) {
      return out.raw(9, tensor.values().bytes(arena).toArray(ValueLayout.JAVA_BYTE));
    }
  }

  /** Inputs and outputs are all 32-bit floats. */
  private static ProtoMessage value(OnnxValue value) {
    ProtoMessage tensor =
        new ProtoMessage().number(1, ElementType.FLOAT.code()).message(2, shape(value.shape()));
    return new ProtoMessage()
        .text(1, value.name())
        .message(2, new ProtoMessage().message(1, tensor));
  }

  private static ProtoMessage shape(Shape shape) {
    ProtoMessage out = new ProtoMessage();
    for (long dim : shape.dims()) {
      out.message(1, new ProtoMessage().number(1, dim));
    }
    return out;
  }
}
