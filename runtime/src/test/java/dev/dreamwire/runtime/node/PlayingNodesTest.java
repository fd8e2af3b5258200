package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayingNodesTest {
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int YAW = Vocabulary.OASIS.column("cameraY");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sticky", "look-back", "idle", "bump"})
  void aBotPlaysTheSameGameForTheSameSeed(String policy) {
    HostRig bot = new HostRig(new BotNode()).with("policy", policy);
    float[][] once = played(bot.begin(4), 200);
    float[][] again = played(bot.begin(4), 200);
    float[][] other = played(bot.begin(5), 200);
    assertTrue(Arrays.deepEquals(once, again));
    assertFalse(Arrays.deepEquals(once, other));
  }

  @Test
  void theWorldShowsItsStartAndFollowsActions() {
    float[] turn = Action.idle().turn(1).press("forward").vector();
    HostRig world = new HostRig(new WorldNode()).with("start", "forest");
    world.input("action", TensorView.of(Shape.of(turn.length), turn));
    Player player = TestWorld.WORLD.scene("forest").start();
    assertArrayEquals(picture(player), world.begin(1).frame(-1).output("image"));
    for (int i = 0; i < 5; i++) {
      player = TestWorld.WORLD.step(player, turn);
      assertArrayEquals(picture(player), world.frame(i).output("image"), "frame " + i);
    }
    assertArrayEquals(
        picture(TestWorld.WORLD.scene("forest").start()), world.begin(1).frame(-1).output("image"));
  }

  @Test
  void aRandomStartIsChosenByTheSeed() {
    HostRig world = new HostRig(new WorldNode()).with("start", "random");
    assertArrayEquals(
        picture(TestWorld.WORLD.start(12)), world.begin(12).frame(-1).output("image"));
  }

  @Test
  void aScriptIsPlayedLineByLineAndAgain() {
    HostRig script =
        new HostRig(new ActionScriptNode()).with("script", "2 forward\n1 # wait\n2 cameraY=-0.5");
    float[][] actions = played(script.begin(1), 7);
    assertEquals(1, actions[1][FORWARD]);
    assertEquals(0, actions[2][FORWARD]);
    assertEquals(-0.5f, actions[4][YAW]);
    assertArrayEquals(actions[0], actions[5]);
    script.with("at_end", "wait");
    assertArrayEquals(new float[25], played(script.begin(1), 7)[6]);
  }

  @Test
  void aRecordingsTableIsPlayed() throws IOException {
    Path table = folder.resolve("episode-0001.csv");
    Files.writeString(table, "forward,cameraY,x\n1,0.25,17.5\n0,-1,18\n");
    HostRig script = new HostRig(new ActionScriptNode()).with("file", table.toString());
    float[][] actions = played(script.begin(1), 2);
    assertEquals(1, actions[0][FORWARD]);
    assertEquals(0.25f, actions[0][YAW]);
    assertEquals(-1, actions[1][YAW]);
  }

  @ParameterizedTest
  @CsvSource({
    "5 fly, line 1: there is no action fly",
    "many forward, line 1: no column is an action",
    "3 cameraY=2, line 1: a value is -1 to 1",
    "0 forward, line 1: a number of frames is 1 to"
  })
  void aScriptThatIsWrongIsToldByItsLine(String text, String message) {
    HostRig script = new HostRig(new ActionScriptNode()).with("script", text);
    NodeException told = assertThrows(NodeException.class, () -> script.begin(1));
    assertTrue(told.getMessage().startsWith(message), told.getMessage());
    assertEquals("script", told.port());
  }

  private static float[][] played(HostRig rig, int frames) {
    float[][] actions = new float[frames][];
    for (int i = 0; i < frames; i++) {
      actions[i] = rig.frame(i).output("action");
    }
    return actions;
  }

  private static float[] picture(Player player) {
    byte[] rgb = TestWorld.WORLD.renderer(64, 48).render(player);
    float[] planes = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      planes[i % 3 * 64 * 48 + i / 3] = (rgb[i] & 255) / 127.5f - 1;
    }
    return planes;
  }
}
