package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.world.Action;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryNodeTest {
  private static final Shape LATENT = Shape.of(2, 1, 1);
  private static final float[] NOTHING = new float[2];

  private final HostRig memory = new HostRig(new MemoryNode()).with("age", 2L);

  @BeforeEach
  void begin() {
    memory.begin(0);
  }

  @Test
  void whatWasSeenComesBackWhenThePlayerTurnsBack() {
    turn(0, 1, 10);
    turn(10, -1, 9);
    assertArrayEquals(view(0), memory.output("recalled"), "the first frame, at the last turn");
    float[] offset = memory.output("offset");
    assertEquals(1, offset[0]);
    assertEquals(0, Math.toDegrees(Math.asin(offset[1])), 8.1, "seen a turn away at most");
  }

  @Test
  void aViewThatIsNewRecallsNothing() {
    turn(0, 1, 1);
    assertArrayEquals(NOTHING, memory.output("recalled"));
    assertArrayEquals(new float[PoseOffset.FEATURES], memory.output("offset"));
  }

  @Test
  void switchedOffItRecallsNothing() {
    memory.with("enabled", false);
    turn(0, 1, 10);
    turn(10, -1, 9);
    assertArrayEquals(NOTHING, memory.output("recalled"));
  }

  @Test
  void startingOverForgets() {
    turn(0, 1, 10);
    memory.begin(1);
    turn(50, -1, 1);
    turn(51, 1, 1);
    assertArrayEquals(view(50), memory.output("recalled"));
  }

  @Test
  void itHandsOutWhatIsFedBack() {
    assertEquals(
        Map.of("recalled", LATENT), new MemoryNode().outputShapes(memory, Map.of("frame", LATENT)));
  }

  /** Turns for some frames; the frame that a turn begins from shows its number. */
  private void turn(int from, double yaw, int frames) {
    float[] action = Action.idle().turn(yaw).vector();
    memory.input("action", TensorView.of(Shape.of(action.length), action));
    for (int i = from; i < from + frames; i++) {
      memory.input("frame", TensorView.of(LATENT, view(i))).frame(i);
    }
  }

  private static float[] view(int frame) {
    return new float[] {frame, frame + 100};
  }
}
