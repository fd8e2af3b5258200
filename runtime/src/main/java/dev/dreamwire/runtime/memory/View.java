package dev.dreamwire.runtime.memory;

/**
 * Something that was seen. Its arrays are not copied: do not write to them.
 *
 * @param pose that it was seen from
 * @param picture {@code [3,H,W]} in −1..1
 * @param nearness of what each pixel shows {@code [H,W]}: one over the blocks that it lies ahead,
 *     along the direction straight ahead; 0 for what is endlessly far
 */
public record View(Pose pose, float[] picture, float[] nearness) implements Glimpse {
  @Override
  public View view() {
    return this;
  }
}
