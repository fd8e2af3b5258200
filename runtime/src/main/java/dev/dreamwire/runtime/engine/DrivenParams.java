package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.PortRef;

/**
 * Parameters of a host node of which wires drive some: those are read from what came in, all others
 * as they are. Also how a number becomes a value of a parameter, for programs and host nodes alike:
 * limited to the range; for whole numbers rounded to the nearest, halves away from zero; a switch
 * is on from 0.5. Used by the engine's thread.
 *
 * @param inputs of the node
 * @param values what was made in this frame
 * @param stored what the graph says
 */
record DrivenParams(Layout.Member member, Layout layout, PlanValues values, Params stored)
    implements Params {
  @Override
  public Object value(String name) {
    Layout.Input input = layout.inputs(member.id()).get(name);
    Param param = member.type().spec().param(name);
    return input == null || param == null ? stored.value(name) : value(param, input.from());
  }

  private Object value(Param param, PortRef from) {
    TensorView value = values.required(from);
    requireNumber(param.name(), from, value.shape());
    float number = value.values().get(0);
    if (Float.isNaN(number)) {
      throw new NodeException(param.name(), from + " handed out what is no number", null);
    }
    return value(param.kind(), number);
  }

  /** A number as a value of a kind. */
  static Object value(Param.Kind kind, float number) {
    return switch (kind) {
      case Param.FloatKind(double min, double max) ->
          // The shortest decimal is what a person typed before it became a float.
          Math.clamp(Double.parseDouble(Float.toString(number)), min, max);
      case Param.IntKind(long min, long max) -> Math.clamp(rounded(number), min, max);
      case Param.BoolKind k -> rounded(Math.clamp(number, 0f, 1f)) == 1;
      default -> throw new IllegalArgumentException("no number is a " + kind);
    };
  }

  private static long rounded(float number) {
    double whole = Math.floor(Math.abs((double) number) + 0.5);
    return (long) Math.copySign(whole, number);
  }

  /** The same, written into a program: a scalar as a live parameter of a kind. */
  static <T> T value(Ops<T> ops, Param.Kind kind, T number) {
    return switch (kind) {
      case Param.FloatKind(double min, double max) -> ops.clamp(number, (float) min, (float) max);
      case Param.IntKind(long min, long max) -> rounded(ops, ops.clamp(number, min, max));
      case Param.BoolKind k -> rounded(ops, ops.clamp(number, 0, 1));
      default -> throw new IllegalArgumentException("no number is a " + kind);
    };
  }

  private static <T> T rounded(Ops<T> ops, T x) {
    return ops.sub(ops.trunc(ops.mul(x, 2)), ops.trunc(x));
  }

  /**
   * Checks that an output hands out one number.
   *
   * @throws NodeException if it does not
   */
  static void requireNumber(String param, PortRef from, Shape shape) {
    if (shape.rank() != 0) {
      throw new NodeException(
          param, param + " takes one number, but " + from + " hands out " + shape, null);
    }
  }
}
