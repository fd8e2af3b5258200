package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyFramesTest {
  private static final int AGE = 3;

  private final KeyFrames keys = new KeyFrames(AGE, 4);

  @Test
  void aViewIsRecalledOnceItHasLeftTheWindow() {
    keys.add(looking(0));
    assertEquals(Optional.empty(), recalled(0));
    keys.add(looking(90));
    keys.add(looking(180));
    assertEquals(Optional.of(0.0), recalled(355), "across north the short way");
    assertEquals(Optional.empty(), recalled(90));
  }

  @Test
  void theFirstOfViewsThatAreNearlyTheSameIsKept() {
    keys.add(looking(0));
    keys.add(looking(4));
    pass();
    assertEquals(Optional.of(0.0), recalled(4));
    assertEquals(1, keys.poses().size());
  }

  @Test
  void aViewOfWhatLiesElsewhereIsNotRecalled() {
    keys.add(looking(0));
    pass();
    assertEquals(Optional.empty(), recalled(90));
    assertEquals(List.of(), keys.recall(new Pose(8, 0, 0, 0, 0), 1));
  }

  @Test
  void whatWasSeenFromAPlaceCanBeForgotten() {
    keys.add(looking(0));
    keys.add(looking(180));
    pass();
    keys.add(looking(20));
    keys.forget(looking(0).pose());
    pass();
    assertEquals(Optional.empty(), recalled(0));
    assertEquals(Optional.of(180.0), recalled(180));
    keys.add(looking(0));
    pass();
    assertEquals(Optional.of(0.0), recalled(0));
  }

  @Test
  void theNearestComeFirst() {
    for (int yaw : new int[] {0, 20, 40, 60}) {
      keys.add(looking(yaw));
    }
    pass();
    List<View> found = keys.recall(looking(58).pose(), 3);
    assertEquals(List.of(60.0, 40.0, 20.0), found.stream().map(v -> v.pose().yaw()).toList());
  }

  @Test
  void theOldestGoesWhenThereIsNoRoom() {
    for (int place = 0; place < 6; place++) {
      keys.add(new View(new Pose(20 * place, 0, 0, 0, 0), new float[3], new float[1]));
    }
    pass();
    assertEquals(4, keys.poses().size());
    assertEquals(40, keys.poses().getFirst().x());
  }

  private void pass() {
    for (int i = 0; i < AGE; i++) {
      keys.pass();
    }
  }

  /** Where the view that is recalled looked. */
  private Optional<Double> recalled(double yaw) {
    return keys.recall(looking(yaw).pose(), 1).stream().map(v -> v.pose().yaw()).findFirst();
  }

  private static View looking(double yaw) {
    return new View(new Pose(0, 0, 0, yaw, 0), new float[3], new float[1]);
  }
}
