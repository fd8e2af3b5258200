package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;

/**
 * Layers with weights of their own, named by a dotted path.
 *
 * @param ops the reading
 * @param path put before every weight's name
 */
record Layers<T>(Ops<T> ops, String path) {
  /** Layers below this path. */
  Layers<T> in(String name) {
    return new Layers<>(ops, path + name + ".");
  }

  /** {@code x·Wᵀ + b} with weights {@code name.weight [out,in]} and {@code name.bias [out]}. */
  T linear(String name, T x, int out, Init weight) {
    return ops.linear(
        x, matrix(name, x, out, weight), weight(name + ".bias", Shape.of(out), Init.ZEROS));
  }

  /** {@code x·Wᵀ} with the weight {@code name.weight [out,in]}. */
  T linearWithoutBias(String name, T x, int out, Init weight) {
    return ops.linear(x, matrix(name, x, out, weight), null);
  }

  /**
   * A linear layer over each place and the eight around it, {@code [N,H,W,C]} to {@code
   * [N,H,W,out]}; weights {@code name.weight [out,9·C]} and {@code name.bias [out]}.
   */
  T linear3x3(String name, T x, int out, Init init) {
    T weight = weight(name + ".weight", Shape.of(out, 9 * ops.shape(x).dim(-1)), init);
    return ops.linear3x3(x, weight, weight(name + ".bias", Shape.of(out), Init.ZEROS));
  }

  /**
   * A convolution of {@code k × k} places with zeros beyond the edge, so that stride 1 keeps the
   * size; weights {@code name.weight [out,in,k,k]} and {@code name.bias [out]}.
   */
  T conv(String name, T x, int out, int k, int stride, Init init) {
    Shape kernel = Shape.of(out, ops.shape(x).dim(1), k, k);
    T bias = weight(name + ".bias", Shape.of(out), Init.ZEROS);
    return ops.conv2d(x, weight(name + ".weight", kernel, init), bias, stride, k / 2);
  }

  /** Layer normalisation with a learned scale and shift (Ba et al. 2016). */
  T norm(String name, T x, float eps) {
    Shape width = Shape.of(ops.shape(x).dim(-1));
    T scale = weight(name + ".weight", width, Init.ONES);
    T shift = weight(name + ".bias", width, Init.ZEROS);
    return ops.add(ops.mul(ops.layerNorm(x, eps), scale), shift);
  }

  /** A learned tensor. */
  T weight(String name, Shape shape, Init init) {
    return ops.weight(new WeightSpec(path + name, shape, init));
  }

  private T matrix(String name, T x, int out, Init init) {
    return weight(name + ".weight", Shape.of(out, ops.shape(x).dim(-1)), init);
  }
}
