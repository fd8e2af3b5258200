package dev.dreamwire.studio.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FrameMailboxTest {
  private final Queue<Runnable> reader = new ArrayDeque<>();
  private final List<Integer> shown = new ArrayList<>();
  private final FrameMailbox mailbox =
      new FrameMailbox(reader::add, picture -> shown.add(picture.argb()[0] & 0xff));

  private void post(float blue) {
    mailbox.post(FloatBuffer.wrap(new float[] {-1, -1, blue}), 1, 1, 0);
  }

  private void read() {
    while (!reader.isEmpty()) {
      reader.remove().run();
    }
  }

  @Test
  void theLatestPictureWinsAndOnlyOneReadWaits() {
    post(-1);
    post(0);
    post(1);
    assertEquals(1, reader.size());
    read();
    assertEquals(List.of(255), shown);
  }

  @Test
  void everyPictureIsShownWhenTheReaderKeepsUp() {
    for (float blue : new float[] {-1, 0, 1}) {
      post(blue);
      read();
    }
    assertEquals(List.of(0, 128, 255), shown);
  }

  @Test
  void valuesOutsideTheRangeAreHeldAtItsEnds() {
    List<int[]> pixels = new ArrayList<>();
    FrameMailbox box = new FrameMailbox(Runnable::run, p -> pixels.add(p.argb().clone()));
    box.post(FloatBuffer.wrap(new float[] {-3, 3, -1, 1, 0, 0}), 2, 1, 0);
    assertArrayEquals(new int[] {0xff000080, 0xffffff80}, pixels.get(0));
  }
}
