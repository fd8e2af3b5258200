package dev.dreamwire.presets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.engine.Plan;
import dev.dreamwire.runtime.engine.PlanRun;
import dev.dreamwire.runtime.engine.Planner;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.node.ControlsSource;
import dev.dreamwire.runtime.node.SceneGallery;
import dev.dreamwire.runtime.node.ViewportSink;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships is played for some frames, with its own weights. */
class PlayedPresetsTest {
  private static final int FRAMES = 6;
  private static final Controls LOOKING_RIGHT = new Controls(Set.of("W"), 200, 0);

  @ParameterizedTest
  @ValueSource(strings = {"island", "island-96x64", "diamond-style", "gamengen-style"})
  void whatIsPressedChangesWhatIsSeen(String name) {
    List<float[]> still = play(name, Controls.IDLE, FRAMES);
    List<float[]> turning = play(name, LOOKING_RIGHT, FRAMES);
    assertEquals(FRAMES, turning.size());
    assertFinite(turning);
    assertFalse(Arrays.equals(still.getLast(), turning.getLast()));
    assertFalse(Arrays.equals(turning.getFirst(), turning.getLast()), "nothing moves");
  }

  @Test
  void aVideoGeneratorsClipMovesButHearsNothingAndBeginsAgain() {
    int clip = 32;
    List<float[]> idle = play("video-style", Controls.IDLE, clip + 2);
    List<float[]> pressed = play("video-style", LOOKING_RIGHT, 4);
    assertFinite(idle);
    assertArrayEquals(idle.get(3), pressed.get(3));
    assertFalse(Arrays.equals(idle.get(0), idle.get(8)), "nothing moves");
    assertArrayEquals(idle.get(1), idle.get(clip + 1));
  }

  @Test
  void aMemoryThatIsSwitchedOffIsAsIfThereWereNone() {
    LoadedPreset loaded = PresetCatalogue.shipped().open("island-96x64");
    Graph graph = loaded.preset().graph();
    Graph off = graph.with(graph.node("memory").orElseThrow().with("enabled", false));
    Graph none = graph.without(Set.of("memory", "encode_recalled", "encode_carried"));
    List<float[]> remembering = play(loaded, graph, LOOKING_RIGHT, 2);
    List<float[]> switchedOff = play(loaded, off, LOOKING_RIGHT, 2);
    assertArrayEquals(play(loaded, none, LOOKING_RIGHT, 2).getLast(), switchedOff.getLast(), 1e-4f);
    assertFalse(Arrays.equals(remembering.getLast(), switchedOff.getLast()));
  }

  @Test
  void aMemoryThatIsWiredInPartIsRefusedByTheNameOfWhatIsMissing() {
    LoadedPreset loaded = PresetCatalogue.shipped().open("island-96x64");
    Graph graph = loaded.preset().graph().without(Set.of("encode_carried"));
    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> play(loaded, graph, Controls.IDLE, 1));
    assertTrue(refused.getMessage().contains("carried"), refused.getMessage());
  }

  private static void assertFinite(List<float[]> pictures) {
    for (float[] picture : pictures) {
      for (float value : picture) {
        assertEquals(0, value, 1.5, "a colour out of range");
      }
    }
  }

  private static List<float[]> play(String name, Controls held, int frames) {
    LoadedPreset loaded = PresetCatalogue.shipped().open(name);
    return play(loaded, loaded.preset().graph(), held, frames);
  }

  private static List<float[]> play(LoadedPreset loaded, Graph graph, Controls held, int frames) {
    List<float[]> pictures = new ArrayList<>();
    Services services =
        Services.NONE
            .with(ControlsSource.class, () -> held)
            .with(ViewportSink.class, (node, image) -> pictures.add(image.toArray()))
            .with(
                SceneGallery.class,
                scene ->
                    loaded
                        .preset()
                        .scene(scene)
                        .map(found -> new SceneGallery.View(found.image(), found.pose())));
    CompileOptions options = new CompileOptions(Precision.F32, 1, false);
    Planner planner =
        new Planner(InstalledNodes.find().registry(), new CpuBackend(), options, services);
    try (Plan plan = planner.plan(graph, loaded.files()::find, Set.of());
        PlanRun run = PlanRun.start(plan, 1)) {
      for (int i = 0; i < frames; i++) {
        run.frame();
      }
    }
    return pictures;
  }
}
