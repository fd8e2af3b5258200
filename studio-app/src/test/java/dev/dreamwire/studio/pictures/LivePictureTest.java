package dev.dreamwire.studio.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.studio.view.MemoryImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Values become small pictures. */
class LivePictureTest {
  private static final int BLACK = 0xff000000;

  private static MemoryImage painted(PortType type, TensorView value) {
    MemoryImage image = new MemoryImage();
    TensorPainter.paint(type, value.shape(), value.toArray(), image);
    return image;
  }

  @Test
  void anImageKeepsItsColoursAsSquares() {
    MemoryImage image =
        painted(PortType.IMAGE, TensorView.of(Shape.of(3, 1, 2), 1, -1, -1, 1, -1, 9));
    assertEquals(256, image.width());
    assertEquals(128, image.height());
    assertEquals(List.of(0xffff0000, 0xff00ffff), List.of(at(image, 0.1, 0.9), at(image, 0.9, 0)));
  }

  /** A pixel, by its share of the width and the height. */
  private static int at(MemoryImage image, double x, double y) {
    return image.argb()[(int) (y * image.height()) * image.width() + (int) (x * image.width())];
  }

  @Test
  void aLatentIsATileForEachChannelAndAClipItsLastFrame() {
    float[] frame = {3, 3, 0, 0, -3, -3};
    MemoryImage latent = painted(PortType.LATENT, TensorView.of(Shape.of(3, 1, 2), frame));
    int above = at(latent, 0.1, 0.1);
    int below = at(latent, 0.1, 0.6);
    assertEquals(above, at(latent, 0.4, 0.4));
    assertEquals(BLACK, at(latent, 0.6, 0.1));
    assertTrue((above & 0xff0000) > (above & 0xff) << 16, "above zero is red");
    assertTrue((below & 0xff) << 16 > (below & 0xff0000), "below zero is blue");
    assertEquals(0, at(latent, 0.6, 0.6));
    float[] two = new float[12];
    System.arraycopy(frame, 0, two, 6, 6);
    MemoryImage clip = painted(PortType.CLIP, TensorView.of(Shape.of(2, 3, 1, 2), two));
    assertEquals(above, at(clip, 0.1, 0.1));
  }

  @Test
  void aLargeImageBecomesSmall() {
    MemoryImage image =
        painted(PortType.IMAGE, TensorView.of(Shape.of(3, 360, 640), new float[3 * 360 * 640]));
    assertEquals(213, image.width());
    assertEquals(120, image.height());
  }

  @Test
  void valuesThatComeTooSoonOrWhileOneIsPaintedAreLetGoBy() {
    AtomicLong clock = new AtomicLong();
    Deque<Runnable> painter = new ArrayDeque<>();
    List<MemoryImage> shown = new ArrayList<>();
    LivePicture picture =
        new LivePicture(PortType.IMAGE, painter::add, Runnable::run, shown::add, clock::get);
    TensorView value = TensorView.of(Shape.of(3, 1, 1), 0, 0, 0);
    picture.offer(value);
    clock.set(1_000_000_000L);
    picture.offer(value);
    assertEquals(1, painter.size());
    painter.remove().run();
    assertEquals(1, shown.size());
    clock.set(2_000_000_000L);
    picture.offer(value);
    clock.set(2_010_000_000L);
    picture.offer(value);
    assertEquals(1, painter.size());
  }
}
