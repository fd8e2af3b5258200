package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyFramesTest {
  private static final int AGE = 3;

  private final KeyFrames<String> keys = new KeyFrames<>(List.of(), AGE, 4);

  @Test
  void aViewIsRecalledOnceItHasLeftTheWindow() {
    keys.add(looking(0), false, "north");
    assertEquals(Optional.empty(), recalled(0));
    keys.add(looking(90), false, "east");
    keys.add(looking(180), false, "south");
    assertEquals(Optional.of("north"), recalled(355), "across north the short way");
    assertEquals(Optional.empty(), recalled(90));
  }

  @Test
  void theFirstOfViewsThatAreNearlyTheSameIsKept() {
    keys.add(looking(0), false, "first");
    keys.add(looking(4), false, "second");
    pass();
    assertEquals(Optional.of("first"), recalled(4));
    assertEquals(1, keys.poses().size());
  }

  @Test
  void aViewOfWhatLiesElsewhereIsNotRecalled() {
    keys.add(looking(0), false, "north");
    pass();
    assertEquals(Optional.empty(), recalled(90));
    assertEquals(Optional.empty(), first(keys, new Pose(8, 0, 0, 0, 0)));
  }

  @Test
  void aPlaceThatIsChangedIsForgottenAsItWas() {
    keys.add(looking(0), false, "whole");
    keys.add(looking(180), false, "behind");
    pass();
    keys.add(looking(0), true, "while digging");
    assertEquals(Optional.empty(), recalled(0));
    assertEquals(Optional.of("behind"), recalled(180));
    keys.add(looking(0), false, "dug");
    pass();
    assertEquals(Optional.of("dug"), recalled(0));
  }

  @Test
  void whatIsKnownBeforeTheGameIsTrustedMoreThanTheDream() {
    KeyFrames<String> knowing = new KeyFrames<>(List.of(KeyFrames.Key.given(looking(0), "known")), AGE, 4);
    assertEquals(Optional.of("known"), first(knowing, looking(10)));
    knowing.add(looking(10), false, "dreamed");
    knowing.add(looking(180), false, "dreamed where nothing is known");
    pass(knowing);
    assertEquals(Optional.of("known"), first(knowing, looking(10)));
    assertEquals(List.of(looking(180)), knowing.poses());
  }

  @Test
  void whatIsKnownDoesNotHoldWhereThePlayerChangedIt() {
    KeyFrames<String> knowing = new KeyFrames<>(List.of(KeyFrames.Key.given(looking(0), "known")), AGE, 4);
    knowing.add(looking(5), true, "while digging");
    knowing.add(looking(5), false, "dug");
    pass(knowing);
    assertEquals(Optional.of("dug"), first(knowing, looking(0)));
    knowing.clear();
    assertEquals(Optional.of("known"), first(knowing, looking(0)), "in the next game");
  }

  @Test
  void theNearestComeFirst() {
    for (int yaw : new int[] {0, 20, 40, 60, 80}) {
      keys.add(looking(yaw), false, "at " + yaw);
    }
    pass();
    List<KeyFrames.Key<String>> found = keys.recall(looking(58), 3);
    assertEquals(
        List.of("at 60", "at 40", "at 80"), found.stream().map(KeyFrames.Key::view).toList());
  }

  @Test
  void theOldestGoesWhenThereIsNoRoom() {
    for (int place = 0; place < 6; place++) {
      keys.add(new Pose(20 * place, 0, 0, 0, 0), false, "place " + place);
    }
    pass();
    assertEquals(4, keys.poses().size());
    assertEquals(Optional.empty(), first(keys, new Pose(0, 0, 0, 0, 0)));
  }

  /** Lets all views grow old, far away from everything. */
  private void pass() {
    pass(keys);
  }

  private static void pass(KeyFrames<String> keys) {
    for (int i = 0; i < AGE; i++) {
      keys.add(new Pose(1000, 0, 0, 0, 0), true, "far away");
    }
  }

  private Optional<String> recalled(double yaw) {
    return first(keys, looking(yaw));
  }

  private static Optional<String> first(KeyFrames<String> keys, Pose pose) {
    return keys.recall(pose, 1).stream().map(KeyFrames.Key::view).findFirst();
  }

  private static Pose looking(double yaw) {
    return new Pose(0, 0, 0, yaw, 0);
  }
}
