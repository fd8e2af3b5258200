package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  @TempDir Path folder;

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("a.recipe.json"), json);
  }

  private String refusal(String json) throws IOException {
    Path file = file(json);
    String message = assertThrows(TrainingException.class, () -> Recipe.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    return message;
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    assertEquals(TinyRun.recipe(), Recipe.read(file(TinyRun.recipe().toJson())));
  }

  @Test
  void aMissingFieldIsNamed() throws IOException {
    String json = TinyRun.recipe().toJson().replaceFirst("\"pureNoise\" : 0.45,", "");
    assertTrue(refusal(json).contains("pureNoise"), refusal(json));
  }

  @Test
  void aMisspelledFieldIsNamedWithItsLine() throws IOException {
    String json = TinyRun.recipe().toJson().replaceFirst("latentNoise", "latentNose");
    assertTrue(refusal(json).contains("Missing creator property 'latentNoise'"), refusal(json));
    assertTrue(refusal(json).contains("(line "), refusal(json));
  }

  @Test
  void aValueOutOfRangeIsNamedWithTheRange() throws IOException {
    String json =
        TinyRun.recipe().toJson().replaceFirst("\"pureNoise\" : 0.45", "\"pureNoise\" : 45");
    assertTrue(refusal(json).endsWith("denoiser.pureNoise must be 0 to 1, is 45.0"), refusal(json));
  }

  @Test
  void theRateWarmsUpAndFallsWithTheBudget() {
    Recipe.Optimiser o = new Recipe.Optimiser(1, 0.1, 10, 0.9, 0.9, 0, 1, 0.9);
    assertEquals(0.1, o.rate(0, 0), 1e-6);
    assertEquals(1, o.rate(9, 0), 1e-6);
    assertEquals(1, o.rate(500, 0), 1e-6);
    assertEquals(0.55, o.rate(500, 0.5), 1e-6);
    assertEquals(0.1, o.rate(500, 1), 1e-6);
    assertEquals(0.1, o.rate(500, 1.5), 1e-6);
  }

  @Test
  void aBudgetIsUsedUpByWhicheverComesFirst() {
    Budget budget = new Budget(100, 10);
    assertEquals(0.5, budget.progress(50, 2), 1e-9);
    assertEquals(0.9, budget.progress(50, 9), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> new Budget(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new Budget(Double.NaN, 10));
  }
}
