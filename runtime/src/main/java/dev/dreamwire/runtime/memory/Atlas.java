package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What is known of a world before a game begins: views of recorded play, where each was seen from,
 * and where one can walk. Views are kept as compressed pictures. Immutable and safe on every thread
 * as long as nobody writes to the arrays.
 *
 * @param picture shape of a view's picture {@code [3,H,W]}
 * @param poses that the views were seen from
 * @param pictures of the views, JPEG files
 * @param nearness of the views, PNG files
 * @param ground where players stood
 * @param blocks what is solid; unknown where depths are a guess
 * @param palette colours of what players lay bare or build
 */
public record Atlas(
    Shape picture,
    List<Pose> poses,
    List<byte[]> pictures,
    List<byte[]> nearness,
    Ground ground,
    Blocks blocks,
    Palette palette) {
  private static final double QUALITY = 0.85;

  public Atlas {
    poses = List.copyOf(poses);
    pictures = List.copyOf(pictures);
    nearness = List.copyOf(nearness);
  }

  /** The same without some of its views. */
  public Atlas without(IntPredicate left) {
    int[] kept = IntStream.range(0, size()).filter(left.negate()).toArray();
    return new Atlas(
        picture,
        Arrays.stream(kept).mapToObj(poses::get).toList(),
        Arrays.stream(kept).mapToObj(pictures::get).toList(),
        Arrays.stream(kept).mapToObj(nearness::get).toList(),
        ground,
        blocks,
        palette);
  }

  /** The same with other colours. */
  Atlas with(Palette other) {
    return new Atlas(picture, poses, pictures, nearness, ground, blocks, other);
  }

  /** How many views. */
  public int size() {
    return poses.size();
  }

  /**
   * One of the views, decoded: the caller's own.
   *
   * @throws UncheckedIOException if it is damaged
   */
  public View view(int number) {
    int height = picture.size(1);
    int width = picture.size(2);
    try {
      return new View(
          poses.get(number),
          ViewCodec.readPicture(pictures.get(number), height, width),
          ViewCodec.readNearness(nearness.get(number), height, width));
    } catch (IOException e) {
      throw new UncheckedIOException("view " + number + " of the atlas is damaged", e);
    }
  }

  /**
   * Where a picture was seen from that does not say so: the pose of the view that is most like it.
   *
   * @param seen {@code [3,H,W]}
   */
  public Pose whereLike(float[] seen) {
    double[] apart =
        IntStream.range(0, size()).parallel().mapToDouble(i -> apart(view(i), seen)).toArray();
    int best = 0;
    for (int i = 1; i < apart.length; i++) {
      best = apart[i] < apart[best] ? i : best;
    }
    return poses.get(best);
  }

  private static double apart(View view, float[] seen) {
    double squares = 0;
    for (int i = 0; i < seen.length; i++) {
      squares += (view.picture()[i] - seen[i]) * (view.picture()[i] - seen[i]);
    }
    return squares;
  }

  /** Compresses views; at least one. Its palette is unknown. */
  public static Atlas of(Shape picture, List<View> views, Ground ground, Blocks blocks) {
    int height = picture.size(1);
    int width = picture.size(2);
    List<byte[]> pictures = new ArrayList<>();
    List<byte[]> nearness = new ArrayList<>();
    for (View view : views) {
      pictures.add(ViewCodec.writePicture(view.picture(), height, width, QUALITY));
      nearness.add(ViewCodec.writeNearness(view.nearness(), height, width));
    }
    return new Atlas(
        picture,
        views.stream().map(View::pose).toList(),
        pictures,
        nearness,
        ground,
        blocks,
        Palette.UNKNOWN);
  }
}
