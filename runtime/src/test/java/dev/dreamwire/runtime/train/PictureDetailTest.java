package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.tensor.Precision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureDetailTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 16;
  private static final int AREA = ROWS * COLUMNS;
  private static final float[] NOTHING = new float[3 * AREA];

  @Test
  void fineDetailOfTheSameThingShowsThrough() {
    float[] textured = textured(0.2f);
    float[] out = add(new Detail.Settings(0.6, 0.3, 0.3), plain(0.2f), textured, textured);
    assertEquals(0.2 + 0.9 * (textured[AREA / 2] - 0.2), out[AREA / 2], 0.02);
  }

  @Test
  void whatDiffersInTheLargeStaysAsItWasDreamed() {
    float[] dreamed = plain(-0.8f);
    assertArrayEquals(
        dreamed, add(Detail.Settings.USUAL, dreamed, textured(0.7f), textured(0.7f)), 1e-4f);
  }

  @Test
  void whatChangedInOnePlaceStaysThereAlone() {
    float[] dreamed = plain(0.2f);
    float[] changed = textured(0.2f);
    for (int i = 0; i < changed.length; i++) {
      boolean left = i % COLUMNS < 4;
      changed[i] = left ? -1 : changed[i];
    }
    float[] out = add(new Detail.Settings(1, 0, 0.3), dreamed, changed, NOTHING);
    int middle = ROWS / 2 * COLUMNS;
    assertEquals(0.2f, out[middle], 1e-4f, "as it was dreamed");
    assertEquals(changed[middle + COLUMNS - 2], out[middle + COLUMNS - 2], 0.02f, "as it was seen");
  }

  @Test
  void aSpeckIsDrawnNear() {
    float[] speckled = plain(0.2f);
    int place = 5 * COLUMNS + 7;
    speckled[place] = -0.6f;
    float[] out = add(new Detail.Settings(1, 0, 0.3), plain(0.2f), speckled, NOTHING);
    assertEquals(0.1, out[place], 0.02);
    assertEquals(0.2, out[place + 1], 1e-3);
  }

  @Test
  void withoutAMemoryOrAShareThePictureIsTheDecoders() {
    float[] dreamed = textured(0.1f);
    assertArrayEquals(dreamed, add(Detail.Settings.USUAL, dreamed, NOTHING, NOTHING), 1e-6f);
    assertArrayEquals(
        dreamed, add(new Detail.Settings(0, 0, 0.3), dreamed, plain(0.1f), plain(0.1f)), 1e-6f);
  }

  @Test
  void coloursStayInTheirRange() {
    float[] bright = plain(0.95f);
    float[] textured = textured(0.95f);
    for (float value : add(new Detail.Settings(1, 1, 0.3), bright, textured, textured)) {
      assertTrue(value <= 1, value + " is too bright");
    }
  }

  private static float[] add(
      Detail.Settings settings, float[] dreamed, float[] carried, float[] recalled) {
    try (PictureDetail detail =
        new PictureDetail(
            settings,
            Shape.of(3, ROWS, COLUMNS),
            new CpuBackend(),
            new CompileOptions(Precision.F32, 1, false))) {
      return detail.add(dreamed, carried, recalled);
    }
  }

  private static float[] plain(float colour) {
    float[] out = new float[3 * AREA];
    Arrays.fill(out, colour);
    return out;
  }

  /** A chessboard around a colour. */
  private static float[] textured(float colour) {
    float[] out = plain(colour);
    for (int i = 0; i < out.length; i++) {
      out[i] += (i / COLUMNS + i % COLUMNS) % 2 == 0 ? 0.08f : -0.08f;
    }
    return out;
  }
}
