package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainBenchTest {
  @Test
  void aStepIsTimedInEveryWayAndItsFramesAreCounted() {
    TrainBench.Size size =
        TrainBench.Size.of(TinyRun.recipe(), TinyRun.WIDTH, TinyRun.HEIGHT, TinyRun.ACTIONS);
    ScriptTrainCompiler compiler = new ScriptTrainCompiler();
    TrainBench.Figures figures = new TrainBench(compiler, 2).measure(size, 1);
    assertEquals(2 * 3, figures.made(), "two clips of four frames teach three each");
    assertEquals(2 * 3 * 2, figures.through(), "and each has a context beside it");
    assertEquals(
        List.of("f32 1", "bf16 1", compiler.isFasterInBfloat16() ? "bf16 2" : "f32 2"),
        figures.ways().stream()
            .map(way -> (way.bf16() ? "bf16 " : "f32 ") + way.replicas())
            .toList());
    assertTrue(figures.ways().stream().allMatch(way -> way.millis() > 0), "" + figures);
    // Every weight of a matrix is used for at least one token of every clip, twice backwards.
    assertTrue(figures.flop() > 3 * 2 * figures.parameters(), "" + figures);
  }
}
