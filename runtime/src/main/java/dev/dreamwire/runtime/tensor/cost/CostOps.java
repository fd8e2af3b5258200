package dev.dreamwire.runtime.tensor.cost;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Sections;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads tensor mathematics without doing it: infers shapes, refuses what does not fit with a
 * message that names the shapes, counts what it would cost, and lists the weights. A tensor is its
 * {@link Shape}.
 */
public final class CostOps implements Ops<Shape>, Sections {
  private static final int VALUE_BYTES = 4;
  private static final int NORM_FLOPS = 5;

  private final Map<String, WeightSpec> weights = new LinkedHashMap<>();
  private final Map<String, Cost> sections = new LinkedHashMap<>();
  private String section = "";

  @Override
  public void section(String name) {
    section = name;
  }

  /** Costs by part, in the order in which parts began. */
  public Map<String, Cost> sections() {
    return new LinkedHashMap<>(sections);
  }

  /** The cost of everything. */
  public Cost total() {
    return sections.values().stream().reduce(Cost.NONE, Cost::plus);
  }

  /** Every weight that was asked for, in order. */
  public List<WeightSpec> weights() {
    return List.copyOf(weights.values());
  }

  private Shape count(Shape out, long productFlops, long otherFlops, Shape... read) {
    long values = out.count();
    for (Shape shape : read) {
      values += shape.count();
    }
    sections.merge(
        section, new Cost(productFlops, otherFlops, values * VALUE_BYTES, 0), Cost::plus);
    return out;
  }

  private Shape each(Shape x) {
    return count(x, 0, x.count(), x);
  }

  private Shape both(Shape a, Shape b) {
    Shape out = Shape.broadcast(a, b);
    return count(out, 0, out.count(), a, b);
  }

  @Override
  public Shape shape(Shape x) {
    return x;
  }

  @Override
  public Shape constant(Shape shape, float... values) {
    if (shape.count() != values.length) {
      throw new IllegalArgumentException(
          "a constant of shape "
              + shape
              + " has "
              + shape.count()
              + " values, not "
              + values.length);
    }
    return shape;
  }

  @Override
  public Shape weight(WeightSpec spec) {
    WeightSpec known = weights.putIfAbsent(spec.name(), spec);
    if (known == null) {
      sections.merge(section, new Cost(0, 0, 0, spec.shape().count()), Cost::plus);
    } else if (!known.equals(spec)) {
      throw new IllegalArgumentException(
          "weight "
              + spec.name()
              + " is asked for as "
              + known.shape()
              + " and as "
              + spec.shape());
    }
    return spec.shape();
  }

  @Override
  public Shape add(Shape a, Shape b) {
    return both(a, b);
  }

  @Override
  public Shape sub(Shape a, Shape b) {
    return both(a, b);
  }

  @Override
  public Shape mul(Shape a, Shape b) {
    return both(a, b);
  }

  @Override
  public Shape div(Shape a, Shape b) {
    return both(a, b);
  }

  @Override
  public Shape neg(Shape x) {
    return each(x);
  }

  @Override
  public Shape abs(Shape x) {
    return each(x);
  }

  @Override
  public Shape exp(Shape x) {
    return each(x);
  }

  @Override
  public Shape log(Shape x) {
    return each(x);
  }

  @Override
  public Shape sqrt(Shape x) {
    return each(x);
  }

  @Override
  public Shape sin(Shape x) {
    return each(x);
  }

  @Override
  public Shape cos(Shape x) {
    return each(x);
  }

  @Override
  public Shape tanh(Shape x) {
    return each(x);
  }

  @Override
  public Shape sigmoid(Shape x) {
    return each(x);
  }

  @Override
  public Shape erf(Shape x) {
    return each(x);
  }

  @Override
  public Shape clamp(Shape x, float low, float high) {
    return each(x);
  }

  @Override
  public Shape trunc(Shape x) {
    return each(x);
  }

  @Override
  public Shape geluTanh(Shape x) {
    return each(x);
  }

  @Override
  public Shape geluErf(Shape x) {
    return each(x);
  }

  @Override
  public Shape sum(Shape x, boolean keep, int... axes) {
    return count(reduced(x, keep, axes), 0, x.count(), x);
  }

  @Override
  public Shape mean(Shape x, boolean keep, int... axes) {
    return count(reduced(x, keep, axes), 0, x.count(), x);
  }

  private static Shape reduced(Shape x, boolean keep, int... axes) {
    boolean[] gone = new boolean[x.rank()];
    for (int axis : axes) {
      gone[x.axis(axis)] = true;
    }
    long[] dims = new long[x.rank()];
    int rank = 0;
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i] || keep) {
        dims[rank++] = gone[i] ? 1 : x.dim(i);
      }
    }
    return Shape.of(Arrays.copyOf(dims, rank));
  }

  @Override
  public Shape softmax(Shape x, int axis) {
    x.axis(axis);
    return count(x, 0, NORM_FLOPS * x.count(), x);
  }

  @Override
  public Shape layerNorm(Shape x, float eps) {
    return count(x, 0, NORM_FLOPS * x.count(), x);
  }

  @Override
  public Shape rmsNorm(Shape x, float eps) {
    return count(x, 0, NORM_FLOPS * x.count(), x);
  }

  @Override
  public Shape matmul(Shape a, Shape b) {
    if (a.rank() < 2 || b.rank() < 2 || a.dim(-1) != b.dim(-2)) {
      throw new IllegalArgumentException("no matrix product of " + a + " and " + b);
    }
    Shape front =
        Shape.broadcast(
            Shape.of(Arrays.copyOf(a.dims(), a.rank() - 2)),
            Shape.of(Arrays.copyOf(b.dims(), b.rank() - 2)));
    Shape out = Shape.of(a.dim(-2), b.dim(-1)).prepend(front.dims());
    return count(out, 2 * out.count() * a.dim(-1), 0, a, b);
  }

  @Override
  public Shape linear(Shape x, Shape weight, Shape bias) {
    if (weight.rank() != 2 || x.rank() < 1 || x.dim(-1) != weight.dim(1)) {
      throw new IllegalArgumentException(
          "a linear layer of weight " + weight + " does not take " + x);
    }
    if (bias != null && !bias.equals(Shape.of(weight.dim(0)))) {
      throw new IllegalArgumentException(
          "a linear layer of weight " + weight + " has no bias " + bias);
    }
    Shape out = x.with(-1, weight.dim(0));
    return count(out, 2 * out.count() * x.dim(-1), bias == null ? 0 : out.count(), x, weight);
  }

  @Override
  public Shape conv2d(Shape x, Shape weight, Shape bias, int stride, int padding) {
    Shape out = Ops.convolved(x, weight, bias, stride, padding);
    long terms = weight.count() / weight.dim(0);
    return count(out, 2 * out.count() * terms, out.count(), x, weight);
  }

  @Override
  public Shape reshape(Shape x, Shape shape) {
    if (x.count() != shape.count()) {
      throw new IllegalArgumentException("a tensor of shape " + x + " does not become " + shape);
    }
    return shape;
  }

  @Override
  public Shape transpose(Shape x, int... order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted.length != x.rank() || sorted[i] != i) {
        throw new IllegalArgumentException(
            Arrays.toString(order) + " is no order of the axes of " + x);
      }
    }
    return count(Shape.of(Arrays.stream(order).mapToLong(x::dim).toArray()), 0, 0, x);
  }

  @Override
  public Shape concat(int axis, List<Shape> parts) {
    Shape first = parts.get(0);
    long total = 0;
    for (Shape part : parts) {
      if (part.rank() != first.rank() || !part.with(axis, 1).equals(first.with(axis, 1))) {
        throw new IllegalArgumentException(
            part + " does not join " + first + " along axis " + axis);
      }
      total += part.dim(axis);
    }
    return count(first.with(axis, total), 0, 0, parts.toArray(Shape[]::new));
  }

  @Override
  public Shape slice(Shape x, int axis, long from, long to) {
    if (from < 0 || to > x.dim(axis) || from > to) {
      throw new IllegalArgumentException(
          from + ".." + to + " is outside of axis " + axis + " of " + x);
    }
    Shape out = x.with(axis, to - from);
    return count(out, 0, 0, out);
  }

  @Override
  public Shape broadcast(Shape x, Shape shape) {
    if (!Shape.broadcast(x, shape).equals(shape)) {
      throw new IllegalArgumentException("a tensor of shape " + x + " does not repeat to " + shape);
    }
    return count(shape, 0, 0, x);
  }

  @Override
  public Shape gather(Shape table, Shape rows) {
    if (table.rank() != 2) {
      throw new IllegalArgumentException("a table has two axes, not " + table);
    }
    long[] dims = Arrays.copyOf(rows.dims(), rows.rank() + 1);
    dims[rows.rank()] = table.dim(1);
    Shape out = Shape.of(dims);
    return count(out, 0, 0, rows, out);
  }
}
