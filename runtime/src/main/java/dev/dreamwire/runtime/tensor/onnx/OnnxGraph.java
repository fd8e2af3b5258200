package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph that grows node by node. Used by one thread. */
final class OnnxGraph {
  /** Operators that only ONNX Runtime has. */
  static final String RUNTIME_DOMAIN = "com.microsoft";

  /** Stands between the section and the rest of a node's name. */
  static final String SECTION_END = "::";

  private record Constant(ElementType type, Shape shape, ByteBuffer bits) {}

  private final String name;
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, Initializer> initializers = new LinkedHashMap<>();
  private final Map<Constant, OnnxValue> constants = new HashMap<>();
  private final List<OnnxValue> inputs = new ArrayList<>();
  private final List<OnnxValue> outputs = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private String section = "";
  private int next;

  /** An empty graph. */
  OnnxGraph(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<OnnxNode> nodes() {
    return nodes;
  }

  /** Those that a node reads: ONNX Runtime drops the others and then misses their values. */
  Collection<Initializer> initializers() {
    Set<String> read = new HashSet<>();
    nodes.forEach(node -> read.addAll(node.inputs()));
    return initializers.values().stream().filter(i -> read.contains(i.name())).toList();
  }

  List<OnnxValue> inputs() {
    return inputs;
  }

  List<OnnxValue> outputs() {
    return outputs;
  }

  /** Nodes from here on belong to this part. */
  void section(String name) {
    section = name;
  }

  OnnxValue input(String valueName, Shape shape) {
    OnnxValue value = new OnnxValue(valueName, shape);
    inputs.add(value);
    known.add(valueName);
    return value;
  }

  void output(String valueName, OnnxValue value) {
    nodes.add(
        new OnnxNode(
            "output " + valueName,
            "",
            "Identity",
            List.of(value.name()),
            List.of(valueName),
            List.of()));
    outputs.add(new OnnxValue(valueName, value.shape()));
  }

  /** A name for a value that a node will give. */
  OnnxValue fresh(Shape shape) {
    return new OnnxValue("v" + next++, shape);
  }

  /** Calls an operator. A null input leaves out an optional one. */
  void node(
      String domain,
      String operator,
      List<OnnxValue> results,
      List<OnnxValue> from,
      OnnxAttribute... with) {
    String label = operator + "_" + nodes.size();
    nodes.add(
        new OnnxNode(
            section.isEmpty() ? label : section + SECTION_END + label,
            domain,
            operator,
            from.stream().map(value -> value == null ? "" : value.name()).toList(),
            results.stream().map(OnnxValue::name).toList(),
            List.of(with)));
    results.forEach(value -> known.add(value.name()));
  }

  /** A fixed tensor of floats; equal ones are kept once. */
  OnnxValue floats(Shape shape, float... values) {
    ByteBuffer bits = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bits.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return constant(ElementType.FLOAT, shape, bits);
  }

  /** A fixed list of whole numbers; equal ones are kept once. */
  OnnxValue longs(long... values) {
    ByteBuffer bits = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
    bits.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return constant(ElementType.INT64, Shape.of(values.length), bits);
  }

  private OnnxValue constant(ElementType type, Shape shape, ByteBuffer bits) {
    return constants.computeIfAbsent(
        new Constant(type, shape, bits),
        key -> initializer("c" + constants.size(), type, shape, new FixedValues(bits)));
  }

  /** A fixed tensor under a name of its own. */
  OnnxValue initializer(
      String initializerName, ElementType type, Shape shape, InitializerValues values) {
    initializers.put(initializerName, new Initializer(initializerName, type, shape, values));
    known.add(initializerName);
    return new OnnxValue(initializerName, shape);
  }

  /** Whether nodes may refer to a value. */
  boolean knows(OnnxValue value) {
    return known.contains(value.name());
  }
}
