package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Sections;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes an ONNX graph, a few nodes an operation. */
final class OnnxOps implements Ops<OnnxValue>, Sections {
  private static final String ONNX = "";

  private final OnnxGraph graph;
  private final Weights weights;
  private final OnnxOptions options;
  private final NarrowLayers narrow;
  private final Map<String, Shape> shapes = new HashMap<>();

  OnnxOps(OnnxGraph graph, Weights weights, OnnxOptions options) {
    this.graph = graph;
    this.weights = weights;
    this.options = options;
    this.narrow = new NarrowLayers(this, graph, weights, options.unsigned());
  }

  @Override
  public void section(String name) {
    graph.section(name);
  }

  @Override
  public Shape shape(OnnxValue x) {
    return x.shape();
  }

  // ---- leaves -------------------------------------------------------------------------------

  @Override
  public OnnxValue constant(Shape shape, float... values) {
    if (shape.count() != values.length) {
      throw new IllegalArgumentException(values.length + " values do not fill shape " + shape);
    }
    return graph.floats(shape, values);
  }

  /** A weight enters the graph when something uses it, in the form that it is used in. */
  @Override
  public OnnxValue weight(WeightSpec spec) {
    // A model asks for the same weight at every step, and some weights are made when asked for.
    Shape stored = stored(spec.name());
    if (!stored.equals(spec.shape())) {
      throw new IllegalArgumentException(
          "weight " + spec.name() + " has shape " + stored + ", the model needs " + spec.shape());
    }
    return OnnxValue.ofWeight(spec);
  }

  private Shape stored(String weight) {
    return shapes.computeIfAbsent(weight, name -> weights.get(name).shape());
  }

  /** Puts a value into the graph, if it is not there yet, so that nodes may refer to it. */
  OnnxValue defined(OnnxValue value) {
    if (value == null || graph.knows(value)) {
      return value;
    }
    if (value.source() != null) {
      List<OnnxValue> from = List.of(defined(value.source()), graph.longs(value.shape().dims()));
      graph.node(ONNX, "Reshape", List.of(value), from);
      return value;
    }
    graph.initializer(
        value.name(),
        ElementType.FLOAT,
        value.shape(),
        new WeightValues(() -> weights.get(value.weight().name()), WeightValues.Form.FLOATS));
    return value;
  }

  OnnxValue node(String operator, Shape result, List<OnnxValue> from, OnnxAttribute... with) {
    return node(ONNX, operator, result, from, with);
  }

  /** An operator that only ONNX Runtime has. */
  OnnxValue runtimeNode(
      String operator, Shape result, List<OnnxValue> from, OnnxAttribute... with) {
    return node(OnnxGraph.RUNTIME_DOMAIN, operator, result, from, with);
  }

  private OnnxValue node(
      String domain, String operator, Shape result, List<OnnxValue> from, OnnxAttribute... with) {
    from.forEach(this::defined);
    OnnxValue value = graph.fresh(result);
    graph.node(domain, operator, List.of(value), from, with);
    return value;
  }

  private OnnxValue unary(String operator, OnnxValue x) {
    return node(operator, x.shape(), List.of(x));
  }

  private OnnxValue binary(String operator, OnnxValue a, OnnxValue b) {
    return node(operator, Shape.broadcast(a.shape(), b.shape()), List.of(a, b));
  }

  // ---- element by element -------------------------------------------------------------------

  @Override
  public OnnxValue add(OnnxValue a, OnnxValue b) {
    return binary("Add", a, b);
  }

  @Override
  public OnnxValue sub(OnnxValue a, OnnxValue b) {
    return binary("Sub", a, b);
  }

  @Override
  public OnnxValue mul(OnnxValue a, OnnxValue b) {
    return binary("Mul", a, b);
  }

  @Override
  public OnnxValue div(OnnxValue a, OnnxValue b) {
    return binary("Div", a, b);
  }

  @Override
  public OnnxValue neg(OnnxValue x) {
    return unary("Neg", x);
  }

  @Override
  public OnnxValue abs(OnnxValue x) {
    return unary("Abs", x);
  }

  @Override
  public OnnxValue exp(OnnxValue x) {
    return unary("Exp", x);
  }

  @Override
  public OnnxValue log(OnnxValue x) {
    return unary("Log", x);
  }

  @Override
  public OnnxValue sqrt(OnnxValue x) {
    return unary("Sqrt", x);
  }

  @Override
  public OnnxValue sin(OnnxValue x) {
    return unary("Sin", x);
  }

  @Override
  public OnnxValue cos(OnnxValue x) {
    return unary("Cos", x);
  }

  @Override
  public OnnxValue tanh(OnnxValue x) {
    return unary("Tanh", x);
  }

  @Override
  public OnnxValue sigmoid(OnnxValue x) {
    return unary("Sigmoid", x);
  }

  @Override
  public OnnxValue erf(OnnxValue x) {
    return unary("Erf", x);
  }

  @Override
  public OnnxValue clamp(OnnxValue x, float low, float high) {
    return node("Clip", x.shape(), List.of(x, scalar(low), scalar(high)));
  }

  /** ONNX rounds only down, up and to nearest. */
  @Override
  public OnnxValue trunc(OnnxValue x) {
    return mul(unary("Sign", x), unary("Floor", abs(x)));
  }

  @Override
  public OnnxValue geluTanh(OnnxValue x) {
    return node("Gelu", x.shape(), List.of(x), new OnnxAttribute.Text("approximate", "tanh"));
  }

  @Override
  public OnnxValue geluErf(OnnxValue x) {
    return node("Gelu", x.shape(), List.of(x), new OnnxAttribute.Text("approximate", "none"));
  }

  // ---- along axes ---------------------------------------------------------------------------

  @Override
  public OnnxValue sum(OnnxValue x, boolean keep, int... axes) {
    return reduce("ReduceSum", x, keep, axes);
  }

  @Override
  public OnnxValue mean(OnnxValue x, boolean keep, int... axes) {
    return reduce("ReduceMean", x, keep, axes);
  }

  private OnnxValue reduce(String operator, OnnxValue x, boolean keep, int... axes) {
    long[] gone = Arrays.stream(axes).mapToLong(x.shape()::axis).sorted().toArray();
    long[] dims =
        IntStream.range(0, x.shape().rank())
            .filter(i -> keep || Arrays.binarySearch(gone, i) < 0)
            .mapToLong(i -> Arrays.binarySearch(gone, i) < 0 ? x.shape().dim(i) : 1)
            .toArray();
    return node(
        operator,
        Shape.of(dims),
        List.of(x, graph.longs(gone)),
        new OnnxAttribute.Int("keepdims", keep ? 1 : 0));
  }

  @Override
  public OnnxValue softmax(OnnxValue x, int axis) {
    return node(
        "Softmax", x.shape(), List.of(x), new OnnxAttribute.Int("axis", x.shape().axis(axis)));
  }

  @Override
  public OnnxValue layerNorm(OnnxValue x, float eps) {
    long width = x.shape().dim(-1);
    OnnxAttribute epsilon = new OnnxAttribute.Real("epsilon", eps);
    if (!options.runtimeOperators()) {
      return node(
          "LayerNormalization",
          x.shape(),
          List.of(x, filled(width, 1)),
          epsilon,
          new OnnxAttribute.Int("axis", -1));
    }
    // With rows as channels this is the same, and ONNX Runtime's kernel for it is several times
    // faster.
    long rows = x.shape().count() / width;
    OnnxValue flat = reshape(x, Shape.of(1, rows, width));
    OnnxValue normed =
        node(
            "InstanceNormalization",
            flat.shape(),
            List.of(flat, filled(rows, 1), filled(rows, 0)),
            epsilon);
    return reshape(normed, x.shape());
  }

  @Override
  public OnnxValue rmsNorm(OnnxValue x, float eps) {
    return div(x, sqrt(add(mean(mul(x, x), true, -1), eps)));
  }

  private OnnxValue filled(long count, float value) {
    float[] values = new float[Math.toIntExact(count)];
    Arrays.fill(values, value);
    return constant(Shape.of(count), values);
  }

  // ---- products -----------------------------------------------------------------------------

  @Override
  public OnnxValue matmul(OnnxValue a, OnnxValue b) {
    return node("MatMul", product(a.shape(), b.shape()), List.of(a, b));
  }

  private static Shape product(Shape a, Shape b) {
    if (a.dim(-1) != b.dim(-2)) {
      throw new IllegalArgumentException("no product of " + a + " and " + b);
    }
    return Shape.of(a.dim(-2), b.dim(-1)).prepend(Shape.broadcast(batch(a), batch(b)).dims());
  }

  private static Shape batch(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.dims(), shape.rank() - 2));
  }

  @Override
  public OnnxValue linear(OnnxValue x, OnnxValue weight, OnnxValue bias) {
    long in = weight.shape().dim(1);
    long out = weight.shape().dim(0);
    if (x.shape().dim(-1) != in) {
      throw new IllegalArgumentException(
          "a linear layer of weight " + weight.shape() + " does not take " + x.shape());
    }
    Precision precision =
        weight.weight() == null ? Precision.F32 : options.precision().apply(weight.weight());
    if (precision == Precision.INT8) {
      return narrow.quantized(x, weight, bias);
    }
    OnnxValue rows = reshape(x, Shape.of(x.shape().count() / in, in));
    OnnxValue product =
        precision == Precision.F32
            ? product(rows, weight, bias)
            : narrow.widened(rows, weight, bias, precision);
    return reshape(product, x.shape().with(-1, out));
  }

  /** Rows {@code [n,in]} times a matrix {@code [out,in]}. */
  OnnxValue product(OnnxValue rows, OnnxValue matrix, OnnxValue bias) {
    return node(
        "Gemm",
        Shape.of(rows.shape().dim(0), matrix.shape().dim(0)),
        bias == null ? List.of(rows, matrix) : List.of(rows, matrix, bias),
        new OnnxAttribute.Int("transB", 1));
  }

  @Override
  public OnnxValue conv2d(OnnxValue x, OnnxValue weight, OnnxValue bias, int stride, int padding) {
    long side = padding;
    return node(
        "Conv",
        Ops.convolved(x.shape(), weight.shape(), bias.shape(), stride, padding),
        List.of(x, weight, bias),
        new OnnxAttribute.Ints("strides", List.of((long) stride, (long) stride)),
        new OnnxAttribute.Ints("pads", List.of(side, side, side, side)));
  }

  @Override
  public OnnxValue attention(OnnxValue q, OnnxValue k, OnnxValue v, float scale, OnnxValue mask) {
    if (!options.runtimeOperators()) {
      return Ops.super.attention(q, k, v, scale, mask);
    }
    Shape turned = k.shape().with(-1, k.shape().dim(-2)).with(-2, k.shape().dim(-1));
    OnnxValue scores =
        runtimeNode(
            "FusedMatMul",
            product(q.shape(), turned),
            List.of(q, k),
            new OnnxAttribute.Int("transB", 1),
            new OnnxAttribute.Real("alpha", scale));
    return matmul(softmax(mask == null ? scores : add(scores, mask), -1), v);
  }

  @Override
  public OnnxValue rotary(OnnxValue x, OnnxValue cos, OnnxValue sin) {
    if (!options.runtimeOperators()) {
      return Ops.super.rotary(x, cos, sin);
    }
    long positions = x.shape().dim(-2);
    long features = x.shape().dim(-1);
    OnnxValue heads =
        reshape(x, Shape.of(1, x.shape().count() / (positions * features), positions, features));
    OnnxValue turned =
        runtimeNode(
            "RotaryEmbedding",
            heads.shape(),
            List.of(heads, graph.longs(0), onceAPair(cos), onceAPair(sin)),
            new OnnxAttribute.Int("interleaved", 1));
    return reshape(turned, x.shape());
  }

  /** ONNX Runtime's tables hold an angle once for both features of a pair. */
  private OnnxValue onceAPair(OnnxValue table) {
    OnnxValue half =
        new OnnxValue(table.name() + " once", table.shape().with(-1, table.shape().dim(-1) / 2));
    if (!graph.knows(half)) {
      List<OnnxValue> everySecond =
          List.of(
              defined(table),
              graph.longs(0),
              graph.longs(table.shape().dim(-1)),
              graph.longs(1),
              graph.longs(2));
      graph.node(ONNX, "Slice", List.of(half), everySecond);
    }
    return half;
  }

  // ---- layout -------------------------------------------------------------------------------

  @Override
  public OnnxValue reshape(OnnxValue x, Shape shape) {
    if (shape.count() != x.shape().count()) {
      throw new IllegalArgumentException(x.shape() + " does not become " + shape);
    }
    return x.reshaped(shape);
  }

  @Override
  public OnnxValue transpose(OnnxValue x, int... order) {
    Shape shape = Shape.of(Arrays.stream(order).mapToLong(x.shape()::dim).toArray());
    List<Long> axes = Arrays.stream(order).mapToObj(i -> (long) x.shape().axis(i)).toList();
    List<Long> moved = axes.stream().filter(i -> x.shape().dim(i.intValue()) != 1).toList();
    if (moved.equals(moved.stream().sorted().toList())) {
      return reshape(x, shape);
    }
    return node("Transpose", shape, List.of(x), new OnnxAttribute.Ints("perm", axes));
  }

  @Override
  public OnnxValue concat(int axis, List<OnnxValue> parts) {
    Shape first = parts.get(0).shape();
    int at = first.axis(axis);
    long total = 0;
    for (OnnxValue part : parts) {
      if (!part.shape().with(at, 0).equals(first.with(at, 0))) {
        throw new IllegalArgumentException(
            "tensors of shapes "
                + first
                + " and "
                + part.shape()
                + " do not join along axis "
                + at);
      }
      total += part.shape().dim(at);
    }
    return node("Concat", first.with(at, total), parts, new OnnxAttribute.Int("axis", at));
  }

  @Override
  public OnnxValue slice(OnnxValue x, int axis, long from, long to) {
    int at = x.shape().axis(axis);
    if (from < 0 || to > x.shape().dim(at) || from > to) {
      throw new IllegalArgumentException(
          from + ".." + to + " is outside of axis " + at + " of " + x.shape());
    }
    Shape shape = x.shape().with(at, to - from);
    return shape.equals(x.shape())
        ? x
        : node("Slice", shape, List.of(x, graph.longs(from), graph.longs(to), graph.longs(at)));
  }

  @Override
  public List<OnnxValue> split(OnnxValue x, int axis, int parts) {
    int at = x.shape().axis(axis);
    long size = x.shape().dim(at);
    if (size % parts != 0) {
      throw new IllegalArgumentException(
          "axis of " + size + " does not split into " + parts + " parts");
    }
    Shape part = x.shape().with(at, size / parts);
    List<OnnxValue> values = Stream.generate(() -> graph.fresh(part)).limit(parts).toList();
    graph.node(
        ONNX,
        "Split",
        values,
        List.of(defined(x)),
        new OnnxAttribute.Int("axis", at),
        new OnnxAttribute.Int("num_outputs", parts));
    return values;
  }

  @Override
  public OnnxValue broadcast(OnnxValue x, Shape shape) {
    if (!Shape.broadcast(x.shape(), shape).equals(shape)) {
      throw new IllegalArgumentException(x.shape() + " does not broadcast to " + shape);
    }
    return shape.equals(x.shape())
        ? x
        : node("Expand", shape, List.of(x, graph.longs(shape.dims())));
  }

  @Override
  public OnnxValue gather(OnnxValue table, OnnxValue rows) {
    OnnxValue whole =
        node(
            "Cast",
            rows.shape(),
            List.of(rows),
            new OnnxAttribute.Int("to", ElementType.INT64.code()));
    long[] dims = Arrays.copyOf(rows.shape().dims(), rows.shape().rank() + 1);
    dims[dims.length - 1] = table.shape().dim(1);
    return node("Gather", Shape.of(dims), List.of(table, whole), new OnnxAttribute.Int("axis", 0));
  }
}
