package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.AtlasFile;
import dev.dreamwire.runtime.memory.Blocks;
import dev.dreamwire.runtime.memory.Ground;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.StartPose;
import dev.dreamwire.runtime.memory.View;
import dev.dreamwire.runtime.world.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryNodeTest {
  private static final Shape PICTURE = Shape.of(3, 1, 1);
  private static final float[] SEEN = {-0.4f, 0.4f, 0.4f};
  private static final float[] NOTHING = new float[3];

  private HostRig memory = new HostRig(new MemoryNode()).with("age", 2L);

  @BeforeEach
  void begin() {
    memory.begin(0);
  }

  @Test
  void whatWasSeenComesBackWhenThePlayerTurnsBack() {
    turn(0, 1, 10);
    turn(10, -1, 9);
    assertArrayEquals(view(0), memory.output("recalled"), "the first frame, at the last turn");
    assertArrayEquals(view(18), memory.output("carried"), "the newest, of an unknown camera");
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
  void anAtlasShowsWhatThePlayerHasNotSeenYet(@TempDir Path folder) throws IOException {
    know(folder, new Pose(30, 0, 20, 90, 0));
    memory.input("pose", pose(Optional.of(new Pose(30, 0, 20, 82, 0)))).begin(0);
    turn(0, 1, 1);
    assertArrayEquals(SEEN, memory.output("recalled"), 0.05f);
    assertEquals(1, memory.output("offset")[2], 1e-6, "straight ahead");
  }

  @Test
  void whoDoesNotKnowWhereTheGameBeginsIsWhereItLooksMostAlike(@TempDir Path folder)
      throws IOException {
    know(folder, new Pose(30, 0, 20, 90, 0));
    memory.input("pose", pose(Optional.empty())).begin(0);
    float[] idle = Action.idle().vector();
    memory
        .input("action", TensorView.of(Shape.of(idle.length), idle))
        .input("frame", TensorView.of(PICTURE, new float[] {-0.3f, 0.2f, 0.4f}))
        .frame(0);
    assertArrayEquals(SEEN, memory.output("recalled"), 0.05f);
    assertArrayEquals(new float[] {1, 0, 1, 0, 0, 0, 0}, memory.output("offset"), 1e-6f);
  }

  @Test
  void anAtlasOfOtherPicturesIsRefusedWithItsShapes(@TempDir Path folder) throws IOException {
    know(folder, Pose.ORIGIN);
    memory.input("pose", pose(Optional.of(Pose.ORIGIN))).begin(0);
    Shape other = Shape.of(3, 1, 2);
    float[] action = Action.idle().vector();
    memory
        .input("action", TensorView.of(Shape.of(action.length), action))
        .input("frame", TensorView.of(other, new float[6]));
    NodeException refused = assertThrows(NodeException.class, () -> memory.frame(0));
    assertTrue(refused.getMessage().contains(PICTURE.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains(other.toString()), refused.getMessage());
  }

  private void know(Path folder, Pose seen) throws IOException {
    Path file = folder.resolve("atlas.safetensors");
    View there = new View(seen, SEEN, new float[1]);
    View elsewhere =
        new View(new Pose(500, 0, 500, 0, 0), new float[] {0.8f, 0.8f, -0.8f}, new float[1]);
    Atlas atlas =
        Atlas.of(PICTURE, List.of(there, elsewhere), Ground.of(List.of(seen), 0.4), Blocks.UNKNOWN);
    AtlasFile.write(file, atlas, Map.of());
    memory = new HostRig(new MemoryNode()).with("age", 2L).with("atlas", file.toString());
  }

  private static TensorView pose(Optional<Pose> pose) {
    return TensorView.of(StartPose.SHAPE, StartPose.numbers(pose));
  }

  @Test
  void itHandsOutWhatIsFedBack() {
    assertEquals(
        Map.of("recalled", PICTURE, "carried", PICTURE),
        new MemoryNode().outputShapes(memory, Map.of("frame", PICTURE)));
  }

  /** Turns for some frames; the frame that a turn begins from shows its number. */
  private void turn(int from, double yaw, int frames) {
    float[] action = Action.idle().turn(yaw).vector();
    memory.input("action", TensorView.of(Shape.of(action.length), action));
    for (int i = from; i < from + frames; i++) {
      memory.input("frame", TensorView.of(PICTURE, view(i))).frame(i);
    }
  }

  private static float[] view(int frame) {
    return new float[] {frame / 100f, 1 - frame / 100f, 0};
  }
}
