package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroundTest {
  private static final double RADIUS = 0.4;

  @Test
  void aCellIsAsHighAsTheLowestWhoStoodOverIt() {
    Ground ground = Ground.of(List.of(at(0.9, 2, 0.5), at(1.5, 1, 0.5)), RADIUS);
    assertEquals(2, ground.height(0.5, 0.5), "the ledge");
    assertEquals(1, ground.height(1.5, 0.5), "not the ledge that a body hung over from");
  }

  @Test
  void everyCellUnderABodyIsKnown() {
    Ground ground = Ground.of(List.of(at(3, 5, -7)), RADIUS);
    for (double x : new double[] {2.5, 3.5}) {
      for (double z : new double[] {-7.5, -6.5}) {
        assertEquals(5, ground.height(x, z), x + ", " + z);
      }
    }
  }

  @Test
  void whereNobodyWasTheHeightIsNotKnown() {
    Ground ground = Ground.of(List.of(at(0.5, 1, 0.5), at(3.5, 1, 2.5)), RADIUS);
    assertTrue(Double.isNaN(ground.height(2.5, 0.5)), "between them");
    assertTrue(Double.isNaN(ground.height(-90, 400)), "far away");
  }

  @Test
  void aBodyWithoutWidthIsOverOneCell() {
    Ground ground = Ground.of(List.of(at(0.99, 1, 0.5)), 0);
    assertEquals(1, ground.height(0.01, 0.5));
    assertTrue(Double.isNaN(ground.height(1.01, 0.5)));
  }

  @Test
  void aGapThatNobodyPressedAgainstIsAsLowAsWhatIsAround() {
    assertEquals(1, Ground.of(around(0.5), RADIUS).height(1.5, 1.5));
  }

  @Test
  void aGapThatSomebodyPressedAgainstIsAWall() {
    double touching = 1 - RADIUS - 1e-6;
    assertTrue(Double.isNaN(Ground.of(around(touching), RADIUS).height(1.5, 1.5)));
  }

  /** On all eight cells around one, in the western ones at some x. */
  private static List<Pose> around(double west) {
    return List.of(
        at(west, 1, 0.5),
        at(west, 1, 1.5),
        at(west, 1, 2.5),
        at(1.5, 2, 0.5),
        at(1.5, 2, 2.5),
        at(2.5, 2, 0.5),
        at(2.5, 2, 1.5),
        at(2.5, 2, 2.5));
  }

  private static Pose at(double x, double y, double z) {
    return new Pose(x, y, z, 0, 0);
  }
}
