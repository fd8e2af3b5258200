package dev.dreamwire.api.node;

/**
 * The checked values of a node's parameters: every declared parameter is present and valid.
 *
 * <p>Asking for a name that is not declared, or as another kind, is a fault of the node type and
 * throws {@link IllegalArgumentException}.
 */
public interface Params {
  /** The value: a {@link Long}, {@link Double}, {@link Boolean} or {@link String}. */
  Object value(String name);

  default long integer(String name) {
    return as(name, Long.class);
  }

  default double number(String name) {
    return as(name, Double.class);
  }

  default boolean bool(String name) {
    return as(name, Boolean.class);
  }

  default String text(String name) {
    return as(name, String.class);
  }

  /** The value of a {@link Param.ColourKind}. */
  default Colour colour(String name) {
    return Colour.parse(text(name));
  }

  /** The value of a {@link Param.CurveKind}. */
  default Curve curve(String name) {
    return Curve.parse(text(name));
  }

  private <V> V as(String name, Class<V> kind) {
    Object value = value(name);
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException("parameter " + name + " is not a " + kind.getSimpleName());
    }
    return kind.cast(value);
  }
}
