package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import org.junit.jupiter.api.Test;

class TrainBenchTest {
  @Test
  void aStepIsTimedInBothPrecisionsAndItsFramesAreCounted() {
    TrainBench.Size size =
        TrainBench.Size.of(TinyRun.recipe(), TinyRun.WIDTH, TinyRun.HEIGHT, TinyRun.ACTIONS);
    TrainBench.Figures figures = new TrainBench(new ScriptTrainCompiler(), 1).measure(size, 1);
    assertEquals(2 * 3, figures.made(), "two clips of four frames teach three each");
    assertEquals(2 * 3 * 2, figures.through(), "and each has a context beside it");
    assertTrue(figures.f32Millis() > 0 && figures.bf16Millis() > 0);
    // Every weight of a matrix is used for at least one token of every clip, twice backwards.
    assertTrue(figures.flop() > 3 * 2 * figures.parameters(), "" + figures);
  }
}
