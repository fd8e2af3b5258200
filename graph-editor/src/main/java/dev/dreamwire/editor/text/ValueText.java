package dev.dreamwire.editor.text;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a parameter's value is written on a node. */
public final class ValueText {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private ValueText() {}

  /** The value for people, without its unit. */
  public static String of(Object value, NodeSpec spec, Param param, TextSource texts) {
    return switch (param.kind()) {
      case Param.FloatKind k when value instanceof Number n -> number(n.doubleValue());
      case Param.ChoiceKind k when value instanceof String s && k.choices().contains(s) ->
          texts.choice(spec, param, s);
      case Param.FileKind k -> fileName(String.valueOf(value));
      case Param.KeyKind k -> KeyNames.of(String.valueOf(value), EditorTexts.display());
      case Param.TextKind k -> String.valueOf(value).lines().findFirst().orElse("");
      default -> String.valueOf(value);
    };
  }

  /** A number with at most four digits and no needless zeros. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /** Milliseconds with as many digits as matter: {@code 0.04}, {@code 3.1}, {@code 120}. */
  public static String millis(double value) {
    int digits = value < 1 ? 2 : value < 100 ? 1 : 0;
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
