package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.node.Vocabulary;

/**
 * Action vectors as Oasis was trained with them (open-oasis, utils.py). Stateless.
 *
 * <p>The camera is told in buckets 0..80, 40 at rest, spaced finely around rest and coarsely away
 * from it (Baker et al. 2022, Video PreTraining, mu-law with μ = 2.7 over ±20°).
 */
public final class OasisActions {
  /** Columns of an action vector. */
  public static final int COLUMNS = Vocabulary.OASIS.size();

  private static final int PITCH = Vocabulary.OASIS.column("cameraX");
  private static final int YAW = Vocabulary.OASIS.column("cameraY");
  private static final double MOST_DEGREES = 20;
  private static final double MU = 2.7;
  private static final double BUCKET_DEGREES = 0.5;
  private static final int REST = 40;

  private OasisActions() {}

  /** Whether a column holds the camera and not a button. */
  public static boolean isCamera(int column) {
    return column == PITCH || column == YAW;
  }

  /** The bucket of a turn in degrees a frame; turns beyond ±20° are cut. */
  public static int bucket(double degrees) {
    double x = Math.clamp(degrees, -MOST_DEGREES, MOST_DEGREES) / MOST_DEGREES;
    double bent = Math.signum(x) * Math.log(1 + MU * Math.abs(x)) / Math.log(1 + MU) * MOST_DEGREES;
    return (int) Math.rint((bent + MOST_DEGREES) / BUCKET_DEGREES);
  }

  /** Whether a number is a bucket: 0..80. */
  public static boolean isBucket(long number) {
    return number >= 0 && number <= 2 * REST;
  }

  /** What a bucket is in an action vector: −1..1, 0 at rest. */
  public static float camera(int bucket) {
    return (bucket - REST) / (float) REST;
  }

  /**
   * One action vector.
   *
   * @param buttons 0 or 1, in the vocabulary's order without the camera
   * @param pitch bucket, larger looks down
   * @param yaw bucket, larger looks right
   */
  public static float[] vector(int[] buttons, int pitch, int yaw) {
    float[] out = new float[COLUMNS];
    int button = 0;
    for (int column = 0; column < COLUMNS; column++) {
      if (!isCamera(column)) {
        out[column] = buttons[button++];
      }
    }
    out[PITCH] = camera(pitch);
    out[YAW] = camera(yaw);
    return out;
  }
}
