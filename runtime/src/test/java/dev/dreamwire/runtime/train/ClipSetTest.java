package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.Episode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClipSetTest {
  private final ClipSet clips = TinyRun.data().data();

  @Test
  void aFrameComesWithTheActionThatLedIntoIt() {
    Episode episode = clips.episodes().get(2);
    float[] action = new float[TinyRun.ACTIONS];
    for (int frame = 1; frame < episode.frames(); frame++) {
      ClipSet.actionInto(episode, frame, action, 0);
      assertEquals(frame, action[0], "row " + (frame - 1) + " leads into frame " + frame);
      assertEquals(2, action[1]);
    }
  }

  @Test
  void nothingLedIntoTheFirstFrame() {
    float[] action = new float[TinyRun.ACTIONS];
    action[3] = 7;
    ClipSet.actionInto(clips.episodes().getFirst(), 0, action, 0);
    assertArrayEquals(new float[TinyRun.ACTIONS], action);
  }

  @Test
  void picturesRunFromMinusOneToOneChannelByChannel() {
    float[] out = new float[TinyRun.WIDTH * TinyRun.HEIGHT * 3];
    ClipSet.toFloats(clips.episodes().get(1), 7, out, 0);
    int pixels = TinyRun.WIDTH * TinyRun.HEIGHT;
    assertEquals(1 / 127.5f - 1, out[0], 1e-6);
    assertEquals(7 / 127.5f - 1, out[pixels], 1e-6);
    assertEquals(-1, out[2 * pixels], 1e-6);
  }

  @Test
  void clipsNeverCrossFromOneEpisodeToTheNext() {
    Random random = new Random(1);
    Set<ClipSet.Place> seen = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      ClipSet.Place place = clips.anyClip(random, 8);
      assertTrue(place.frame() + 8 <= clips.episodes().get(place.episode()).frames(), "" + place);
      seen.add(place);
    }
    assertEquals(23 + 1 + 33, seen.size(), "every place where a clip fits is drawn");
  }

  @Test
  void everyFrameIsDrawn() {
    Random random = new Random(1);
    Set<ClipSet.Place> seen = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      seen.add(clips.anyFrame(random));
    }
    assertEquals(clips.frameCount(), seen.size());
    assertEquals(78, clips.frameCount());
  }

  @Test
  void episodesThatAreTooShortAreRefusedBeforeTraining() {
    assertThrows(TrainingException.class, () -> clips.requireClips(41));
    assertThrows(TrainingException.class, () -> new ClipSet(8, 8, List.of()));
  }
}
