package dev.dreamwire.runtime.memory;

/**
 * What is known of what a pose sees. Its arrays are not copied: do not write to them.
 *
 * @param picture {@code [3,H,W]} in −1..1; what is not known is a blur of what is around it
 * @param nearness {@code [H,W]}, see {@link View}; guessed where it is not known
 * @param known of each pixel, row by row
 */
public record Sight(float[] picture, float[] nearness, boolean[] known) {
  /** Share of the picture that is known, 0..1. */
  public double share() {
    int count = 0;
    for (boolean pixel : known) {
      count += pixel ? 1 : 0;
    }
    return (double) count / known.length;
  }
}
