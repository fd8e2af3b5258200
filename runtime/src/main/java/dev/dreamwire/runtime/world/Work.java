package dev.dreamwire.runtime.world;

/**
 * What a player has done to the world and what its hand is doing.
 *
 * @param changes the columns dug in and built on
 * @param digging the block that is being dug; null if none is
 * @param strokes frames that it has been dug for, less than {@link #TOUGHNESS}
 * @param swing frame of the hand's swing, 1 to {@link #SWING}; 0 while the hand rests out of sight
 */
public record Work(Changes changes, Block digging, int strokes, int swing) {
  /** Frames of digging after which a block is gone. */
  public static final int TOUGHNESS = 3;

  /** Frames of one swing of the hand. */
  public static final int SWING = 4;

  /** Nothing done. */
  public static final Work NONE = new Work(Changes.NONE, null, 0, 0);
}
