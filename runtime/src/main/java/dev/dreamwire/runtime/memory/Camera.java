package dev.dreamwire.runtime.memory;

/**
 * What a game's pictures show, as far as remembered views need it to be shifted to where they would
 * be seen now.
 *
 * @param fieldOfView horizontal, degrees; 0 if nothing of this is known, and views stay as they are
 * @param eyes height above the ground that a player stands on, blocks
 * @param backdrop how far away what is not the ground is taken to be, blocks
 */
public record Camera(double fieldOfView, double eyes, double backdrop) {
  /** Nothing is known. */
  public static final Camera UNKNOWN = new Camera(0, 0, 1);
}
