package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph in ONNX's form. Large weights stand beside it, so that size has no limit, and are read
 * when they are asked for. Immutable; safe on every thread as long as the weights are that it was
 * made from.
 */
public final class OnnxModel {
  private static final String INPUT = "in.";
  private static final String OUTPUT = "out.";

  private final byte[] graph;
  private final List<Initializer> external;
  private final Map<String, Shape> outputs;

  private OnnxModel(OnnxGraph graph, Map<String, Shape> outputs) {
    this.graph = OnnxEncoder.encode(graph);
    this.external = graph.initializers().stream().filter(Initializer::external).toList();
    this.outputs = outputs;
  }

  /**
   * Writes mathematics as a graph.
   *
   * @param inputs shapes by name
   * @throws IllegalArgumentException if shapes do not fit or a weight is missing or of another
   *     shape
   */
  public static OnnxModel write(
      String name,
      Map<String, Shape> inputs,
      TensorFunction body,
      Weights weights,
      OnnxOptions options) {
    OnnxGraph graph = new OnnxGraph(name);
    OnnxOps ops = new OnnxOps(graph, weights, options);
    Map<String, OnnxValue> fed = new LinkedHashMap<>();
    inputs.forEach((input, shape) -> fed.put(input, graph.input(INPUT + input, shape)));
    Map<String, Shape> outputs = new LinkedHashMap<>();
    body.apply(ops, fed)
        .forEach(
            (output, value) -> {
              graph.output(OUTPUT + output, ops.defined(value));
              outputs.put(output, value.shape());
            });
    return new OnnxModel(graph, outputs);
  }

  /** What the graph calls an input. */
  public static String inputName(String input) {
    return INPUT + input;
  }

  /** What the graph calls an output. */
  public static String outputName(String output) {
    return OUTPUT + output;
  }

  /** The part that a node belongs to, from its name; empty if it belongs to none. */
  public static String sectionOf(String nodeName) {
    int end = nodeName.indexOf(OnnxGraph.SECTION_END);
    return end < 0 ? "" : nodeName.substring(0, end);
  }

  /** The graph as {@code ModelProto}, without what is in {@link #external}. */
  public byte[] graph() {
    return graph.clone();
  }

  /** Weights that the graph only names. */
  public List<Initializer> external() {
    return external;
  }

  /** Shapes of the outputs, by name. */
  public Map<String, Shape> outputs() {
    return outputs;
  }
}
