package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes TorchScript source, a line an operation. Weights and constants become arguments of the
 * program.
 *
 * <p>With {@code bf16}, products take and give bfloat16 (summed in 32 bits inside the engine); what
 * mixes with 32-bit values is widened, so the residual stream and the loss stay 32-bit. Weights are
 * 32-bit masters, narrowed once a step.
 */
public final class ScriptOps implements Ops<ScriptValue> {
  /** A fixed tensor that the program needs. */
  public record Constant(Shape shape, float[] values) {}

  private static final String HALF = "15";
  private static final String FULL = "6";

  private final boolean bf16;
  private final StringBuilder source = new StringBuilder();
  private final Map<String, WeightSpec> weights = new LinkedHashMap<>();
  private final Map<String, ScriptValue> weightValues = new HashMap<>();
  private final List<Constant> constants = new ArrayList<>();
  private final Map<String, ScriptValue> narrowed = new HashMap<>();
  private final Map<Long, ScriptValue> quarterTurns = new HashMap<>();
  private final java.util.function.UnaryOperator<String> weightName;
  private int next;

  /**
   * A program without lines.
   *
   * @param weightName turns a weight's name into the expression that reads it
   */
  public ScriptOps(boolean bf16, java.util.function.UnaryOperator<String> weightName) {
    this.bf16 = bf16;
    this.weightName = weightName;
  }

  /** The lines written so far, indented by four. */
  public String source() {
    return source.toString();
  }

  /** Every weight that was asked for, in order. */
  public List<WeightSpec> weights() {
    return List.copyOf(weights.values());
  }

  /** Every constant, in the order of the argument {@code C}. */
  public List<Constant> constants() {
    return List.copyOf(constants);
  }

  /** A variable that the program gets as an argument. */
  public ScriptValue argument(String name, Shape shape) {
    return new ScriptValue(name, shape, false, false);
  }

  @Override
  public Shape shape(ScriptValue x) {
    return x.shape();
  }

  @Override
  public ScriptValue constant(Shape shape, float... values) {
    constants.add(new Constant(shape, values.clone()));
    return new ScriptValue("C[" + (constants.size() - 1) + "]", shape, false, true);
  }

  @Override
  public ScriptValue weight(WeightSpec spec) {
    WeightSpec known = weights.putIfAbsent(spec.name(), spec);
    if (known != null && !known.equals(spec)) {
      throw new IllegalArgumentException(
          "weight "
              + spec.name()
              + " is asked for as "
              + known.shape()
              + " and as "
              + spec.shape());
    }
    return weightValues.computeIfAbsent(
        spec.name(), name -> new ScriptValue(weightName.apply(name), spec.shape(), false, true));
  }

  private ScriptValue line(Shape shape, boolean half, String expression) {
    String name = "v" + next++;
    source.append("    ").append(name).append(" = ").append(expression).append('\n');
    return new ScriptValue(name, shape, half, false);
  }

  private ScriptValue unary(String op, ScriptValue x) {
    return line(x.shape(), x.half(), "torch." + op + "(" + x.name() + ")");
  }

  /** A value in bfloat16, converted at most once. */
  private ScriptValue narrow(ScriptValue x) {
    if (!bf16 || x.half()) {
      return x;
    }
    return narrowed.computeIfAbsent(
        x.name(), name -> line(x.shape(), true, "torch.to(" + name + ", " + HALF + ")"));
  }

  private ScriptValue widen(ScriptValue x) {
    return x.half() ? line(x.shape(), false, "torch.to(" + x.name() + ", " + FULL + ")") : x;
  }

  private ScriptValue binary(String op, ScriptValue a, ScriptValue b) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    // A fixed partner, as a rotary table, must not widen what is large.
    ScriptValue x = b.half() && a.fixed() ? narrow(a) : a;
    ScriptValue y = a.half() && b.fixed() ? narrow(b) : b;
    boolean half =
        (x.half() || x.shape().rank() == 0 && y.half()) && (y.half() || y.shape().rank() == 0);
    return line(shape, half, "torch." + op + "(" + x.name() + ", " + y.name() + ")");
  }

  @Override
  public ScriptValue add(ScriptValue a, ScriptValue b) {
    return binary("add", a, b);
  }

  @Override
  public ScriptValue sub(ScriptValue a, ScriptValue b) {
    return binary("sub", a, b);
  }

  @Override
  public ScriptValue mul(ScriptValue a, ScriptValue b) {
    return binary("mul", a, b);
  }

  @Override
  public ScriptValue div(ScriptValue a, ScriptValue b) {
    return binary("div", a, b);
  }

  @Override
  public ScriptValue neg(ScriptValue x) {
    return unary("neg", x);
  }

  @Override
  public ScriptValue abs(ScriptValue x) {
    return unary("abs", x);
  }

  @Override
  public ScriptValue exp(ScriptValue x) {
    return unary("exp", x);
  }

  @Override
  public ScriptValue log(ScriptValue x) {
    return unary("log", x);
  }

  @Override
  public ScriptValue sqrt(ScriptValue x) {
    return unary("sqrt", x);
  }

  @Override
  public ScriptValue sin(ScriptValue x) {
    return unary("sin", x);
  }

  @Override
  public ScriptValue cos(ScriptValue x) {
    return unary("cos", x);
  }

  @Override
  public ScriptValue tanh(ScriptValue x) {
    return unary("tanh", x);
  }

  @Override
  public ScriptValue sigmoid(ScriptValue x) {
    return unary("sigmoid", x);
  }

  @Override
  public ScriptValue silu(ScriptValue x) {
    return unary("silu", x);
  }

  @Override
  public ScriptValue erf(ScriptValue x) {
    return unary("erf", x);
  }

  @Override
  public ScriptValue trunc(ScriptValue x) {
    return unary("trunc", x);
  }

  @Override
  public ScriptValue clamp(ScriptValue x, float low, float high) {
    return line(
        x.shape(),
        x.half(),
        "torch.clamp(" + x.name() + ", " + literal(low) + ", " + literal(high) + ")");
  }

  @Override
  public ScriptValue geluTanh(ScriptValue x) {
    return line(x.shape(), x.half(), "torch.gelu(" + x.name() + ", approximate=\"tanh\")");
  }

  @Override
  public ScriptValue geluErf(ScriptValue x) {
    return line(x.shape(), x.half(), "torch.gelu(" + x.name() + ", approximate=\"none\")");
  }

  @Override
  public ScriptValue sum(ScriptValue x, boolean keep, int... axes) {
    return reduce("sum", widen(x), keep, axes);
  }

  @Override
  public ScriptValue mean(ScriptValue x, boolean keep, int... axes) {
    return reduce("mean", widen(x), keep, axes);
  }

  private ScriptValue reduce(String op, ScriptValue x, boolean keep, int... axes) {
    boolean[] gone = new boolean[x.shape().rank()];
    for (int axis : axes) {
      gone[x.shape().axis(axis)] = true;
    }
    List<Long> dims = new ArrayList<>();
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i] || keep) {
        dims.add(gone[i] ? 1 : x.shape().dim(i));
      }
    }
    Shape shape = Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
    String over = Arrays.toString(Arrays.stream(axes).map(x.shape()::axis).toArray());
    return line(
        shape,
        false,
        "torch." + op + "(" + x.name() + ", " + over + ", " + (keep ? "True" : "False") + ")");
  }

  @Override
  public ScriptValue softmax(ScriptValue x, int axis) {
    return line(
        x.shape(), x.half(), "torch.softmax(" + x.name() + ", " + x.shape().axis(axis) + ", None)");
  }

  @Override
  public ScriptValue layerNorm(ScriptValue x, float eps) {
    return line(
        x.shape(),
        x.half(),
        "torch.layer_norm("
            + x.name()
            + ", ["
            + x.shape().dim(-1)
            + "], None, None, "
            + literal(eps)
            + ", False)");
  }

  @Override
  public ScriptValue rmsNorm(ScriptValue x, float eps) {
    ScriptValue wide = widen(x);
    ScriptValue square = mean(mul(wide, wide), true, -1);
    return line(
        x.shape(),
        false,
        "torch.mul("
            + wide.name()
            + ", torch.rsqrt(torch.add("
            + square.name()
            + ", "
            + literal(eps)
            + ")))");
  }

  @Override
  public ScriptValue matmul(ScriptValue a, ScriptValue b) {
    if (a.shape().dim(-1) != b.shape().dim(-2)) {
      throw new IllegalArgumentException("no product of " + a.shape() + " and " + b.shape());
    }
    Shape front =
        Shape.broadcast(
            Shape.of(Arrays.copyOf(a.shape().dims(), a.shape().rank() - 2)),
            Shape.of(Arrays.copyOf(b.shape().dims(), b.shape().rank() - 2)));
    Shape shape = Shape.of(a.shape().dim(-2), b.shape().dim(-1)).prepend(front.dims());
    return line(shape, bf16, "torch.matmul(" + narrow(a).name() + ", " + narrow(b).name() + ")");
  }

  @Override
  public ScriptValue linear(ScriptValue x, ScriptValue weight, ScriptValue bias) {
    if (x.shape().dim(-1) != weight.shape().dim(1)) {
      throw new IllegalArgumentException(
          "a linear layer of weight " + weight.shape() + " does not take " + x.shape());
    }
    String shift = bias == null ? "None" : narrow(bias).name();
    return line(
        x.shape().with(-1, weight.shape().dim(0)),
        bf16,
        "torch.linear(" + narrow(x).name() + ", " + narrow(weight).name() + ", " + shift + ")");
  }

  @Override
  public ScriptValue conv2d(
      ScriptValue x, ScriptValue weight, ScriptValue bias, int stride, int padding) {
    return line(
        Ops.convolved(x.shape(), weight.shape(), bias.shape(), stride, padding),
        bf16,
        "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)"
            .formatted(
                narrow(x).name(),
                narrow(weight).name(),
                narrow(bias).name(),
                stride,
                stride,
                padding,
                padding));
  }

  @Override
  public ScriptValue linear3x3(ScriptValue x, ScriptValue weight, ScriptValue bias) {
    long out = weight.shape().dim(0);
    Shape kernel = Shape.of(out, 3, 3, x.shape().dim(3));
    // Channels last is the layout that the engine's convolution likes best: nothing is copied.
    ScriptValue made =
        conv2d(
            transpose(narrow(x), 0, 3, 1, 2),
            transpose(reshape(narrow(weight), kernel), 0, 3, 1, 2),
            bias,
            1,
            1);
    return transpose(made, 0, 2, 3, 1);
  }

  @Override
  public ScriptValue reshape(ScriptValue x, Shape shape) {
    if (shape.count() != x.shape().count()) {
      throw new IllegalArgumentException(x.shape() + " does not become " + shape);
    }
    return line(shape, x.half(), "torch.reshape(" + x.name() + ", " + shape + ")");
  }

  @Override
  public ScriptValue transpose(ScriptValue x, int... order) {
    Shape shape = Shape.of(Arrays.stream(order).mapToLong(x.shape()::dim).toArray());
    return line(shape, x.half(), "torch.permute(" + x.name() + ", " + Arrays.toString(order) + ")");
  }

  @Override
  public ScriptValue concat(int axis, List<ScriptValue> parts) {
    boolean half = parts.stream().allMatch(ScriptValue::half);
    List<ScriptValue> same = half ? parts : parts.stream().map(this::widen).toList();
    Shape first = parts.get(0).shape();
    long total = parts.stream().mapToLong(p -> p.shape().dim(axis)).sum();
    String names = same.stream().map(ScriptValue::name).collect(Collectors.joining(", ", "[", "]"));
    return line(
        first.with(axis, total), half, "torch.cat(" + names + ", " + first.axis(axis) + ")");
  }

  @Override
  public ScriptValue slice(ScriptValue x, int axis, long from, long to) {
    int at = x.shape().axis(axis);
    if (from < 0 || to > x.shape().dim(at) || from > to) {
      throw new IllegalArgumentException(
          from + ".." + to + " is outside of axis " + at + " of " + x.shape());
    }
    return line(
        x.shape().with(at, to - from),
        x.half(),
        "torch.slice(" + x.name() + ", " + at + ", " + from + ", " + to + ", 1)");
  }

  @Override
  public List<ScriptValue> split(ScriptValue x, int axis, int parts) {
    int at = x.shape().axis(axis);
    long size = x.shape().dim(at);
    if (size % parts != 0) {
      throw new IllegalArgumentException(
          "axis of " + size + " does not split into " + parts + " parts");
    }
    Shape shape = x.shape().with(at, size / parts);
    List<ScriptValue> out = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      out.add(new ScriptValue("v" + next++, shape, x.half(), false));
    }
    // The gradient of a split is one join; each slice's would be a tensor of zeros of x's size.
    String names = out.stream().map(ScriptValue::name).collect(Collectors.joining(", "));
    source
        .append("    ")
        .append(names)
        .append(", = torch.split(%s, %d, %d)".formatted(x.name(), size / parts, at))
        .append('\n');
    return List.copyOf(out);
  }

  @Override
  public ScriptValue rotary(ScriptValue x, ScriptValue cos, ScriptValue sin) {
    // Heads are transposed views: the product with the turn and that of attention copy them else.
    ScriptValue dense = line(x.shape(), x.half(), "torch.contiguous(" + x.name() + ")");
    // Every sum of this product has one term that is not zero, so it rounds nothing.
    ScriptValue turned = matmul(dense, quarterTurn(x.shape().dim(-1)));
    return add(mul(dense, cos), mul(turned, sin));
  }

  /** The matrix that turns adjacent pairs, {@code (x0,x1) → (−x1,x0)}, from the right. */
  private ScriptValue quarterTurn(long features) {
    return quarterTurns.computeIfAbsent(
        features,
        key -> {
          int n = Math.toIntExact(key);
          float[] matrix = new float[n * n];
          for (int i = 0; i < n; i += 2) {
            matrix[i * n + i + 1] = 1;
            matrix[(i + 1) * n + i] = -1;
          }
          return constant(Shape.of(n, n), matrix);
        });
  }

  @Override
  public ScriptValue broadcast(ScriptValue x, Shape shape) {
    return line(shape, x.half(), "torch.expand(" + x.name() + ", " + shape + ", implicit=False)");
  }

  @Override
  public ScriptValue gather(ScriptValue table, ScriptValue rows) {
    long[] dims = Arrays.copyOf(rows.shape().dims(), rows.shape().rank() + 1);
    dims[dims.length - 1] = table.shape().dim(1);
    return line(
        Shape.of(dims),
        table.half(),
        "torch.embedding(" + table.name() + ", torch.to(" + rows.name() + ", 4))");
  }

  private static String literal(float value) {
    return Double.toString(value);
  }
}
