package dev.dreamwire.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Colours, curves and keys as they are stored, and what is said of values that are none. */
class ParamKindsTest {
  private static final Param.Kind COLOUR = new Param.ColourKind();
  private static final Param.Kind CURVE = new Param.CurveKind(0, 1, 0, 10);
  private static final Param.Kind KEY = new Param.KeyKind();

  @Test
  void aColourIsReadInEveryCaseAndWrittenInOne() {
    Colour colour = Colour.parse("#FF8000");
    assertEquals("#ff8000", colour.text());
    assertEquals(1, colour.red());
    assertEquals(128 / 255.0, colour.green());
    assertEquals(0, colour.blue());
    assertThrows(IllegalArgumentException.class, () -> Colour.parse("orange"));
  }

  @Test
  void aCurveIsStraightBetweenItsPointsAndLevelBeyondThem() {
    Curve curve = Curve.parse(" 0.25:4   0.75:2.0 ");
    assertEquals("0.25:4 0.75:2", curve.text());
    assertEquals(curve, Curve.parse(curve.text()));
    assertEquals(
        List.of(4.0, 4.0, 3.0, 2.0, 2.0),
        List.of(curve.at(0), curve.at(0.25), curve.at(0.5), curve.at(0.75), curve.at(1)));
    assertTrue(Curve.parse("0:1 1:1").isLevel());
  }

  @Test
  void everyWrongValueIsToldInASentenceOfBothLanguages() {
    for (Object wrong : List.of("red", "#12345", "#12345g", 7L, "")) {
      assertTold(COLOUR, wrong, "#ff8800");
    }
    for (Object wrong :
        List.of("", "1", "0:1:2", "0:1 0:2", "1:0 0:1", "0:11", "2:1", "0:NaN", "0:x", true)) {
      assertTold(CURVE, wrong, "0..10");
    }
    for (Object wrong : List.of("w", "LEFT MOUSE", "1", 5L)) {
      assertTold(KEY, wrong, "MOUSE_PRIMARY");
    }
  }

  private static void assertTold(Param.Kind kind, Object wrong, String remedy) {
    assertTrue(kind.problem(wrong) != null, () -> kind + " allows " + wrong);
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      String told =
          ParamValues.problem(kind, wrong, new Texts(GraphCheck.TEXTS, language)).orElseThrow();
      assertTrue(told.replace(".0", "").contains(remedy), told);
      assertTrue(told.contains(String.valueOf(wrong)), told);
    }
  }

  @Test
  void whatIsAllowedIsSilent() {
    Texts texts = new Texts(GraphCheck.TEXTS, Locale.ENGLISH);
    assertEquals(Optional.empty(), ParamValues.problem(COLOUR, "#0a0B0c", texts));
    assertEquals(Optional.empty(), ParamValues.problem(CURVE, "0:0 0.5:10 1:0.05", texts));
    assertEquals(Optional.empty(), ParamValues.problem(KEY, "", texts));
    assertEquals(Optional.empty(), ParamValues.problem(KEY, "DIGIT1", texts));
  }
}
