package dev.dreamwire.api.node;

import java.util.List;
import java.util.Objects;

/**
 * A parameter of a node type, known by its name for ever.
 *
 * <p>A live number or switch is also an input for {@link PortType#NUMBER}, under its own name:
 * while a wire is there, {@link TensorScope#live} and the parameters of a {@link HostProcess.Frame}
 * give what comes in, limited to the range, instead of the stored value. A type does nothing for
 * that.
 *
 * @param name stored in files
 * @param kind what values it takes
 * @param defaultValue value of a fresh node, valid for the kind
 * @param unit for people, or empty
 * @param live whether it may change every frame; otherwise a change compiles a new plan
 */
public record Param(String name, Kind kind, Object defaultValue, String unit, boolean live) {
  public Param {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    String problem = kind.problem(defaultValue);
    if (problem != null) {
      throw new IllegalArgumentException("default of " + name + ": " + problem);
    }
  }

  /**
   * What values a parameter takes. Values are {@link Long}, {@link Double}, {@link Boolean} or
   * {@link String}.
   */
  public sealed interface Kind {
    /**
     * Why a value is not allowed, in a sentence part such as "must be 1..64, is 0"; null if it is.
     */
    String problem(Object value);
  }

  /** A whole number in a closed range. */
  public record IntKind(long min, long max) implements Kind {
    @Override
    public String problem(Object value) {
      if (!(value instanceof Long n)) {
        return "must be a whole number, is " + value;
      }
      return n < min || n > max ? "must be " + min + ".." + max + ", is " + n : null;
    }
  }

  /** A finite number in a closed range. */
  public record FloatKind(double min, double max) implements Kind {
    @Override
    public String problem(Object value) {
      if (!(value instanceof Double x) || !Double.isFinite(x)) {
        return "must be a finite number, is " + value;
      }
      return x < min || x > max ? "must be " + min + ".." + max + ", is " + x : null;
    }
  }

  /** Yes or no. */
  public record BoolKind() implements Kind {
    @Override
    public String problem(Object value) {
      return value instanceof Boolean ? null : "must be true or false, is " + value;
    }
  }

  /** One of a few words. */
  public record ChoiceKind(List<String> choices) implements Kind {
    public ChoiceKind {
      choices = List.copyOf(choices);
    }

    @Override
    public String problem(Object value) {
      return value instanceof String s && choices.contains(s)
          ? null
          : "must be one of " + String.join(", ", choices) + ", is " + value;
    }
  }

  /** Any text; {@code multiline} asks for a larger editor. */
  public record TextKind(boolean multiline) implements Kind {
    @Override
    public String problem(Object value) {
      return value instanceof String ? null : "must be text, is " + value;
    }
  }

  /** A file's path, or a name from the catalogue; empty for none. */
  public record FileKind(List<String> extensions) implements Kind {
    public FileKind {
      extensions = List.copyOf(extensions);
    }

    @Override
    public String problem(Object value) {
      return value instanceof String ? null : "must be a path, is " + value;
    }
  }

  /** A {@linkplain Colour colour}, stored as {@code #rrggbb}. */
  public record ColourKind() implements Kind {
    @Override
    public String problem(Object value) {
      return value instanceof String s && s.matches("#[0-9a-fA-F]{6}")
          ? null
          : "must be a colour such as #ff8800, is " + value;
    }
  }

  /** A {@linkplain Curve curve} within closed ranges, stored as {@code 0:0.3 1:0.05}. */
  public record CurveKind(double minX, double maxX, double minY, double maxY) implements Kind {
    public CurveKind {
      if (!(minX < maxX && minY < maxY) || !Double.isFinite(maxX - minX + maxY - minY)) {
        throw new IllegalArgumentException("a curve's ranges are finite and not empty");
      }
    }

    @Override
    public String problem(Object value) {
      try {
        return value instanceof String s && Curve.parse(s).points().stream().allMatch(this::holds)
            ? null
            : sentence(value);
      } catch (IllegalArgumentException notACurve) {
        return sentence(value);
      }
    }

    private String sentence(Object value) {
      return "must be points such as 0:1 0.5:0.2 from left to right, x in "
          + (minX + ".." + maxX + " and y in " + minY + ".." + maxY + ", is " + value);
    }

    /** Whether a point is within the ranges. */
    public boolean holds(Curve.Point point) {
      return point.x() >= minX && point.x() <= maxX && point.y() >= minY && point.y() <= maxY;
    }
  }

  /**
   * A key or a mouse button by its name in {@link Controls#held}; empty for none. Keys of other
   * keyboards have names too, so any is allowed.
   */
  public record KeyKind() implements Kind {
    @Override
    public String problem(Object value) {
      return value instanceof String s && s.matches("([A-Z][A-Z0-9_]*)?")
          ? null
          : "must be the name of a key such as W, SPACE or MOUSE_PRIMARY, is " + value;
    }
  }

  public static Param integer(String name, long min, long max, long defaultValue, boolean live) {
    return new Param(name, new IntKind(min, max), defaultValue, "", live);
  }

  public static Param number(
      String name, double min, double max, double defaultValue, boolean live) {
    return new Param(name, new FloatKind(min, max), defaultValue, "", live);
  }

  public static Param bool(String name, boolean defaultValue, boolean live) {
    return new Param(name, new BoolKind(), defaultValue, "", live);
  }

  public static Param choice(String name, List<String> choices, String defaultValue, boolean live) {
    return new Param(name, new ChoiceKind(choices), defaultValue, "", live);
  }

  public static Param text(String name, boolean multiline, String defaultValue, boolean live) {
    return new Param(name, new TextKind(multiline), defaultValue, "", live);
  }

  public static Param file(String name, List<String> extensions, String defaultValue) {
    return new Param(name, new FileKind(extensions), defaultValue, "", false);
  }

  public static Param colour(String name, String defaultValue, boolean live) {
    return new Param(name, new ColourKind(), defaultValue, "", live);
  }

  public static Param curve(String name, CurveKind kind, String defaultValue, boolean live) {
    return new Param(name, kind, defaultValue, "", live);
  }

  public static Param key(String name, String defaultValue, boolean live) {
    return new Param(name, new KeyKind(), defaultValue, "", live);
  }

  /** The same parameter with a unit for people. */
  public Param in(String newUnit) {
    return new Param(name, kind, defaultValue, newUnit, live);
  }
}
