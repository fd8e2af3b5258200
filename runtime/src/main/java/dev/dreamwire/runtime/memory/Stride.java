package dev.dreamwire.runtime.memory;

/**
 * How actions move a player in a frame, on open ground.
 *
 * @param turn degrees of a full {@code cameraY}
 * @param tilt degrees of a full {@code cameraX}
 * @param walk blocks
 * @param sprint blocks
 * @param sneak blocks
 * @param grip share of the speed that a player wants and does not have that it gains, 0..1; 1 walks
 *     and stands at once
 * @param jump blocks up in the first frame of a jump; 0 for a world without jumps
 * @param gravity blocks a frame that a fall gets faster in a frame
 * @param steepest look up or down, degrees
 * @param radius half the width of the body, blocks; 0 for a world whose players have none
 */
public record Stride(
    double turn,
    double tilt,
    double walk,
    double sprint,
    double sneak,
    double grip,
    double jump,
    double gravity,
    double steepest,
    double radius) {
  /** Of the built-in world. */
  public static final Stride ISLAND = new Stride(8, 5, 0.24, 0.38, 0.1, 0.6, 0.42, 0.08, 40, 0.4);
}
