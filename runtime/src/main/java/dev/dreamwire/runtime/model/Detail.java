package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.Arrays;

/**
 * Gives a dreamed picture back the detail that it lost as a latent, from what the memory shows of
 * the same place: as motion compensation does in a video codec, with the dream in the place of the
 * residual. Where the two agree in the large, the remembered picture shows through; where they do
 * not, as where something was dug or hidden, the dream stays. A single colour that is far from all
 * that is dreamed around it is a speck, and drawn near (variance clipping, as of the history in
 * temporal anti-aliasing: M. Salvi: An Excursion in Temporal Supersampling, 2016). Stateless.
 *
 * @param <T> what a tensor is
 * @param carried share that the newest frame has, moved to where the player is: a scalar {@code []}
 *     in 0..1
 * @param recalled share that the memory's other views have, which do not wear out; likewise
 * @param tolerance difference of colours in −1..1, over which the shares fall to a third
 */
public record Detail<T>(T carried, T recalled, T tolerance) {
  /** Pixels to each side over which it is told whether two pictures agree. */
  private static final int REACH = 2;

  /** Standard deviations of the pixels around, and what is added to them, that are no speck. */
  private static final float DEVIATIONS = 2;

  private static final float MORE = 0.1f;

  /** The mean size of values, times this, is 1 or more where there are any. */
  private static final float ANY = 1e6f;

  /**
   * How much of what is remembered shows through.
   *
   * @param carried share of the newest frame, 0..1
   * @param recalled share of the other views, 0..1
   * @param tolerance difference of colours, over which the shares fall to a third
   */
  public record Settings(double carried, double recalled, double tolerance) {
    /** What keeps the built-in world both near to the truth and sharp for minutes. */
    public static final Settings USUAL = new Settings(0.28, 0.7, 0.3);
  }

  /** Settings as constants. */
  public static <T> Detail<T> of(Ops<T> ops, Settings settings) {
    return new Detail<>(
        ops.scalar((float) settings.carried()),
        ops.scalar((float) settings.recalled()),
        ops.scalar((float) settings.tolerance()));
  }

  /**
   * A picture with more detail.
   *
   * @param dreamed {@code [N,3,H,W]} in −1..1
   * @param carriedPicture the newest frame as it looks from here, of the same shape; grey, 0, all
   *     over if there is none
   * @param recalledPicture what else is known of here; likewise
   */
  public T add(Ops<T> ops, T dreamed, T carriedPicture, T recalledPicture) {
    T moved = shown(ops, dreamed, carriedPicture, carried);
    T other = shown(ops, dreamed, recalledPicture, recalled);
    return ops.clamp(ops.add(dreamed, ops.add(moved, other)), -1, 1);
  }

  /** What a remembered picture adds. */
  private T shown(Ops<T> ops, T dreamed, T known, T share) {
    T difference = meanAround(ops, ops.sub(known, dreamed), REACH);
    T squares = ops.sum(ops.mul(difference, difference), true, 1);
    T agreement = ops.exp(ops.neg(ops.div(squares, ops.mul(tolerance, tolerance))));
    T any = ops.clamp(ops.mul(ops.mean(ops.abs(known), true, 1, 2, 3), ANY), 0, 1);
    T detail = ops.sub(withoutSpecks(ops, known, dreamed), dreamed);
    return ops.mul(ops.mul(detail, agreement), ops.mul(any, share));
  }

  private T withoutSpecks(Ops<T> ops, T known, T dreamed) {
    T mean = meanAround(ops, dreamed, 1);
    T squares = meanAround(ops, ops.mul(dreamed, dreamed), 1);
    T variance = ops.clamp(ops.sub(squares, ops.mul(mean, mean)), 0, 1);
    T most = ops.add(ops.mul(ops.sqrt(variance), DEVIATIONS), MORE);
    T away = ops.sub(known, mean);
    // What is beyond the most, either way, is drawn to it: a clamp by a tensor.
    T twice = ops.sub(ops.abs(ops.add(away, most)), ops.abs(ops.sub(away, most)));
    return ops.add(mean, ops.mul(twice, 0.5f));
  }

  /** Means of the pixels around each, of those that there are. */
  private T meanAround(Ops<T> ops, T x, int reach) {
    Shape shape = ops.shape(x);
    int rows = shape.size(2);
    int columns = shape.size(3);
    int size = 2 * reach + 1;
    T planes = ops.reshape(x, Shape.of(shape.dim(0) * shape.dim(1), 1, rows, columns));
    float[] ones = new float[size * size];
    Arrays.fill(ones, 1);
    T box = ops.constant(Shape.of(1, 1, size, size), ones);
    T sums = ops.conv2d(planes, box, ops.constant(Shape.of(1), 0), 1, reach);
    T shares = ops.constant(Shape.of(1, 1, rows, columns), shares(rows, columns, reach));
    return ops.reshape(ops.mul(sums, shares), shape);
  }

  /** One over how many pixels there are around each. */
  private static float[] shares(int rows, int columns, int reach) {
    float[] out = new float[rows * columns];
    for (int i = 0; i < out.length; i++) {
      out[i] = 1f / (around(i / columns, rows, reach) * around(i % columns, columns, reach));
    }
    return out;
  }

  private static int around(int place, int count, int reach) {
    return Math.min(place + reach, count - 1) - Math.max(place - reach, 0) + 1;
  }
}
