package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A convolutional U-Net (Ronneberger et al. 2015; Ho et al. 2020) that is shown the past as further
 * channels: the network of DIAMOND (Alonso et al. 2024) and, in small, of GameNGen (Valevski et al.
 * 2024). Immutable and safe on every thread.
 *
 * @param config its shape
 * @param prefix of its weights' names
 */
public record UNet(UNetConfig config, String prefix) {
  private static final float EPS = 1e-5f;
  private static final double LOWEST_FREQUENCY = 0.5;
  private static final double HIGHEST_FREQUENCY = 64;

  /**
   * What the network is told about a batch.
   *
   * @param past {@code [B,past·C,h,w]}, the oldest frame first, zeros where there was none yet
   * @param level of the noise {@code [B]}, from {@link Preconditioning.Scales#level}
   * @param pastLevel timestep of the past's noise over 1000 {@code [B]}; unread without noisyPast
   * @param actions {@code [B,past,A]}: those that lead into all shown frames but the oldest, and
   *     last the one into the frame being made
   */
  public record Given<T>(T past, T level, T pastLevel, T actions) {}

  /**
   * One pass.
   *
   * @param x scaled noisy frames {@code [B,C,h,w]}
   * @return what the network says about them {@code [B,C,h,w]}
   */
  public <T> T forward(Ops<T> ops, T x, Given<T> given) {
    return new Pass<>(ops, config, new Layers<>(ops, prefix), given).run(x);
  }

  /** One writing of the network. */
  private static final class Pass<T> {
    private final Ops<T> ops;
    private final UNetConfig config;
    private final Layers<T> layers;
    private final Given<T> given;
    private final T embedding;
    private final T tokens;

    Pass(Ops<T> ops, UNetConfig config, Layers<T> layers, Given<T> given) {
      this.ops = ops;
      this.config = config;
      this.layers = layers;
      this.given = given;
      boolean attends = config.conditioning() == UNetConfig.Conditioning.CROSS_ATTENTION;
      this.tokens = attends ? actionTokens() : null;
      this.embedding = embed(attends);
    }

    T run(T x) {
      List<Integer> widths = config.widths();
      int last = widths.size() - 1;
      Deque<T> skips = new ArrayDeque<>();
      T h = ops.concat(1, List.of(unfold(x), unfold(given.past())));
      h = layers.conv("stem", h, widths.getFirst(), 3, 1, Init.XAVIER);
      for (int i = 0; i <= last; i++) {
        for (int b = 0; b < config.blocks(); b++) {
          h = block("down." + i + "." + b, h, widths.get(i));
          skips.push(h);
        }
        if (i < last) {
          h = layers.conv("down." + i + ".half", h, widths.get(i), 3, 2, Init.XAVIER);
        }
      }
      h = block("middle", h, widths.get(last));
      for (int i = last; i >= 0; i--) {
        for (int b = 0; b < config.blocks(); b++) {
          T joined = ops.concat(1, List.of(h, skips.pop()));
          h = block("up." + i + "." + b, joined, widths.get(i));
        }
        if (i > 0) {
          T doubled = ops.upsample(h, 2);
          h = layers.conv("up." + i + ".double", doubled, widths.get(i - 1), 3, 1, Init.XAVIER);
        }
      }
      int out = config.channels() * config.patch() * config.patch();
      T normed = affine(ops.groupNorm(h, config.groups(), EPS), "head.norm");
      return fold(layers.conv("head", ops.silu(normed), out, 3, 1, Init.ZEROS));
    }

    /** A residual block whose normalisations are steered, and attention to actions if it is so. */
    private T block(String name, T x, int width) {
      Layers<T> in = layers.in(name);
      T h = ops.silu(steered(in, "norm1", x));
      h = in.conv("conv1", h, width, 3, 1, Init.XAVIER);
      h = ops.silu(steered(in, "norm2", h));
      h = in.conv("conv2", h, width, 3, 1, Init.ZEROS);
      boolean same = ops.shape(x).dim(1) == width;
      T out = ops.add(same ? x : in.conv("skip", x, width, 1, 1, Init.XAVIER), h);
      return tokens == null ? out : ops.add(out, attended(in, out, width));
    }

    /** Adaptive group normalisation (Dhariwal &amp; Nichol 2021, section 3). */
    private T steered(Layers<T> in, String name, T x) {
      long width = ops.shape(x).dim(1);
      long clips = ops.shape(x).dim(0);
      T both = in.linear(name, embedding, Math.toIntExact(2 * width), Init.normal(0.02f));
      List<T> parts = ops.split(ops.reshape(both, Shape.of(clips, 2 * width, 1, 1)), 1, 2);
      T normed = ops.groupNorm(x, config.groups(), EPS);
      return ops.add(ops.mul(normed, ops.add(parts.get(0), 1)), parts.get(1));
    }

    private T affine(T normed, String name) {
      Shape each = Shape.of(1, ops.shape(normed).dim(1), 1, 1);
      return ops.add(
          ops.mul(normed, layers.weight(name + ".weight", each, Init.ONES)),
          layers.weight(name + ".bias", each, Init.ZEROS));
    }

    private T attended(Layers<T> in, T x, int width) {
      Shape shape = ops.shape(x);
      long places = shape.dim(2) * shape.dim(3);
      T rows = ops.transpose(ops.reshape(x, Shape.of(shape.dim(0), width, places)), 0, 2, 1);
      T q = in.linear("query", ops.layerNorm(rows, EPS), width, Init.XAVIER);
      T k = in.linear("key", tokens, width, Init.XAVIER);
      T v = in.linear("value", tokens, width, Init.XAVIER);
      T seen = ops.attention(q, k, v, (float) (1 / Math.sqrt(width)), null);
      T out = in.linear("attended", seen, width, Init.ZEROS);
      return ops.reshape(ops.transpose(out, 0, 2, 1), shape);
    }

    private T actionTokens() {
      Shape places = Shape.of(config.past(), config.embedding());
      T tokens = layers.linear("actions", given.actions(), config.embedding(), Init.XAVIER);
      return ops.add(tokens, layers.weight("actions.place", places, Init.normal(0.5f)));
    }

    /** {@code [B,E]}: the level of noise, and what else steers the normalisations. */
    private T embed(boolean attends) {
      int width = config.embedding();
      T sum = layers.linear("level", waves(given.level()), width, Init.XAVIER);
      if (config.noisyPast()) {
        sum = ops.add(sum, layers.linear("past", waves(given.pastLevel()), width, Init.XAVIER));
      }
      if (!attends) {
        long clips = ops.shape(given.actions()).dim(0);
        T row = ops.reshape(given.actions(), Shape.of(clips, config.past() * config.actions()));
        sum = ops.add(sum, layers.linear("actions", row, width, Init.XAVIER));
      }
      T hidden = layers.linear("embedding", ops.silu(sum), width, Init.XAVIER);
      return ops.silu(hidden);
    }

    /** Sines and cosines of a number, {@code [B]} to {@code [B,E]}. */
    private T waves(T level) {
      int half = config.embedding() / 2;
      float[] frequencies = new float[half];
      for (int i = 0; i < half; i++) {
        double share = half == 1 ? 0 : (double) i / (half - 1);
        frequencies[i] =
            (float) (LOWEST_FREQUENCY * Math.pow(HIGHEST_FREQUENCY / LOWEST_FREQUENCY, share));
      }
      T column = ops.reshape(level, Shape.of(ops.shape(level).dim(0), 1));
      T angles = ops.mul(column, ops.constant(Shape.of(1, half), frequencies));
      return ops.concat(1, List.of(ops.cos(angles), ops.sin(angles)));
    }

    /** Squares of places become channels. */
    private T unfold(T x) {
      int p = config.patch();
      Shape s = ops.shape(x);
      if (p == 1) {
        return x;
      }
      Shape apart = Shape.of(s.dim(0), s.dim(1), s.dim(2) / p, p, s.dim(3) / p, p);
      T turned = ops.transpose(ops.reshape(x, apart), 0, 1, 3, 5, 2, 4);
      return ops.reshape(turned, Shape.of(s.dim(0), s.dim(1) * p * p, s.dim(2) / p, s.dim(3) / p));
    }

    /** Channels become squares of places again. */
    private T fold(T x) {
      int p = config.patch();
      Shape s = ops.shape(x);
      if (p == 1) {
        return x;
      }
      long channels = s.dim(1) / p / p;
      T apart = ops.reshape(x, Shape.of(s.dim(0), channels, p, p, s.dim(2), s.dim(3)));
      return ops.reshape(
          ops.transpose(apart, 0, 1, 4, 2, 5, 3),
          Shape.of(s.dim(0), channels, s.dim(2) * p, s.dim(3) * p));
    }
  }
}
