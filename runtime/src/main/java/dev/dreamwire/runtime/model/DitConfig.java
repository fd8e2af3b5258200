package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;

/**
 * The shape of a space-time diffusion transformer.
 *
 * @param channels of the latent
 * @param rows of the latent
 * @param columns of the latent
 * @param patch edge of a token in latent positions
 * @param hidden width
 * @param depth blocks
 * @param heads of attention
 * @param temporalEvery every n-th block also looks back in time: 1 is every block (Oasis)
 * @param actions columns of the action vector
 * @param window most frames it sees at once, the one being made included
 * @param spatialMaxFrequency of the spatial rotary embedding (Oasis: 256)
 * @param positionEmbedding whether tokens also get a learned embedding of their place
 * @param prediction what it predicts
 * @param previousFrame whether a frame's tokens are also given what the frame before it looks like
 *     at the same place, so that every block can work on what has moved
 * @param memory whether a frame's tokens are also given a remembered view at the same place, and
 *     the frame where that was seen from
 * @param fine blocks at the latent's own resolution around those on tokens; null for none
 */
public record DitConfig(
    int channels,
    int rows,
    int columns,
    int patch,
    int hidden,
    int depth,
    int heads,
    int temporalEvery,
    int actions,
    int window,
    double spatialMaxFrequency,
    boolean positionEmbedding,
    Prediction prediction,
    boolean previousFrame,
    boolean memory,
    Fine fine) {
  /**
   * Blocks that work on every position of the latent and its neighbours, before positions are
   * merged into tokens and after tokens are split again (Crowson et al. 2024, Hourglass Diffusion
   * Transformers). They see to what moves by less than a token.
   *
   * @param hidden width
   * @param before the merge, so many
   * @param after the split, so many
   * @param straight whether what comes out is also a linear map of what went in at its place, so
   *     that blocks need not carry what is already right
   */
  public record Fine(int hidden, int before, int after, boolean straight) {
    public Fine {
      if (hidden < 1 || before < 0 || after < 0) {
        throw new IllegalArgumentException(
            "fine blocks need a width of at least 1, and no less than 0 before and after");
      }
    }
  }

  public DitConfig {
    if (patch <= 0 || rows % patch != 0 || columns % patch != 0) {
      throw new IllegalArgumentException(
          "a latent of " + rows + "×" + columns + " does not divide into patches of " + patch);
    }
    if (heads <= 0 || hidden % heads != 0 || hidden / heads % 4 != 0) {
      throw new IllegalArgumentException(
          "width " + hidden + " does not divide into " + heads + " heads of a multiple of 4");
    }
    if (temporalEvery < 1 || depth < 1 || window < 2) {
      throw new IllegalArgumentException(
          "depth and temporalEvery are at least 1, the window at least 2");
    }
  }

  /** A transformer without fine blocks. */
  public DitConfig(
      int channels,
      int rows,
      int columns,
      int patch,
      int hidden,
      int depth,
      int heads,
      int temporalEvery,
      int actions,
      int window,
      double spatialMaxFrequency,
      boolean positionEmbedding,
      Prediction prediction,
      boolean previousFrame,
      boolean memory) {
    this(
        channels,
        rows,
        columns,
        patch,
        hidden,
        depth,
        heads,
        temporalEvery,
        actions,
        window,
        spatialMaxFrequency,
        positionEmbedding,
        prediction,
        previousFrame,
        memory,
        null);
  }

  /** One frame's latent {@code [C,h,w]}. */
  public Shape latentShape() {
    return Shape.of(channels, rows, columns);
  }

  /** Tokens of one frame. */
  public int tokens() {
    return rows / patch * (columns / patch);
  }

  /** Features of one head. */
  public int headSize() {
    return hidden / heads;
  }

  /** The last block that looks back in time; −1 if none does. */
  public int lastTemporal() {
    return depth / temporalEvery * temporalEvery - 1;
  }

  /** Whether a block looks back in time. */
  public boolean temporal(int block) {
    return (block + 1) % temporalEvery == 0;
  }
}
