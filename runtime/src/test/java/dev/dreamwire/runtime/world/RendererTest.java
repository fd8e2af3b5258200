package dev.dreamwire.runtime.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final World WORLD = TestWorld.WORLD;

  private final Renderer renderer = WORLD.renderer(WIDTH, HEIGHT);

  @Test
  void turningRightShiftsThePictureLeft() {
    for (Scene scene : WORLD.scenes()) {
      byte[] before = renderer.render(scene.start());
      byte[] after = renderer.render(turned(scene.start(), 1));
      assertTrue(bestShift(before, after) < 0, scene.name());
      assertTrue(bestShift(after, before) > 0, scene.name());
    }
  }

  @Test
  void lookingDownShowsLessSky() {
    Player start = WORLD.scene("coast").start();
    float[] down = Action.idle().look(1).vector();
    byte[] level = renderer.render(start);
    byte[] lower = renderer.render(WORLD.step(WORLD.step(start, down), down));
    assertTrue(blueShare(lower) < blueShare(level), "the sky did not shrink");
  }

  @Test
  void walkingMovesThePicture() {
    for (Scene scene : WORLD.scenes()) {
      Player walked = scene.start();
      for (int i = 0; i < 4; i++) {
        walked = WORLD.step(walked, Action.idle().press("forward").vector());
      }
      double error = squaredError(renderer.render(scene.start()), renderer.render(walked));
      assertTrue(error > 60, () -> scene.name() + " changed by " + error);
    }
  }

  @Test
  void theDepthOfFlatGroundIsThatOfItsRows() {
    float[] depth = renderer.depth(Player.at(46, 3, 40, 0, 40));
    double slope = (0.5 + HEIGHT - 1) * 2 / HEIGHT - 1;
    slope = slope * 0.8391 * HEIGHT / WIDTH + Math.tan(Math.toRadians(40));
    float lowest = depth[(HEIGHT - 1) * WIDTH + WIDTH / 2];
    assertEquals(Player.EYES / slope, lowest, 0.02);
    assertTrue(depth[WIDTH / 2] > lowest, "higher up it is farther");
  }

  @Test
  void theSkyIsEndlesslyFar() {
    float[] depth = renderer.depth(Player.at(46, 3, 40, 0, -40));
    assertEquals(Float.POSITIVE_INFINITY, depth[WIDTH / 2]);
  }

  @Test
  void scenesLookDifferent() {
    for (Scene one : WORLD.scenes()) {
      for (Scene other : WORLD.scenes()) {
        double error = squaredError(renderer.render(one.start()), renderer.render(other.start()));
        assertTrue(one == other || error > 1500, () -> one.name() + " is like " + other.name());
      }
    }
  }

  @Test
  void aRendererRemembersNothing() {
    Player coast = WORLD.scene("coast").start();
    byte[] first = renderer.render(coast);
    renderer.render(WORLD.scene("desert").start());
    assertArrayEquals(first, renderer.render(coast));
    assertArrayEquals(first, new World().renderer(WIDTH, HEIGHT).render(coast));
  }

  @Test
  void aLargerPictureShowsTheSameView() {
    Player start = WORLD.scene("village").start();
    byte[] large = WORLD.renderer(2 * WIDTH, 2 * HEIGHT).render(start);
    double error = squaredError(renderer.render(start), halved(large));
    assertTrue(error < 120, () -> "differs by " + error);
  }

  /** Models that are shipped learned these pictures and movements: they must stay as they are. */
  @Test
  void theWorldIsTheOneThatModelsLearned() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (long seed = 0; seed < 8; seed++) {
      Player player = WORLD.start(seed);
      SplittableRandom random = new SplittableRandom(seed);
      float[] action = Action.idle().vector();
      for (int frame = 0; frame < 60; frame++) {
        if (frame % 10 == 0) {
          digest.update(renderer.render(player));
          action = walking(random);
        }
        player = WORLD.step(player, action);
      }
      digest.update(pose(player));
    }
    assertEquals(
        "ee27c08e36c8909db42036f296a199725c91b26eba995a36b0c0415712bd5a16",
        HexFormat.of().formatHex(digest.digest()));
  }

  private static float[] walking(SplittableRandom random) {
    Action action =
        Action.idle().turn(random.nextInt(-2, 3) * 0.5).look(random.nextInt(-1, 2) * 0.4);
    for (String key : List.of("forward", "back", "left", "right", "jump", "sneak", "sprint")) {
      if (random.nextInt(3) == 0) {
        action.press(key);
      }
    }
    return action.vector();
  }

  private static byte[] pose(Player p) {
    double[] numbers = {
      p.x(), p.y(), p.z(), p.yaw(), p.pitch(), p.vx(), p.vy(), p.vz(), p.eyeLag()
    };
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  @Test
  void refusesAnEmptyPicture() {
    assertThrows(IllegalArgumentException.class, () -> WORLD.renderer(0, HEIGHT));
  }

  private static Player turned(Player player, double turn) {
    return WORLD.step(player, Action.idle().turn(turn).vector());
  }

  /** By how many pixels the second picture is the first one moved to the right. */
  private static int bestShift(byte[] from, byte[] to) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int shift = -16; shift <= 16; shift++) {
      double error = 0;
      int count = 0;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = Math.max(0, -shift); x < Math.min(WIDTH, WIDTH - shift); x++) {
          int a = from[(y * WIDTH + x) * 3 + 1] & 255;
          int b = to[(y * WIDTH + x + shift) * 3 + 1] & 255;
          error += (a - b) * (a - b);
          count++;
        }
      }
      if (error / count < least) {
        least = error / count;
        best = shift;
      }
    }
    return best;
  }

  private static double blueShare(byte[] rgb) {
    int blue = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      blue += (rgb[i + 2] & 255) > (rgb[i] & 255) + 20 ? 1 : 0;
    }
    return 3.0 * blue / rgb.length;
  }

  private static byte[] halved(byte[] large) {
    byte[] small = new byte[WIDTH * HEIGHT * 3];
    for (int i = 0; i < small.length; i++) {
      int channel = i % 3;
      int x = i / 3 % WIDTH;
      int y = i / 3 / WIDTH;
      int sum = 0;
      for (int corner = 0; corner < 4; corner++) {
        int at = (2 * y + corner / 2) * 2 * WIDTH + 2 * x + corner % 2;
        sum += large[3 * at + channel] & 255;
      }
      small[i] = (byte) (sum / 4);
    }
    return small;
  }

  private static double squaredError(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = (a[i] & 255) - (b[i] & 255);
      sum += difference * difference;
    }
    return sum / a.length;
  }
}
