package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.Arrays;
import java.util.List;

/** Views of the built-in world for tests. */
final class WorldViews {
  static final int WIDTH = 48;
  static final int HEIGHT = 32;
  static final Shape SHAPE = Shape.of(3, HEIGHT, WIDTH);
  static final Camera CAMERA = new Camera(80, Player.EYES, 12);

  private WorldViews() {}

  /** What a player sees, and how near. */
  static View of(Player player) {
    Renderer renderer = TestWorld.WORLD.renderer(WIDTH, HEIGHT);
    byte[] rgb = renderer.render(player);
    Episode single = new Episode("", WIDTH, HEIGHT, rgb, new float[1][0], List.of());
    float[] picture = new float[rgb.length];
    ClipSet.toFloats(single, 0, picture, 0);
    float[] nearness = renderer.depth(player);
    for (int i = 0; i < nearness.length; i++) {
      nearness[i] = 1 / nearness[i];
    }
    return new View(player.pose(), picture, nearness);
  }

  /** A wall of one colour. */
  static View plain(Pose pose, float colour, float near) {
    float[] picture = new float[3 * HEIGHT * WIDTH];
    float[] nearness = new float[HEIGHT * WIDTH];
    Arrays.fill(picture, colour);
    Arrays.fill(nearness, near);
    return new View(pose, picture, nearness);
  }

  /** How alike two pictures are where something is known, dB. */
  static double psnr(float[] one, float[] other, boolean[] known) {
    double squares = 0;
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      if (known[i % known.length]) {
        squares += Math.pow((one[i] - other[i]) / 2, 2);
        count++;
      }
    }
    return 10 * Math.log10(count / squares);
  }
}
