package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * The shape of a U-Net that makes frames.
 *
 * @param channels of a frame: 3 for pixels
 * @param rows of a frame
 * @param columns of a frame
 * @param patch edge of the squares of places that become channels before the first layer
 * @param past frames that it is shown, stacked on the channels of the one being made
 * @param actions columns of the action vector
 * @param widths channels at each resolution, the finest first; every next one has half the edge
 * @param blocks residual blocks at each resolution, on the way down and on the way up
 * @param groups of the group normalisation
 * @param embedding width of what is said about noise and actions
 * @param conditioning how the actions come in
 * @param preconditioning what the network's output means
 * @param noisyPast whether the past has noise, of a level that the network is told
 */
public record UNetConfig(
    int channels,
    int rows,
    int columns,
    int patch,
    int past,
    int actions,
    List<Integer> widths,
    int blocks,
    int groups,
    int embedding,
    Conditioning conditioning,
    Preconditioning preconditioning,
    boolean noisyPast) {
  /** How actions reach the network. */
  public enum Conditioning {
    /** They scale and shift every normalisation, with the level of noise (DIAMOND). */
    NORMALISATION,
    /** Every place attends to them, a token each (GameNGen). */
    CROSS_ATTENTION
  }

  public UNetConfig {
    widths = List.copyOf(widths);
    int edge = patch << (widths.size() - 1);
    if (widths.isEmpty() || patch < 1 || rows % edge != 0 || columns % edge != 0) {
      throw new IllegalArgumentException(
          "frames of "
              + rows
              + "×"
              + columns
              + " do not halve "
              + (widths.size() - 1)
              + " times after patches of "
              + patch);
    }
    if (past < 1 || blocks < 1 || embedding < 2 || embedding % 2 != 0) {
      throw new IllegalArgumentException(
          "past and blocks are at least 1, the embedding is even and at least 2");
    }
    for (int width : widths) {
      if (groups < 1 || width % groups != 0) {
        throw new IllegalArgumentException(
            "a width of " + width + " does not divide into " + groups + " groups");
      }
    }
  }

  /** One frame {@code [C,h,w]}. */
  public Shape frameShape() {
    return Shape.of(channels, rows, columns);
  }
}
