package dev.dreamwire.api.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The static shape of a tensor, row-major, slowest axis first. A scalar has no axes.
 *
 * <p>Immutable and safe on every thread.
 */
public final class Shape {
  private final long[] dims;

  private Shape(long[] dims) {
    this.dims = dims;
  }

  /**
   * A shape of the given sizes.
   *
   * @throws IllegalArgumentException if a size is negative
   */
  public static Shape of(long... dims) {
    for (long dim : dims) {
      if (dim < 0) {
        throw new IllegalArgumentException(
            "a shape has no negative size: " + Arrays.toString(dims));
      }
    }
    return new Shape(dims.clone());
  }

  /** Number of axes. */
  public int rank() {
    return dims.length;
  }

  /** Size of an axis; a negative axis counts from the end ({@code -1} is the fastest one). */
  public long dim(int axis) {
    return dims[axis(axis)];
  }

  /** The same, as an {@code int}. */
  public int size(int axis) {
    return Math.toIntExact(dim(axis));
  }

  /** Turns a possibly negative axis into {@code 0..rank-1}. */
  public int axis(int axis) {
    int at = axis < 0 ? axis + dims.length : axis;
    if (at < 0 || at >= dims.length) {
      throw new IllegalArgumentException("axis " + axis + " is not in shape " + this);
    }
    return at;
  }

  /** Number of elements. */
  public long count() {
    long n = 1;
    for (long dim : dims) {
      n = Math.multiplyExact(n, dim);
    }
    return n;
  }

  /** The sizes, as a fresh array. */
  public long[] dims() {
    return dims.clone();
  }

  /** This shape with one axis' size replaced. */
  public Shape with(int axis, long size) {
    long[] next = dims.clone();
    next[axis(axis)] = size;
    return of(next);
  }

  /** This shape with further axes in front. */
  public Shape prepend(long... front) {
    long[] next = Arrays.copyOf(front, front.length + dims.length);
    System.arraycopy(dims, 0, next, front.length, dims.length);
    return of(next);
  }

  /**
   * The shape two operands broadcast to, by NumPy's rule (axes aligned from the end, sizes equal or
   * one of them 1).
   *
   * @throws IllegalArgumentException if they do not fit
   */
  public static Shape broadcast(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    long[] out = new long[rank];
    for (int i = 1; i <= rank; i++) {
      long x = i <= a.rank() ? a.dim(-i) : 1;
      long y = i <= b.rank() ? b.dim(-i) : 1;
      if (x != y && x != 1 && y != 1) {
        throw new IllegalArgumentException("shapes " + a + " and " + b + " do not fit each other");
      }
      out[rank - i] = x == 1 ? y : x;
    }
    return new Shape(out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** For people: {@code [1, 3, 48, 64]}. */
  @Override
  public String toString() {
    return Arrays.stream(dims).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
