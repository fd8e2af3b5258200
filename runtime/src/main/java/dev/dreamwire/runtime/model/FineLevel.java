package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The fine level of an hourglass diffusion transformer (Crowson et al. 2024, arXiv 2401.11605,
 * section 4): every position of the latent is a token, positions are merged into the coarser tokens
 * that attention works on, and split again. In place of its neighbourhood attention a block has a
 * perceptron over each position and the eight around it (the mixing of SegFormer's and Sana's
 * feed-forward layers), steered by adaLN. Stateless and safe on every thread.
 */
final class FineLevel {
  private static final float EPS = 1e-6f;

  private final DitConfig config;
  private final int width;

  FineLevel(DitConfig config) {
    this.config = config;
    this.width = config.fine().hidden();
  }

  /** Shift, scale and gate of every block, {@code [B,T,1,3·width]}. */
  <T> List<T> modulate(Layers<T> layers, T active) {
    List<T> out = new ArrayList<>();
    for (int i = 0; i < config.fine().before() + config.fine().after(); i++) {
      out.add(
          SpaceTimeDit.modulation(block(layers, i), "adaLN_modulation.1", active, width, 0, 1, 0));
    }
    return out;
  }

  /** Scale of all that goes straight, {@code [B,T,1,given]}; null where nothing does. */
  <T> T modulateStraight(Layers<T> layers, T active) {
    return config.fine().straight()
        ? SpaceTimeDit.modulation(layers.in("straight"), "adaLN_modulation.1", active, given(), 1)
        : null;
  }

  /** Channels of a position: of the noisy frame and of what is given beside it. */
  private int given() {
    int beside = (config.previousFrame() ? 1 : 0) + (config.memory() ? 1 : 0);
    return config.channels() * (1 + beside);
  }

  /**
   * What goes straight from what is given to what is predicted.
   *
   * @param x as for {@link #enter}
   * @param scale as {@link #modulateStraight} gave it
   * @return {@code [B,T,h·w,C]}
   */
  <T> T straight(Layers<T> layers, T x, T scale) {
    Ops<T> ops = layers.ops();
    Shape s = ops.shape(x);
    T places =
        ops.transpose(
            ops.reshape(x, Shape.of(s.dim(0), s.dim(1), s.dim(2), positions())), 0, 1, 3, 2);
    return layers
        .in("straight")
        .linearWithoutBias("linear", ops.mul(places, scale), config.channels(), Init.ZEROS);
  }

  private static <T> Layers<T> block(Layers<T> layers, int i) {
    return layers.in("fine." + i);
  }

  /**
   * From noisy frames and what is given beside them to the tokens of all positions.
   *
   * @param x {@code [B,T,C,h,w]}
   * @return {@code [B,T,h·w,width]}
   */
  <T> T enter(Layers<T> layers, T x, List<T> modulation) {
    Ops<T> ops = layers.ops();
    Shape s = ops.shape(x);
    long frames = s.dim(0) * s.dim(1);
    T channelsLast =
        ops.transpose(ops.reshape(x, Shape.of(frames, s.dim(2), s.dim(3), s.dim(4))), 0, 2, 3, 1);
    T h =
        ops.reshape(
            layers.linear3x3("fine_embedder", channelsLast, width, Init.XAVIER),
            Shape.of(s.dim(0), s.dim(1), positions(), width));
    for (int i = 0; i < config.fine().before(); i++) {
      h = mixed(block(layers, i), h, modulation.get(i));
    }
    return h;
  }

  /** Squares of positions side by side, {@code [B·T,N,p·p·width]}. */
  <T> T merge(Ops<T> ops, T h) {
    Shape s = ops.shape(h);
    int p = config.patch();
    long rows = config.rows() / p;
    long columns = config.columns() / p;
    T apart = ops.reshape(h, Shape.of(s.dim(0) * s.dim(1), rows, p, columns, p, width));
    return ops.reshape(
        ops.transpose(apart, 0, 1, 3, 2, 4, 5),
        Shape.of(s.dim(0) * s.dim(1), rows * columns, (long) p * p * width));
  }

  /**
   * Back to all positions, where what was there before the merge is added.
   *
   * @param tokens {@code [B,T,N,hidden]}
   * @param before {@code [B,T,h·w,width]}, as {@link #enter} gave it
   * @return as before
   */
  <T> T leave(Layers<T> layers, T tokens, T before, List<T> modulation) {
    Ops<T> ops = layers.ops();
    Shape s = ops.shape(tokens);
    int p = config.patch();
    long rows = config.rows() / p;
    long columns = config.columns() / p;
    T said = layers.linear("fine_split", ops.layerNorm(tokens, EPS), p * p * width, Init.XAVIER);
    T apart = ops.reshape(said, Shape.of(s.dim(0) * s.dim(1), rows, columns, p, p, width));
    T split =
        ops.reshape(
            ops.transpose(apart, 0, 1, 3, 2, 4, 5),
            Shape.of(s.dim(0), s.dim(1), positions(), width));
    T h = ops.add(split, before);
    int first = config.fine().before();
    for (int i = first; i < first + config.fine().after(); i++) {
      h = mixed(block(layers, i), h, SpaceTimeDit.newest(ops, modulation.get(i), s.size(1)));
    }
    return h;
  }

  private long positions() {
    return (long) config.rows() * config.columns();
  }

  private <T> T mixed(Layers<T> block, T h, T modulation) {
    Ops<T> ops = block.ops();
    Shape s = ops.shape(h);
    List<T> in = ops.split(modulation, -1, 3);
    T grid =
        ops.reshape(
            SpaceTimeDit.modulated(ops, h, in.get(0), in.get(1)),
            Shape.of(s.dim(0) * s.dim(1), config.rows(), config.columns(), width));
    T inner = ops.geluTanh(block.linear3x3("fc1", grid, 2 * width, Init.XAVIER));
    T said = ops.reshape(block.linear("fc2", inner, width, Init.XAVIER), s);
    return ops.add(h, ops.mul(in.get(2), said));
  }
}
