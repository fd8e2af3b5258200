package dev.dreamwire.runtime.memory;

/**
 * What a game's pictures show, as far as remembered views need it to be shown where they would be
 * seen now. Its pictures are sheared for looking up and down, so that upright edges stay upright.
 *
 * @param fieldOfView horizontal, degrees; 0 if nothing of this is known, and views stay as they are
 * @param eyes height above the ground that a player stands on, blocks
 * @param backdrop how far away what is not the ground is taken to be where that is not known,
 *     blocks
 */
public record Camera(double fieldOfView, double eyes, double backdrop) {
  /** Nothing is known. */
  public static final Camera UNKNOWN = new Camera(0, 0, 1);

  /**
   * How near what a pose sees may be: below the eyes lies flat ground, as far as the backdrop, and
   * all else is the backdrop.
   *
   * @return {@code [H,W]}
   */
  public float[] guess(Pose pose, int height, int width) {
    float[] nearness = new float[height * width];
    for (int i = 0; i < nearness.length; i++) {
      nearness[i] = guess(pose, i / width, height, width);
    }
    return nearness;
  }

  float guess(Pose pose, int row, int height, int width) {
    double slope =
        ((row + 0.5) * 2 / height - 1) * tangent() * height / width
            + Math.tan(Math.toRadians(pose.pitch()));
    return (float) Math.max(1 / backdrop, slope / eyes);
  }

  /** Tangent of half the field of view. */
  double tangent() {
    return Math.tan(Math.toRadians(fieldOfView / 2));
  }
}
