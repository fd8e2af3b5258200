package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;

/**
 * Values of one tensor.
 *
 * @param shape its shape
 * @param values row-major; not to be changed
 */
record Numbers(Shape shape, double[] values) {
  static Numbers of(Shape shape, float... values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return new Numbers(shape, out);
  }

  static Numbers of(float... values) {
    return of(Shape.of(values.length), values);
  }

  static Numbers scalar(double value) {
    return new Numbers(Shape.of(), new double[] {value});
  }

  /** The values that come first, in another shape. */
  Numbers first(Shape part) {
    return new Numbers(part, Arrays.copyOf(values, Math.toIntExact(part.count())));
  }

  /** Some rows of the first axis. */
  Numbers rows(int from, int to) {
    int row = Math.toIntExact(shape.count() / shape.dim(0));
    return new Numbers(shape.with(0, to - from), Arrays.copyOfRange(values, from * row, to * row));
  }

  float[] floats() {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  int[] ints() {
    int[] out = new int[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) values[i];
    }
    return out;
  }
}
