package dev.dreamwire.runtime.memory;

/**
 * Where a remembered view lies, seen from the one being made; the numbers that a denoiser is told
 * beside the view: whether there is one, sine and cosine of the turn to it, the tilt to it, and the
 * way to it forward, right and up. All zeros: nothing is remembered.
 */
public final class PoseOffset {
  /** How many numbers. */
  public static final int FEATURES = 7;

  private static final double TILT_SCALE = 45;
  private static final double WAY_SCALE = 4;

  private PoseOffset() {}

  /** Writes them from {@code at} on. */
  public static void write(Pose from, Pose to, float[] out, int at) {
    double turn = Math.toRadians(from.turnTo(to));
    Pose.Way way = from.to(to);
    out[at] = 1;
    out[at + 1] = (float) Math.sin(turn);
    out[at + 2] = (float) Math.cos(turn);
    out[at + 3] = (float) ((to.pitch() - from.pitch()) / TILT_SCALE);
    out[at + 4] = (float) (way.ahead() / WAY_SCALE);
    out[at + 5] = (float) (way.right() / WAY_SCALE);
    out[at + 6] = (float) (way.up() / WAY_SCALE);
  }
}
