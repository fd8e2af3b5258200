package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.ArrayList;
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

  /** Views around a place in the village. */
  static List<View> around() {
    List<View> views = new ArrayList<>();
    for (double x = 44; x <= 50; x += 1.5) {
      for (double z = 36; z <= 42; z += 1.5) {
        for (int yaw = 0; yaw < 360; yaw += 45) {
          for (int pitch : new int[] {0, 30}) {
            views.add(of(Player.at(x, 3, z, yaw, pitch)));
          }
        }
      }
    }
    return views;
  }

  /** What is solid, by what views saw. */
  static Blocks blocks(List<View> views) {
    Carving carving = new Carving(CAMERA, views.stream().map(View::pose).toList());
    views.forEach(view -> carving.see(view.pose(), view.nearness(), HEIGHT, WIDTH));
    return carving.blocks();
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

  /** An atlas of {@link #around}. */
  static Atlas atlas() {
    List<View> views = around();
    Ground ground = Ground.of(views.stream().map(View::pose).toList(), Stride.ISLAND.radius());
    return Atlas.of(SHAPE, views, ground, blocks(views));
  }
}
