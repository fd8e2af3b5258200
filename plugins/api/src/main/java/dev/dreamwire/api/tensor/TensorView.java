package dev.dreamwire.api.tensor;

import java.nio.FloatBuffer;

/**
 * A read-only look at a tensor's values on the host, row-major.
 *
 * <p>Valid only during the call that it was handed to; whoever keeps it copies it with {@link
 * #toArray}.
 *
 * @param shape the tensor's shape
 * @param values its elements; position and limit belong to the holder, read with absolute indices
 */
public record TensorView(Shape shape, FloatBuffer values) {
  public TensorView {
    if (shape.count() > values.capacity()) {
      throw new IllegalArgumentException(
          "shape "
              + shape
              + " needs "
              + shape.count()
              + " values, the buffer has "
              + values.capacity());
    }
  }

  /** A view of an array, which must hold at least the shape's count of elements. */
  public static TensorView of(Shape shape, float... values) {
    return new TensorView(shape, FloatBuffer.wrap(values));
  }

  /** A copy of the values. */
  public float[] toArray() {
    float[] out = new float[Math.toIntExact(shape.count())];
    values.get(0, out);
    return out;
  }
}
