package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.TestWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReprojectionTest {
  private static final Shape ROW = Shape.of(2, 1, 4);
  private static final Camera CAMERA = new Camera(80, 1.6, 12);
  private static final float[] VIEW = {1, 2, 3, 4, 10, 20, 30, 40};

  @Test
  void aViewFromTheSamePoseIsItself() {
    assertArrayEquals(VIEW, shown(90, looking(30), looking(30)));
  }

  @Test
  void withoutAFieldOfViewItIsItself() {
    assertArrayEquals(VIEW, shown(0, looking(30), looking(80)));
  }

  @Test
  void whatLiesToTheRightComesInFromTheRight() {
    // Of 90 degrees in four cells, the outer edge of the outermost lies 45 degrees away.
    float[] turned = shown(90, looking(45), looking(0));
    assertArrayEquals(new float[] {0, 0, 1, 2, 0, 0, 10, 20}, turned);
  }

  @Test
  void whereTheFirstViewDoesNotReachTheNextOneIsSeen() {
    float[] left = {5, 6, 7, 8, 50, 60, 70, 80};
    float[] out = new float[VIEW.length];
    new Reprojection(ROW, new Camera(90, 1.6, 12))
        .write(
            List.of(
                new Reprojection.View(VIEW, looking(45)), new Reprojection.View(left, looking(-45))),
            looking(0),
            out,
            0);
    assertArrayEquals(new float[] {7, 8, 1, 2, 70, 80, 10, 20}, out);
  }

  @Test
  void whatLiesBehindIsNotSeen() {
    assertArrayEquals(new float[8], shown(90, looking(180), looking(0)));
  }

  @Test
  void aPictureOfTheWorldIsBroughtNearToWhatIsSeenAfterATurn() {
    assertNearer(Player.at(46, 3, 40, 0, 0), Player.at(46, 3, 40, 16, 10), 5);
  }

  @Test
  void groundIsBroughtNearToWhatIsSeenAfterAStep() {
    assertNearer(Player.at(46, 3, 40, 0, 40), Player.at(46.5, 3, 39.2, 0, 40), 1.5);
  }

  private static void assertNearer(Player before, Player after, double times) {
    int width = 96;
    int height = 64;
    Shape picture = Shape.of(3, height, width);
    float[] then = picture(before, width, height);
    float[] now = picture(after, width, height);
    float[] shown = new float[then.length];
    new Reprojection(picture, CAMERA)
        .write(List.of(new Reprojection.View(then, before.pose())), after.pose(), shown, 0);
    double held = 0;
    double moved = 0;
    for (int i = 0; i < now.length; i++) {
      if (shown[i] != 0) {
        held += Math.pow(then[i] - now[i], 2);
        moved += Math.pow(shown[i] - now[i], 2);
      }
    }
    assertTrue(moved < held / times, moved + " of " + held);
  }

  private static float[] picture(Player player, int width, int height) {
    byte[] rgb = TestWorld.WORLD.renderer(width, height).render(player);
    Episode single = new Episode("", width, height, rgb, new float[1][0], List.of());
    float[] out = new float[rgb.length];
    ClipSet.toFloats(single, 0, out, 0);
    return out;
  }

  private static float[] shown(double fieldOfView, Pose seen, Pose now) {
    float[] out = new float[VIEW.length];
    new Reprojection(ROW, new Camera(fieldOfView, 1.6, 12))
        .write(List.of(new Reprojection.View(VIEW, seen)), now, out, 0);
    return out;
  }

  private static Pose looking(double yaw) {
    return new Pose(1, 2, 3, yaw, 0);
  }
}
