package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;

/**
 * A value in an ONNX graph that is being written. Weights and values in another shape enter the
 * graph only when a node asks for them.
 *
 * @param name unique in the graph
 * @param shape its static shape
 * @param weight the weight that it is, or null
 * @param source the value that this is in another shape, or null
 */
public record OnnxValue(String name, Shape shape, WeightSpec weight, OnnxValue source) {
  OnnxValue(String name, Shape shape) {
    this(name, shape, null, null);
  }

  static OnnxValue ofWeight(WeightSpec spec) {
    return new OnnxValue("weight " + spec.name(), spec.shape(), spec, null);
  }

  /** The same elements in the same order, in another shape. */
  OnnxValue reshaped(Shape to) {
    OnnxValue origin = source == null ? this : source;
    return origin.shape.equals(to)
        ? origin
        : new OnnxValue(origin.name + " as " + to, to, null, origin);
  }
}
