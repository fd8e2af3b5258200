package dev.dreamwire.api.tensor;

import java.util.List;

/**
 * The tensor operations that models, samplers and tensor nodes are written with. Who implements it
 * decides what the same lines mean: run them eagerly, write a training program, build an ONNX
 * graph, or only count shapes and costs.
 *
 * <p>All values are 32-bit floats unless said otherwise; shapes are static; there is no control
 * flow that depends on data. Binary operations broadcast by NumPy's rule. Axes may be negative,
 * counting from the end. An implementation is used by one thread at a time.
 *
 * @param <T> what a tensor is in this reading
 */
public interface Ops<T> {
  /** The shape of a tensor. */
  Shape shape(T x);

  // ---- leaves -------------------------------------------------------------------------------

  /** A tensor of fixed values, row-major. */
  T constant(Shape shape, float... values);

  /** A learned weight. The same name always gives the same tensor. */
  T weight(WeightSpec spec);

  /** A scalar of a fixed value. */
  default T scalar(float value) {
    return constant(Shape.of(), value);
  }

  // ---- element by element -------------------------------------------------------------------

  T add(T a, T b);

  T sub(T a, T b);

  T mul(T a, T b);

  T div(T a, T b);

  default T add(T a, float b) {
    return add(a, scalar(b));
  }

  default T mul(T a, float b) {
    return mul(a, scalar(b));
  }

  T neg(T x);

  T abs(T x);

  T exp(T x);

  T log(T x);

  T sqrt(T x);

  T sin(T x);

  T cos(T x);

  T tanh(T x);

  T sigmoid(T x);

  T erf(T x);

  /** Limits every element to {@code [low, high]}. */
  T clamp(T x, float low, float high);

  /** Rounds toward zero (used where the field truncates, as in 8-bit output). */
  T trunc(T x);

  /** {@code x · sigmoid(x)}. */
  default T silu(T x) {
    return mul(x, sigmoid(x));
  }

  /**
   * {@code 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))} (Hendrycks &amp; Gimpel 2016,
   * approximation).
   */
  T geluTanh(T x);

  /** {@code 0.5·x·(1 + erf(x/√2))} (Hendrycks &amp; Gimpel 2016). */
  T geluErf(T x);

  // ---- along axes ---------------------------------------------------------------------------

  /** Sum over the given axes; with {@code keep} they stay as size 1. */
  T sum(T x, boolean keep, int... axes);

  /** Mean over the given axes; with {@code keep} they stay as size 1. */
  T mean(T x, boolean keep, int... axes);

  /** Softmax along one axis. */
  T softmax(T x, int axis);

  /** {@code (x − mean) / √(variance + eps)} over the last axis, biased variance, no affine part. */
  T layerNorm(T x, float eps);

  /**
   * {@code x / √(mean(x²) + eps)} over the last axis, no affine part (Zhang &amp; Sennrich 2019).
   */
  T rmsNorm(T x, float eps);

  /**
   * {@code (x − mean) / √(variance + eps)} over groups of channels and all places, biased variance,
   * no affine part (Wu &amp; He 2018).
   *
   * @param x {@code [B,C,H,W]}
   * @param groups that divide C
   */
  default T groupNorm(T x, int groups, float eps) {
    Shape shape = shape(x);
    long clips = shape.dim(0);
    T rows = reshape(x, Shape.of(clips, groups, shape.count() / (clips * groups)));
    return reshape(layerNorm(rows, eps), shape);
  }

  // ---- products -----------------------------------------------------------------------------

  /** Batched matrix product of {@code [..., n, k]} and {@code [..., k, m]}. */
  T matmul(T a, T b);

  /**
   * {@code x·Wᵀ + b}.
   *
   * @param x {@code [..., in]}
   * @param weight {@code [out, in]}, straight from {@link #weight}
   * @param bias {@code [out]}, or null for none
   */
  T linear(T x, T weight, T bias);

  /**
   * Two-dimensional convolution: every place of the result is a weighted sum of the places of
   * {@code x} around it, beyond whose edge are zeros.
   *
   * @param x {@code [B,C,H,W]}
   * @param weight {@code [out,C,k,k]}, straight from {@link #weight}
   * @param bias {@code [out]}
   * @param stride from one place of the result to the next, in places of {@code x}
   * @param padding rows and columns of zeros on each side
   * @return {@code [B,out,H',W']} with {@code H' = ⌊(H + 2·padding − k) / stride⌋ + 1}
   */
  T conv2d(T x, T weight, T bias, int stride, int padding);

  /**
   * A linear layer over each place and the eight around it, beyond the edge zeros: a convolution of
   * 3×3 places with channels last, made of slices and one product, so that whatever runs a
   * transformer runs it.
   *
   * @param x {@code [N,H,W,C]}
   * @param weight {@code [out,9·C]}, straight from {@link #weight}; the places rows first
   * @param bias {@code [out]}
   * @return {@code [N,H,W,out]}
   */
  default T linear3x3(T x, T weight, T bias) {
    Shape s = shape(x);
    return linear(beside(beside(x, 2, s), 1, s.with(-1, 3 * s.dim(-1))), weight, bias);
  }

  /** Each place's neighbours along one axis of {@code x} before, in and after it, as channels. */
  private T beside(T x, int axis, Shape shape) {
    Shape one = shape.with(axis, 1);
    T edge = constant(one, new float[Math.toIntExact(one.count())]);
    T wide = concat(axis, List.of(edge, x, edge));
    long n = shape.dim(axis);
    return concat(-1, List.of(slice(wide, axis, 0, n), x, slice(wide, axis, 2, n + 2)));
  }

  /** The shape that {@link #conv2d} gives; throws if the shapes do not fit. */
  static Shape convolved(Shape x, Shape weight, Shape bias, int stride, int padding) {
    if (x.rank() != 4
        || weight.rank() != 4
        || x.dim(1) != weight.dim(1)
        || !bias.equals(Shape.of(weight.dim(0)))) {
      throw new IllegalArgumentException(
          "a convolution of weight " + weight + " and bias " + bias + " does not take " + x);
    }
    long height = (x.dim(2) + 2L * padding - weight.dim(2)) / stride + 1;
    long width = (x.dim(3) + 2L * padding - weight.dim(3)) / stride + 1;
    return Shape.of(x.dim(0), weight.dim(0), height, width);
  }

  /**
   * Scaled dot-product attention {@code softmax(q·kᵀ·scale + mask)·v} (Vaswani et al. 2017).
   *
   * @param q {@code [..., n, d]}
   * @param k {@code [..., m, d]}
   * @param v {@code [..., m, d]}
   * @param mask added to the scores, broadcast to {@code [..., n, m]}; null for none
   */
  default T attention(T q, T k, T v, float scale, T mask) {
    int rank = shape(k).rank();
    int[] swap = new int[rank];
    for (int i = 0; i < rank; i++) {
      swap[i] = i;
    }
    swap[rank - 1] = rank - 2;
    swap[rank - 2] = rank - 1;
    T scores = matmul(mul(q, scale), transpose(k, swap));
    return matmul(softmax(mask == null ? scores : add(scores, mask), -1), v);
  }

  /**
   * Rotary position embedding on adjacent pairs: {@code (x0,x1) → (x0·cos − x1·sin, x1·cos +
   * x0·sin)} (Su et al. 2021).
   *
   * @param x {@code [..., positions, features]}
   * @param cos {@code [positions, features]}, the same for both features of a pair
   * @param sin as {@code cos}
   */
  default T rotary(T x, T cos, T sin) {
    Shape shape = shape(x);
    int axis = shape.rank();
    long[] pairs = java.util.Arrays.copyOf(shape.dims(), axis + 1);
    pairs[axis - 1] /= 2;
    pairs[axis] = 2;
    List<T> halves = split(reshape(x, Shape.of(pairs)), axis, 2);
    T turned = reshape(concat(axis, List.of(neg(halves.get(1)), halves.get(0))), shape);
    return add(mul(x, cos), mul(turned, sin));
  }

  // ---- layout -------------------------------------------------------------------------------

  /** The same elements in the same order, in another shape. */
  T reshape(T x, Shape shape);

  /** Axis {@code i} of the result is axis {@code order[i]} of {@code x}. */
  T transpose(T x, int... order);

  /** Joins tensors along an axis. */
  T concat(int axis, List<T> parts);

  /** Elements {@code from} (inclusive) to {@code to} (exclusive) of one axis. */
  T slice(T x, int axis, long from, long to);

  /** Repeats axes of size 1 until the shape is reached. */
  T broadcast(T x, Shape shape);

  /** Every place of {@code [B,C,H,W]} as a square of {@code factor × factor} places. */
  default T upsample(T x, int factor) {
    Shape s = shape(x);
    T apart = reshape(x, Shape.of(s.dim(0) * s.dim(1), s.dim(2), 1, s.dim(3), 1));
    T filled = broadcast(apart, Shape.of(s.dim(0) * s.dim(1), s.dim(2), factor, s.dim(3), factor));
    return reshape(filled, Shape.of(s.dim(0), s.dim(1), s.dim(2) * factor, s.dim(3) * factor));
  }

  /**
   * Rows of a table.
   *
   * @param table {@code [rows, width]}
   * @param rows whole numbers {@code 0..rows-1} held as floats, any shape {@code [...]}
   * @return {@code [..., width]}
   */
  T gather(T table, T rows);

  /** Splits one axis into parts of equal size. */
  default List<T> split(T x, int axis, int parts) {
    long size = shape(x).dim(axis);
    if (size % parts != 0) {
      throw new IllegalArgumentException(
          "axis of " + size + " does not split into " + parts + " parts");
    }
    long step = size / parts;
    return java.util.stream.LongStream.range(0, parts)
        .mapToObj(i -> slice(x, axis, i * step, (i + 1) * step))
        .toList();
  }
}
