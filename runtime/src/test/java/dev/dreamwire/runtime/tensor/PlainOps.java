package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The operations as plain loops over doubles, written from their definitions: what every other
 * reading is held against. Slow; for small cases.
 */
public final class PlainOps implements Ops<PlainOps.Array> {
  /** A tensor of doubles, row-major. */
  public record Array(Shape shape, double[] values) {
    public float[] toFloats() {
      float[] out = new float[values.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) values[i];
      }
      return out;
    }
  }

  private final Function<WeightSpec, float[]> weights;

  public PlainOps(Function<WeightSpec, float[]> weights) {
    this.weights = weights;
  }

  /** A tensor of given values. */
  public static Array array(Shape shape, float... values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return new Array(shape, out);
  }

  @Override
  public Shape shape(Array x) {
    return x.shape();
  }

  @Override
  public Array constant(Shape shape, float... values) {
    return array(shape, values);
  }

  @Override
  public Array weight(WeightSpec spec) {
    return array(spec.shape(), weights.apply(spec));
  }

  private static Array map(Array x, DoubleUnaryOperator f) {
    return new Array(x.shape(), Arrays.stream(x.values()).map(f).toArray());
  }

  private Array zip(Array a, Array b, DoubleBinaryOperator f) {
    Shape out = Shape.broadcast(a.shape(), b.shape());
    Array x = broadcast(a, out);
    Array y = broadcast(b, out);
    double[] values = new double[x.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = f.applyAsDouble(x.values()[i], y.values()[i]);
    }
    return new Array(out, values);
  }

  @Override
  public Array add(Array a, Array b) {
    return zip(a, b, Double::sum);
  }

  @Override
  public Array sub(Array a, Array b) {
    return zip(a, b, (x, y) -> x - y);
  }

  @Override
  public Array mul(Array a, Array b) {
    return zip(a, b, (x, y) -> x * y);
  }

  @Override
  public Array div(Array a, Array b) {
    return zip(a, b, (x, y) -> x / y);
  }

  @Override
  public Array neg(Array x) {
    return map(x, v -> -v);
  }

  @Override
  public Array abs(Array x) {
    return map(x, Math::abs);
  }

  @Override
  public Array exp(Array x) {
    return map(x, Math::exp);
  }

  @Override
  public Array log(Array x) {
    return map(x, Math::log);
  }

  @Override
  public Array sqrt(Array x) {
    return map(x, Math::sqrt);
  }

  @Override
  public Array sin(Array x) {
    return map(x, Math::sin);
  }

  @Override
  public Array cos(Array x) {
    return map(x, Math::cos);
  }

  @Override
  public Array tanh(Array x) {
    return map(x, Math::tanh);
  }

  @Override
  public Array sigmoid(Array x) {
    return map(x, v -> 1 / (1 + Math.exp(-v)));
  }

  @Override
  public Array erf(Array x) {
    return map(x, PlainOps::erf);
  }

  /** By its Taylor series, or the continued fraction of erfc where that converges slowly. */
  static double erf(double x) {
    double a = Math.abs(x);
    if (a > 3) {
      double f = 0;
      for (int n = 60; n >= 1; n--) {
        f = n / 2.0 / (a + f);
      }
      return Math.signum(x) * (1 - Math.exp(-a * a) / Math.sqrt(Math.PI) / (a + f));
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 100; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  @Override
  public Array clamp(Array x, float low, float high) {
    return map(x, v -> Math.min(high, Math.max(low, v)));
  }

  @Override
  public Array trunc(Array x) {
    return map(x, v -> v < 0 ? Math.ceil(v) : Math.floor(v));
  }

  @Override
  public Array geluTanh(Array x) {
    return map(
        x, v -> 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v))));
  }

  @Override
  public Array geluErf(Array x) {
    return map(x, v -> 0.5 * v * (1 + erf(v / Math.sqrt(2))));
  }

  @Override
  public Array sum(Array x, boolean keep, int... axes) {
    boolean[] gone = new boolean[x.shape().rank()];
    for (int axis : axes) {
      gone[x.shape().axis(axis)] = true;
    }
    long[] kept = x.shape().dims();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = gone[i] ? 1 : kept[i];
    }
    Shape keptShape = Shape.of(kept);
    double[] out = new double[Math.toIntExact(keptShape.count())];
    long[] at = new long[kept.length];
    for (double value : x.values()) {
      long to = 0;
      for (int i = 0; i < kept.length; i++) {
        to = to * kept[i] + (gone[i] ? 0 : at[i]);
      }
      out[(int) to] += value;
      advance(at, x.shape());
    }
    long[] dropped =
        java.util.stream.IntStream.range(0, kept.length)
            .filter(i -> !gone[i])
            .mapToLong(i -> kept[i])
            .toArray();
    return new Array(keep ? keptShape : Shape.of(dropped), out);
  }

  @Override
  public Array mean(Array x, boolean keep, int... axes) {
    Array sum = sum(x, keep, axes);
    double n = (double) x.values().length / sum.values().length;
    return map(sum, v -> v / n);
  }

  @Override
  public Array softmax(Array x, int axis) {
    Array e = exp(x);
    return div(e, sum(e, true, axis));
  }

  @Override
  public Array layerNorm(Array x, float eps) {
    Array centred = sub(x, mean(x, true, -1));
    return div(centred, map(mean(mul(centred, centred), true, -1), v -> Math.sqrt(v + eps)));
  }

  @Override
  public Array rmsNorm(Array x, float eps) {
    return div(x, map(mean(mul(x, x), true, -1), v -> Math.sqrt(v + eps)));
  }

  @Override
  public Array matmul(Array a, Array b) {
    long[] front = Shape.broadcast(matrices(a.shape()), matrices(b.shape())).dims();
    int n = a.shape().size(-2);
    int k = a.shape().size(-1);
    int m = b.shape().size(-1);
    if (b.shape().size(-2) != k) {
      throw new IllegalArgumentException("no product of " + a.shape() + " and " + b.shape());
    }
    Array x = broadcast(a, with(front, n, k));
    Array y = broadcast(b, with(front, k, m));
    Shape out = with(front, n, m);
    double[] values = new double[Math.toIntExact(out.count())];
    for (int batch = 0; batch < values.length / (n * m); batch++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          double sum = 0;
          for (int l = 0; l < k; l++) {
            sum += x.values()[(batch * n + i) * k + l] * y.values()[(batch * k + l) * m + j];
          }
          values[(batch * n + i) * m + j] = sum;
        }
      }
    }
    return new Array(out, values);
  }

  private static Shape matrices(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.dims(), shape.rank() - 2));
  }

  private static Shape with(long[] front, long... back) {
    return Shape.of(back).prepend(front);
  }

  @Override
  public Array linear(Array x, Array weight, Array bias) {
    Array flat = reshape(x, Shape.of(x.shape().count() / x.shape().dim(-1), x.shape().dim(-1)));
    Array product = matmul(flat, transpose(weight, 1, 0));
    Array out = reshape(product, x.shape().with(-1, weight.shape().dim(0)));
    return bias == null ? out : add(out, bias);
  }

  @Override
  public Array conv2d(Array x, Array weight, Array bias, int stride, int padding) {
    Shape out = Ops.convolved(x.shape(), weight.shape(), bias.shape(), stride, padding);
    double[] values = new double[Math.toIntExact(out.count())];
    long[] at = new long[4];
    for (int i = 0; i < values.length; i++) {
      values[i] = bias.values()[(int) at[1]] + around(x, weight, at, stride, padding);
      advance(at, out);
    }
    return new Array(out, values);
  }

  private static double around(Array x, Array weight, long[] at, int stride, int padding) {
    Shape s = x.shape();
    Shape w = weight.shape();
    double sum = 0;
    for (int c = 0; c < s.size(1); c++) {
      for (int dy = 0; dy < w.size(2); dy++) {
        for (int dx = 0; dx < w.size(3); dx++) {
          long row = at[2] * stride - padding + dy;
          long column = at[3] * stride - padding + dx;
          if (row >= 0 && row < s.dim(2) && column >= 0 && column < s.dim(3)) {
            long from = ((at[0] * s.dim(1) + c) * s.dim(2) + row) * s.dim(3) + column;
            long by = ((at[1] * s.dim(1) + c) * w.dim(2) + dy) * w.dim(3) + dx;
            sum += x.values()[(int) from] * weight.values()[(int) by];
          }
        }
      }
    }
    return sum;
  }

  @Override
  public Array reshape(Array x, Shape shape) {
    if (shape.count() != x.shape().count()) {
      throw new IllegalArgumentException(x.shape() + " does not become " + shape);
    }
    return new Array(shape, x.values());
  }

  @Override
  public Array transpose(Array x, int... order) {
    long[] dims = Arrays.stream(order).mapToLong(i -> x.shape().dim(i)).toArray();
    Shape out = Shape.of(dims);
    long[] strides = strides(x.shape());
    double[] values = new double[x.values().length];
    long[] at = new long[dims.length];
    for (int i = 0; i < values.length; i++) {
      long from = 0;
      for (int axis = 0; axis < dims.length; axis++) {
        from += at[axis] * strides[order[axis]];
      }
      values[i] = x.values()[(int) from];
      advance(at, out);
    }
    return new Array(out, values);
  }

  @Override
  public Array concat(int axis, List<Array> parts) {
    Shape first = parts.get(0).shape();
    int at = first.axis(axis);
    long total = parts.stream().mapToLong(p -> p.shape().dim(at)).sum();
    Shape out = first.with(at, total);
    int outer = Math.toIntExact(Shape.of(Arrays.copyOf(first.dims(), at)).count());
    double[] values = new double[Math.toIntExact(out.count())];
    int to = 0;
    for (int o = 0; o < outer; o++) {
      for (Array part : parts) {
        int block = part.values().length / outer;
        System.arraycopy(part.values(), o * block, values, to, block);
        to += block;
      }
    }
    return new Array(out, values);
  }

  @Override
  public Array slice(Array x, int axis, long from, long to) {
    int at = x.shape().axis(axis);
    Shape out = x.shape().with(at, to - from);
    int outer = Math.toIntExact(Shape.of(Arrays.copyOf(x.shape().dims(), at)).count());
    int inner = Math.toIntExact(x.shape().count() / outer / x.shape().dim(at));
    int width = (int) (to - from) * inner;
    double[] values = new double[outer * width];
    for (int o = 0; o < outer; o++) {
      int start = (int) ((o * x.shape().dim(at) + from) * inner);
      System.arraycopy(x.values(), start, values, o * width, width);
    }
    return new Array(out, values);
  }

  @Override
  public Array broadcast(Array x, Shape shape) {
    int extra = shape.rank() - x.shape().rank();
    long[] strides = strides(x.shape());
    double[] values = new double[Math.toIntExact(shape.count())];
    long[] at = new long[shape.rank()];
    for (int i = 0; i < values.length; i++) {
      long from = 0;
      for (int axis = extra; axis < at.length; axis++) {
        from += x.shape().dim(axis - extra) == 1 ? 0 : at[axis] * strides[axis - extra];
      }
      values[i] = x.values()[(int) from];
      advance(at, shape);
    }
    return new Array(shape, values);
  }

  @Override
  public Array gather(Array table, Array rows) {
    int width = table.shape().size(1);
    double[] values = new double[rows.values().length * width];
    for (int i = 0; i < rows.values().length; i++) {
      System.arraycopy(table.values(), (int) rows.values()[i] * width, values, i * width, width);
    }
    long[] dims = Arrays.copyOf(rows.shape().dims(), rows.shape().rank() + 1);
    dims[dims.length - 1] = width;
    return new Array(Shape.of(dims), values);
  }

  private static long[] strides(Shape shape) {
    long[] out = new long[shape.rank()];
    long stride = 1;
    for (int i = out.length - 1; i >= 0; i--) {
      out[i] = stride;
      stride *= shape.dim(i);
    }
    return out;
  }

  private static void advance(long[] at, Shape shape) {
    for (int i = at.length - 1; i >= 0; i--) {
      if (++at[i] < shape.dim(i)) {
        return;
      }
      at[i] = 0;
    }
  }
}
