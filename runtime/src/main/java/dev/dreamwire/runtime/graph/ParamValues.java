package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.text.Texts;
import java.util.Optional;

/** How stored parameter values become values of their kind, and why they sometimes do not. */
final class ParamValues {
  private ParamValues() {}

  /**
   * The value as its kind holds it: whole numbers become {@link Long} or {@link Double} as the kind
   * asks, as long as nothing is lost. What does not fit comes back unchanged.
   */
  static Object coerce(Param.Kind kind, Object stored) {
    return switch (kind) {
      case Param.IntKind k
          when stored instanceof Double x && x == Math.rint(x) && Math.abs(x) <= 1L << 53 ->
          x.longValue();
      case Param.IntKind k when stored instanceof Integer n -> n.longValue();
      case Param.FloatKind k when stored instanceof Long n -> n.doubleValue();
      case Param.FloatKind k when stored instanceof Integer n -> n.doubleValue();
      case Param.FloatKind k when stored instanceof Float x -> x.doubleValue();
      default -> stored;
    };
  }

  /** Why a value, already {@linkplain #coerce coerced}, is not allowed; empty if it is. */
  static Optional<String> problem(Param.Kind kind, Object value, Texts texts) {
    return kind.problem(value) == null
        ? Optional.empty()
        : Optional.of(sentence(kind, value, texts));
  }

  private static String sentence(Param.Kind kind, Object value, Texts texts) {
    return switch (kind) {
      case Param.IntKind(long min, long max) ->
          value instanceof Long
              ? texts.get("check.mustBeInRange", min, max, value)
              : texts.get("check.mustBeInt", value);
      case Param.FloatKind(double min, double max) ->
          value instanceof Double x && Double.isFinite(x)
              ? texts.get("check.mustBeInRange", min, max, value)
              : texts.get("check.mustBeFloat", value);
      case Param.BoolKind() -> texts.get("check.mustBeBool", value);
      case Param.ChoiceKind(var choices) ->
          texts.get("check.mustBeChoice", String.join(", ", choices), value);
      case Param.TextKind k -> texts.get("check.mustBeText", value);
      case Param.FileKind k -> texts.get("check.mustBeText", value);
      case Param.ColourKind k -> texts.get("check.mustBeColour", value);
      case Param.CurveKind(double minX, double maxX, double minY, double maxY) ->
          texts.get("check.mustBeCurve", minX, maxX, minY, maxY, value);
      case Param.KeyKind k -> texts.get("check.mustBeKey", value);
    };
  }
}
