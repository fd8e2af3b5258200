package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/**
 * Reads the action between frames from how well each cell of one frame fits shifted parts of the
 * next (a correlation layer, Dosovitskiy et al. 2015: FlowNet): two layers that all cells share,
 * one over all cells, and the scores of the classes. Stateless and safe on every thread.
 *
 * @param cells of a picture
 * @param features of a cell
 * @param classes of all factors together
 */
public record InverseDynamicsNet(int cells, int features, int classes) {
  private static final int CELL = 64;
  private static final int NARROW = 24;
  private static final int WHOLE = 96;
  private static final float EPS = 1e-4f;

  /**
   * Scores before any softmax.
   *
   * @param x {@code [N,cells,features]}
   * @return {@code [N,classes]}
   */
  public <T> T logits(Ops<T> ops, T x) {
    Layers<T> layers = new Layers<>(ops, "idm.");
    long n = ops.shape(x).dim(0);
    T seen = ops.layerNorm(x, EPS);
    T cell = ops.geluTanh(layers.linear("cell", seen, CELL, Init.XAVIER));
    T narrow =
        ops.geluTanh(layers.linear("narrow", layers.norm("norm", cell, EPS), NARROW, Init.XAVIER));
    T flat = ops.reshape(narrow, Shape.of(n, (long) cells * NARROW));
    T whole = ops.geluTanh(layers.linear("whole", flat, WHOLE, Init.XAVIER));
    return layers.linear("classes", whole, classes, Init.XAVIER);
  }
}
