package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;

/**
 * A value in an ONNX graph that is being written.
 *
 * @param name unique in the graph
 * @param shape its static shape
 * @param weight the weight that it is, or null for a value that is computed, fed or fixed
 */
public record OnnxValue(String name, Shape shape, WeightSpec weight) {
  OnnxValue(String name, Shape shape) {
    this(name, shape, null);
  }
}
