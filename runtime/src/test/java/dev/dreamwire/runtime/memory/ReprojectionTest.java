package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.world.Player;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReprojectionTest {
  private static final Shape ROW = Shape.of(3, 1, 4);
  private static final float FAR = 0.001f;

  @Test
  void aViewFromTheSamePoseIsItself() {
    View view = row(looking(30), 1);
    Sight sight = look(90, List.of(view), looking(30));
    assertArrayEquals(view.picture(), sight.picture(), 1e-6f);
    assertEquals(1, sight.share());
  }

  @Test
  void withoutAFieldOfViewTheFirstIsShownAsItIs() {
    View view = row(looking(30), 1);
    Sight sight = look(0, List.of(view, row(looking(80), 5)), looking(80));
    assertArrayEquals(view.picture(), sight.picture());
  }

  @Test
  void whatLiesToTheRightComesInFromTheRightAndTheRestIsABlurOfIt() {
    // Of 90 degrees in four pixels, the outer edge of the outermost lies 45 degrees away.
    Sight sight = look(90, List.of(row(looking(45), 1)), looking(0));
    assertArrayEquals(new boolean[] {false, false, true, true}, sight.known());
    float mean = (sight.picture()[2] + sight.picture()[3]) / 2;
    assertEquals(mean, sight.picture()[0], 1e-3f);
    assertEquals(mean, sight.picture()[1], 1e-3f);
  }

  @Test
  void whatNobodySawIsTakenToBeTheBackground() {
    // From the side, something near hid what lies beside it now.
    View view = plain(looking(45), -1, 0);
    Arrays.fill(view.picture(), 0, 12, -1);
    view.picture()[0] = 1;
    view.nearness()[0] = 0.5f;
    Sight sight = look(90, List.of(view), looking(0));
    assertFalse(sight.known()[0]);
    assertTrue(sight.picture()[0] < -0.8, "like the far pixel, not " + sight.picture()[0]);
  }

  @Test
  void whereTheFirstViewDoesNotReachTheNextOneIsSeen() {
    View right = row(looking(45), 1);
    View left = row(looking(-45), 5);
    Sight both = look(90, List.of(right, left), looking(0));
    assertEquals(1, both.share());
    assertEquals(look(90, List.of(right), looking(0)).picture()[3], both.picture()[3]);
    assertEquals(look(90, List.of(left), looking(0)).picture()[0], both.picture()[0]);
  }

  @Test
  void whatLiesBehindIsNotSeen() {
    Sight sight = look(90, List.of(row(looking(180), 1)), looking(0));
    assertEquals(0, sight.share());
    assertArrayEquals(new float[12], sight.picture());
  }

  @Test
  void whatIsNearHidesWhatIsFar() {
    // Straight ahead of both: a wall that one sees from a step before it, and the sky behind it
    // that the other saw before the wall.
    Pose here = looking(0);
    View sky = plain(here, -1, 0);
    View wall = plain(here, 1, 0.5f);
    assertEquals(1, look(90, List.of(sky, wall), here).picture()[1], 1e-6f);
  }

  @Test
  void theWorldIsShownNearlyAsItIsAfterATurnAndAStep() {
    Player before = Player.at(46, 3, 40, 0, 0);
    Player after = Player.at(46.4, 3, 39.6, 16, 10);
    Reprojection reprojection = new Reprojection(WorldViews.SHAPE, WorldViews.CAMERA);
    List<View> views = List.of(WorldViews.of(before));
    Sight sight =
        reprojection
            .look(reprojection.surfaces(views, after.pose()), views, List.of(), after.pose())
            .sight();
    float[] truth = WorldViews.of(after).picture();
    double held = WorldViews.psnr(WorldViews.of(before).picture(), truth, sight.known());
    double moved = WorldViews.psnr(sight.picture(), truth, sight.known());
    assertTrue(sight.share() > 0.5, sight.share() + " is known");
    assertTrue(moved > held + 8, moved + " dB, where the view as it was has " + held);
  }

  @Test
  void anEdgeIsAMeanOfWhatItsQuartersShow() {
    float[] fine = new float[16];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = i % 8 < 3 ? 0.5f : 0.1f;
    }
    Side[] none = new Side[fine.length];
    Surfaces surfaces = Surfaces.fine(fine, none, 4);
    Reprojection reprojection = new Reprojection(ROW, new Camera(90, 1.6, 12));
    Pose here = looking(0);
    View near = plain(here, 1, 0.5f);
    View far = plain(here, -1, 0.1f);
    Remembered seen = reprojection.look(surfaces, List.of(near, far), List.of(), here);
    float[] edge = {1, 0, -1, -1};
    assertArrayEquals(edge, Arrays.copyOf(seen.sight().picture(), 4), 1e-6f);
    View bright = plain(here, 0.5f, 0.5f);
    float[] carried = reprojection.carry(bright, seen, here, true);
    assertArrayEquals(new float[] {0.5f, -0.25f, -1, -1}, Arrays.copyOf(carried, 4), 1e-6f);
  }

  @Test
  void whatSomethingStoodBeforeIsCarriedFromNowhere() {
    Reprojection reprojection = new Reprojection(WorldViews.SHAPE, WorldViews.CAMERA);
    View near = WorldViews.plain(looking(0), 1, 0.5f);
    View far = WorldViews.plain(looking(0), -1, 0.1f);
    Remembered behind =
        reprojection.look(
            reprojection.surfaces(List.of(far), looking(0)), List.of(far), List.of(), looking(0));
    assertEquals(-1, reprojection.carry(near, behind, looking(0), true)[0], "as it is remembered");
    assertEquals(
        1, reprojection.carry(near, behind, looking(0), false)[0], "if depths are a guess");
    assertEquals(-1, reprojection.carry(far, behind, looking(0), true)[0], "of the same surface");
  }

  private static Sight look(double fieldOfView, List<View> views, Pose now) {
    Reprojection reprojection = new Reprojection(ROW, new Camera(fieldOfView, 1.6, 12));
    return reprojection.look(reprojection.surfaces(views, now), views, List.of(), now).sight();
  }

  /** Four pixels of endlessly far things. */
  private static View row(Pose pose, float first) {
    float[] picture = new float[12];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (first + i) / 20;
    }
    return new View(pose, picture, new float[] {FAR, FAR, FAR, FAR});
  }

  private static View plain(Pose pose, float colour, float nearness) {
    float[] picture = new float[12];
    float[] near = new float[4];
    Arrays.fill(picture, colour);
    Arrays.fill(near, nearness);
    return new View(pose, picture, near);
  }

  private static Pose looking(double yaw) {
    return new Pose(1, 2, 3, yaw, 0);
  }
}
