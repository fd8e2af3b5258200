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

  /** The same parameter with a unit for people. */
  public Param in(String newUnit) {
    return new Param(name, kind, defaultValue, newUnit, live);
  }
}
