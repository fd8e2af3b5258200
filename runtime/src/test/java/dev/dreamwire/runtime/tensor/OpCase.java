package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One small program for each operation and each way to call it. Every reading is held against
 * {@link PlainOps} on the same cases; all take the same inputs and give one output, {@code out}.
 */
public enum OpCase implements TensorFunction {
  ADD_BROADCAST {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.add(in.x(), in.row());
    }
  },

  SUB {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sub(in.x(), in.y());
    }
  },

  SUB_BROADCASTS_BOTH_SIDES {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sub(in.column(), in.row());
    }
  },

  MUL {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.mul(in.x(), in.y());
    }
  },

  DIV {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.div(in.x(), o.add(o.abs(in.y()), 0.5f));
    }
  },

  ADD_NUMBER {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.add(in.x(), 1.5f);
    }
  },

  MUL_NUMBER {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.mul(in.x(), -0.25f);
    }
  },

  NEG {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.neg(in.x());
    }
  },

  ABS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.abs(in.x());
    }
  },

  EXP {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.exp(in.x());
    }
  },

  LOG {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.log(o.add(o.abs(in.x()), 0.1f));
    }
  },

  SQRT {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sqrt(o.abs(in.x()));
    }
  },

  SIN {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sin(in.x());
    }
  },

  COS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.cos(in.x());
    }
  },

  TANH {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.tanh(in.x());
    }
  },

  SIGMOID {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sigmoid(in.x());
    }
  },

  ERF {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.erf(in.x());
    }
  },

  CLAMP {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.clamp(in.x(), -0.5f, 0.75f);
    }
  },

  TRUNC {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.trunc(o.mul(in.x(), 3));
    }
  },

  SILU {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.silu(in.x());
    }
  },

  GELU_TANH {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.geluTanh(o.mul(in.x(), 2));
    }
  },

  GELU_ERF {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.geluErf(o.mul(in.x(), 2));
    }
  },

  SUM_OF_TWO_AXES {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sum(in.x(), false, 0, -1);
    }
  },

  SUM_KEEPING_ITS_AXIS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.sum(in.x(), true, 1);
    }
  },

  MEAN_OF_ALL {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.mean(in.x(), false, 0, 1, 2);
    }
  },

  MEAN_KEEPING_ITS_AXIS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.mean(in.x(), true, -1);
    }
  },

  SOFTMAX_LAST {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.softmax(in.x(), -1);
    }
  },

  SOFTMAX_MIDDLE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.softmax(in.x(), 1);
    }
  },

  LAYER_NORM {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.layerNorm(in.x(), 1e-6f);
    }
  },

  RMS_NORM {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.rmsNorm(in.x(), 1e-6f);
    }
  },

  MATMUL {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.matmul(in.x(), o.transpose(in.y(), 0, 2, 1));
    }
  },

  MATMUL_BROADCASTS_ITS_BATCH {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.matmul(in.x(), weight(o, "square", 8, 8));
    }
  },

  LINEAR {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.linear(in.x(), weight(o, "linear.weight", 6, 8), weight(o, "linear.bias", 6));
    }
  },

  LINEAR_WITHOUT_BIAS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.linear(in.x(), weight(o, "linear.weight", 6, 8), null);
    }
  },

  LINEAR_OF_A_VECTOR {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.linear(in.row(), weight(o, "linear.weight", 6, 8), weight(o, "linear.bias", 6));
    }
  },

  LINEAR_WITH_A_COMPUTED_WEIGHT {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.linear(in.x(), o.mul(weight(o, "linear.weight", 6, 8), 2), null);
    }
  },

  A_WEIGHT_USED_TWICE_IN_TWO_FORMS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.add(
          o.linear(in.x(), weight(o, "square", 8, 8), null),
          o.matmul(in.x(), weight(o, "square", 8, 8)));
    }
  },

  CONVOLUTION {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.conv2d(
          planes(o, in), weight(o, "conv", 5, 3, 3, 3), weight(o, "conv.bias", 5), 1, 1);
    }
  },

  CONVOLUTION_WITH_A_STRIDE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.conv2d(
          planes(o, in), weight(o, "conv", 5, 3, 3, 3), weight(o, "conv.bias", 5), 2, 1);
    }
  },

  CONVOLUTION_OF_SINGLE_PLACES {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.conv2d(
          planes(o, in), weight(o, "point", 5, 3, 1, 1), weight(o, "conv.bias", 5), 1, 0);
    }
  },

  LINEAR_OVER_NEIGHBOURS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.linear3x3(
          o.reshape(in.x(), Shape.of(2, 4, 4, 3)),
          weight(o, "neighbours", 5, 27),
          weight(o, "conv.bias", 5));
    }
  },

  GROUP_NORM {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.groupNorm(o.reshape(in.x(), Shape.of(2, 6, 2, 4)), 3, 1e-5f);
    }
  },

  UPSAMPLE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.upsample(planes(o, in), 2);
    }
  },

  ATTENTION_OVER_OTHER_TOKENS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      T tokens = o.slice(in.y(), 1, 0, 2);
      return o.attention(in.x(), tokens, tokens, 0.3f, null);
    }
  },

  ATTENTION {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.attention(in.x(), in.y(), o.mul(in.y(), 0.5f), 0.3f, null);
    }
  },

  ATTENTION_WITH_MASK {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.attention(
          in.x(), in.y(), in.y(), 0.3f, o.constant(Shape.of(1, 6), 0, -1e9f, 0, 0, -1e9f, 0));
    }
  },

  ROTARY {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      T angles = o.constant(Shape.of(6, 8), OpCase.pairs(48));
      return o.rotary(o.reshape(in.x(), Shape.of(1, 2, 6, 8)), o.cos(angles), o.sin(angles));
    }
  },

  RESHAPE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.reshape(in.x(), Shape.of(3, 2, 8, 2));
    }
  },

  TRANSPOSE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.transpose(in.x(), 2, 0, 1);
    }
  },

  CONCAT {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.concat(1, List.of(in.x(), o.slice(in.y(), 1, 0, 2)));
    }
  },

  SLICE {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.slice(in.x(), -1, 3, 7);
    }
  },

  SPLIT {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.mul(o.split(in.x(), -1, 4).get(1), o.split(in.x(), -1, 4).get(3));
    }
  },

  BROADCAST {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.broadcast(in.row(), Shape.of(2, 6, 8));
    }
  },

  GATHER {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.gather(
          o.reshape(in.x(), Shape.of(12, 8)), o.constant(Shape.of(2, 3), 0, 11, 5, 5, 1, 2));
    }
  },

  AN_INPUT_AS_IT_IS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return in.x();
    }
  },

  A_CONSTANT_AS_IT_IS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return o.constant(Shape.of(2, 2), 1, -2, 3, 0.5f);
    }
  },

  A_WEIGHT_AS_IT_IS {
    @Override
    <T> T of(Ops<T> o, In<T> in) {
      return weight(o, "square", 8, 8);
    }
  };

  /** Values that a case may use. */
  record In<T>(T x, T y, T row, T column) {}

  private static final Map<String, Shape> INPUTS = new LinkedHashMap<>();

  static {
    INPUTS.put("x", Shape.of(2, 6, 8));
    INPUTS.put("y", Shape.of(2, 6, 8));
    INPUTS.put("row", Shape.of(8));
    INPUTS.put("column", Shape.of(6, 1));
  }

  /** Shapes of the inputs, by name. */
  public static Map<String, Shape> inputs() {
    return INPUTS;
  }

  /** What is fed. */
  public static float[] values(String input) {
    return RandomWeights.gaussian(input.hashCode(), Math.toIntExact(INPUTS.get(input).count()));
  }

  abstract <T> T of(Ops<T> o, In<T> in);

  @Override
  public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> inputs) {
    return Map.of(
        "out",
        of(
            ops,
            new In<>(inputs.get("x"), inputs.get("y"), inputs.get("row"), inputs.get("column"))));
  }

  /** What it gives, by definition. */
  public PlainOps.Array expected() {
    Map<String, PlainOps.Array> fed = new LinkedHashMap<>();
    INPUTS.forEach((name, shape) -> fed.put(name, PlainOps.array(shape, values(name))));
    return apply(new PlainOps(new RandomWeights()), fed).get("out");
  }

  /** Values of every weight that a case asks for. */
  public static Weights weights() {
    Map<String, TensorData> out = new LinkedHashMap<>();
    RandomWeights random = new RandomWeights();
    for (WeightSpec spec :
        List.of(
            spec("square", 8, 8),
            spec("linear.weight", 6, 8),
            spec("linear.bias", 6),
            spec("conv", 5, 3, 3, 3),
            spec("conv.bias", 5),
            spec("neighbours", 5, 27),
            spec("point", 5, 3, 1, 1))) {
      out.put(spec.name(), TensorData.of(spec.shape(), random.apply(spec)));
    }
    return Weights.of(out);
  }

  private static float[] pairs(int count) {
    float[] out = RandomWeights.gaussian(3, count);
    for (int i = 1; i < count; i += 2) {
      out[i] = out[i - 1];
    }
    return out;
  }

  private static <T> T planes(Ops<T> ops, In<T> in) {
    return ops.reshape(in.x(), Shape.of(2, 3, 4, 4));
  }

  private static <T> T weight(Ops<T> ops, String name, long... dims) {
    return ops.weight(spec(name, dims));
  }

  private static WeightSpec spec(String name, long... dims) {
    return new WeightSpec(name, Shape.of(dims), Init.ZEROS);
  }
}
