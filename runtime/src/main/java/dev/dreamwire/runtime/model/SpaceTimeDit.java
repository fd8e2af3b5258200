package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.tensor.TorchRounding;
import java.util.ArrayList;
import java.util.List;

/**
 * A causal space-time diffusion transformer (Peebles &amp; Xie 2023; Chen et al. 2024, Diffusion
 * Forcing). Every frame has its own noise level and action; blocks attend over the tokens of a
 * frame and, every n-th, over the same token of earlier frames. Structure, names of weights and
 * formulas follow open-oasis, dit.py. Stateless and safe on every thread.
 */
public final class SpaceTimeDit {
  private static final float EPS = 1e-6f;
  private static final int FREQUENCIES = 128;

  private final DitConfig config;
  private final String path;

  /** Null where there are no fine blocks. */
  private final FineLevel fine;

  /**
   * A model.
   *
   * @param path put before the names of its weights
   */
  public SpaceTimeDit(DitConfig config, String path) {
    this.config = config;
    this.path = path;
    this.fine = config.fine() == null ? null : new FineLevel(config);
  }

  /** Its shape. */
  public DitConfig config() {
    return config;
  }

  /**
   * Predicts for a whole window, every frame seeing itself and all earlier ones.
   *
   * @param x noisy latents {@code [B,T,C,h,w]}
   * @param timesteps of each frame, 0..1000, {@code [B,T]}
   * @param actions that lead into each frame, {@code [B,T,A]}, or null for a model run without
   * @return what the model predicts, {@code [B,T,C,h,w]}
   */
  public <T> T forward(Ops<T> ops, T x, T timesteps, T actions) {
    return forward(ops, x, timesteps, actions, null);
  }

  /**
   * The same with what each frame remembers.
   *
   * @param recall views and carried frames, as noisy as their past, {@code [B,T,C,h,w]}, and
   *     offsets {@code [B,T,7]}, zeros for nothing; null for a model without memory, or if no frame
   *     remembers anything
   */
  public <T> T forward(Ops<T> ops, T x, T timesteps, T actions, Recall<T> recall) {
    T nothing = config.memory() && recall == null ? nothing(ops, ops.shape(x)) : null;
    return forward(
        ops,
        x,
        beside(
            config.previousFrame() ? previous(ops, x, recall) : null,
            recall == null ? nothing : recall.latent()),
        modulate(ops, condition(ops, timesteps, actions, recall == null ? null : recall.offset())),
        WindowAttention.causal(ops, ops.shape(x).size(1), config.headSize()),
        ops.shape(x).size(1));
  }

  /** What tokens are given beside the noisy frame, of what there is; all {@code [B,T,C,h,w]}. */
  <T> List<T> beside(T previous, T recalled) {
    List<T> out = new ArrayList<>();
    if (config.previousFrame()) {
      out.add(previous);
    }
    if (config.memory()) {
      out.add(recalled);
    }
    return out;
  }

  /** Zeros. */
  static <T> T nothing(Ops<T> ops, Shape shape) {
    return ops.constant(shape, new float[Math.toIntExact(shape.count())]);
  }

  /** What each frame is given as the one before it. */
  private <T> T previous(Ops<T> ops, T x, Recall<T> recall) {
    T before = before(ops, x);
    return recall == null ? before : ops.add(before, recall.moved(ops, before));
  }

  /** The frame before each of {@code [B,T,C,h,w]}; zeros before the first. */
  <T> T before(Ops<T> ops, T x) {
    Shape s = ops.shape(x);
    T nothing = nothing(ops, config.latentShape().prepend(s.dim(0), 1));
    return s.dim(1) == 1
        ? nothing
        : ops.concat(1, List.of(nothing, ops.slice(x, 1, 0, s.dim(1) - 1)));
  }

  /**
   * As {@link #forward(Ops, Object, Object, Object)} with a choice of what frames see.
   *
   * @param beside as {@link #beside} gives it
   * @param wanted how many of the newest frames are predicted; the ones before are context, and
   *     nothing is computed of them that none of these looks at
   * @return {@code [B,wanted,C,h,w]}
   */
  <T> T forward(
      Ops<T> ops,
      T x,
      List<T> beside,
      Modulation<T> modulation,
      TemporalAttention<T> past,
      int wanted) {
    Layers<T> layers = new Layers<>(ops, path);
    Shape s = ops.shape(x);
    long batch = s.dim(0);
    long frames = s.dim(1);
    int lastLookBack = config.lastTemporal();
    List<T> given = new ArrayList<>(beside);
    given.addFirst(x);
    T all = given.size() == 1 ? x : ops.concat(2, given);
    T places = fine == null ? null : fine.enter(layers, all, modulation.fine());
    T tokens =
        layers.linear(
            "x_embedder.proj",
            fine == null ? patches(ops, all) : fine.merge(ops, places),
            config.hidden(),
            Init.XAVIER);
    if (config.positionEmbedding()) {
      tokens =
          ops.add(
              tokens,
              layers.weight(
                  "pos_embed", Shape.of(config.tokens(), config.hidden()), Init.normal(0.02f)));
    }
    T h = ops.reshape(tokens, Shape.of(batch, frames, config.tokens(), config.hidden()));
    if (lastLookBack < 0) {
      h = newest(ops, h, wanted);
    }
    Rotary<T> place = place(ops);
    int half = 0;
    int temporalLayer = 0;
    for (int b = 0; b < config.depth(); b++) {
      int i = b;
      Layers<T> block = layers.in("blocks." + i);
      h =
          half(
              block,
              "s",
              h,
              modulation.halves().get(half++),
              ops.shape(h).size(1),
              (q, k, v) -> acrossSpace(ops, q, k, v, place));
      if (config.temporal(i)) {
        int layer = temporalLayer++;
        h =
            half(
                block,
                "t",
                h,
                modulation.halves().get(half++),
                i == lastLookBack ? wanted : ops.shape(h).size(1),
                (q, k, v) ->
                    acrossTime(
                        ops, i == lastLookBack ? newest(ops, q, wanted) : q, k, v, layer, past));
      }
    }
    int patch = config.patch();
    if (fine != null) {
      h = fine.leave(layers, h, newest(ops, places, wanted), modulation.fine());
      patch = 1;
    }
    List<T> shiftScale = ops.split(newest(ops, modulation.last(), wanted), -1, 2);
    T y = modulated(ops, h, shiftScale.get(0), shiftScale.get(1));
    int out = config.channels() * patch * patch;
    y = layers.in("final_layer").linear("linear", y, out, Init.ZEROS);
    if (modulation.straight() != null) {
      T scale = newest(ops, modulation.straight(), wanted);
      y = ops.add(y, fine.straight(layers, newest(ops, all, wanted), scale));
    }
    T joined =
        Patches.joinChannelsLast(
            ops,
            ops.reshape(y, Shape.of(batch * wanted, ops.shape(y).dim(2), out)),
            config.channels(),
            config.rows() / patch,
            config.columns() / patch,
            patch);
    return ops.reshape(joined, config.latentShape().prepend(batch, wanted));
  }

  /** The newest frames of {@code [B,T,…]}. */
  static <T> T newest(Ops<T> ops, T x, int frames) {
    int all = ops.shape(x).size(1);
    return frames == all ? x : ops.slice(x, 1, all - frames, all);
  }

  /** Of {@code [B,T,C,h,w]}: {@code [B·T,N,C·p·p]}. */
  private <T> T patches(Ops<T> ops, T x) {
    Shape s = ops.shape(x);
    Shape flat = Shape.of(s.dim(0) * s.dim(1), s.dim(2), s.dim(3), s.dim(4));
    return Patches.cut(ops, ops.reshape(x, flat), config.patch());
  }

  /**
   * One vector a frame that says how noisy it is, what action led into it, and where the remembered
   * view beside it was seen from.
   *
   * @param timesteps {@code [B,T]}
   * @param actions {@code [B,T,A]} or null
   * @param offsets {@code [B,T,7]}, see {@link PoseOffset}; null for none, and for a model without
   *     memory
   * @return {@code [B,T,hidden]}
   */
  public <T> T condition(Ops<T> ops, T timesteps, T actions, T offsets) {
    Layers<T> layers = new Layers<>(ops, path);
    float[] frequencies = timestepFrequencies();
    T angles =
        ops.mul(
            ops.reshape(
                timesteps, Shape.of(ops.shape(timesteps).dim(0), ops.shape(timesteps).dim(1), 1)),
            ops.constant(Shape.of(FREQUENCIES), frequencies));
    T embedding = ops.concat(-1, List.of(ops.cos(angles), ops.sin(angles)));
    Layers<T> mlp = layers.in("t_embedder");
    T level =
        mlp.linear(
            "mlp.2",
            ops.silu(mlp.linear("mlp.0", embedding, config.hidden(), Init.normal(0.02f))),
            config.hidden(),
            Init.normal(0.02f));
    T out =
        actions == null
            ? level
            : ops.add(level, layers.linear("external_cond", actions, config.hidden(), Init.XAVIER));
    if (!config.memory()) {
      return out;
    }
    T where =
        offsets == null
            ? nothing(
                ops,
                Shape.of(
                    ops.shape(timesteps).dim(0), ops.shape(timesteps).dim(1), PoseOffset.FEATURES))
            : offsets;
    return ops.add(
        out, layers.linearWithoutBias("memory_cond", where, config.hidden(), Init.XAVIER));
  }

  /**
   * Frequencies of the timestep embedding: {@code 10000^(−i/128)}, as the reference rounds them.
   */
  public static float[] timestepFrequencies() {
    float[] out = new float[FREQUENCIES];
    for (int i = 0; i < FREQUENCIES; i++) {
      out[i] = TorchRounding.exp(-9.2103404f * i / FREQUENCIES);
    }
    return out;
  }

  /** All shifts, scales and gates of all layers, from {@link #condition}. */
  <T> Modulation<T> modulate(Ops<T> ops, T condition) {
    Layers<T> layers = new Layers<>(ops, path);
    T active = ops.silu(condition);
    List<T> halves = new ArrayList<>();
    for (int i = 0; i < config.depth(); i++) {
      Layers<T> block = layers.in("blocks." + i);
      halves.add(
          modulation(block, "s_adaLN_modulation.1", active, config.hidden(), 0, 1, 0, 0, 1, 0));
      if (config.temporal(i)) {
        halves.add(
            modulation(block, "t_adaLN_modulation.1", active, config.hidden(), 0, 1, 0, 0, 1, 0));
      }
    }
    int last = fine == null ? config.hidden() : config.fine().hidden();
    return new Modulation<>(
        halves,
        fine == null ? List.of() : fine.modulate(layers, active),
        fine == null ? null : fine.modulateStraight(layers, active),
        modulation(layers.in("final_layer"), "adaLN_modulation.1", active, last, 0, 1));
  }

  /**
   * Vectors for all tokens of a frame alike.
   *
   * @param features of one vector
   * @param rest what each vector is when the layer says nothing: a scale is 1
   * @return {@code [B,T,1,vectors·features]}
   */
  static <T> T modulation(Layers<T> layers, String name, T active, int features, float... rest) {
    Ops<T> ops = layers.ops();
    int width = rest.length * features;
    float[] base = new float[width];
    for (int i = 0; i < width; i++) {
      base[i] = rest[i / features];
    }
    T said =
        ops.add(
            layers.linear(name, active, width, Init.ZEROS), ops.constant(Shape.of(width), base));
    Shape s = ops.shape(said);
    return ops.reshape(said, Shape.of(s.dim(0), s.dim(1), 1, width));
  }

  /** Attention over heads that are already split. */
  private interface Attend<T> {
    /** All {@code [B,T,N,heads,features]}. */
    T over(T q, T k, T v);
  }

  /** Attention and a perceptron; of the frames, so many of the newest come out. */
  private <T> T half(
      Layers<T> block, String kind, T x, T modulation, int wanted, Attend<T> attend) {
    Ops<T> ops = block.ops();
    List<T> in = ops.split(newest(ops, modulation, ops.shape(x).size(1)), -1, 6);
    T attended =
        attention(block.in(kind + "_attn"), modulated(ops, x, in.get(0), in.get(1)), attend);
    List<T> m = in.stream().map(vectors -> newest(ops, vectors, wanted)).toList();
    T middle = ops.add(newest(ops, x, wanted), ops.mul(m.get(2), attended));
    Layers<T> mlp = block.in(kind + "_mlp");
    T inner =
        ops.geluTanh(
            mlp.linear(
                "fc1",
                modulated(ops, middle, m.get(3), m.get(4)),
                4 * config.hidden(),
                Init.XAVIER));
    return ops.add(
        middle, ops.mul(m.get(5), mlp.linear("fc2", inner, config.hidden(), Init.XAVIER)));
  }

  private <T> T attention(Layers<T> layers, T x, Attend<T> attend) {
    Ops<T> ops = layers.ops();
    Shape s = ops.shape(x);
    Shape heads = Shape.of(s.dim(0), s.dim(1), s.dim(2), config.heads(), config.headSize());
    List<T> parts =
        ops.split(layers.linearWithoutBias("to_qkv", x, 3 * config.hidden(), Init.XAVIER), -1, 3);
    T out =
        attend.over(
            ops.reshape(parts.get(0), heads),
            ops.reshape(parts.get(1), heads),
            ops.reshape(parts.get(2), heads));
    Shape joined = Shape.of(s.dim(0), ops.shape(out).dim(1), s.dim(2), config.hidden());
    return layers.linear("to_out", ops.reshape(out, joined), config.hidden(), Init.XAVIER);
  }

  private <T> T acrossSpace(Ops<T> ops, T q, T k, T v, Rotary<T> place) {
    int[] order = {0, 1, 3, 2, 4};
    T out =
        ops.attention(
            place.rotate(ops, ops.transpose(q, order)),
            place.rotate(ops, ops.transpose(k, order)),
            ops.transpose(v, order),
            (float) (1 / Math.sqrt(config.headSize())),
            null);
    return ops.transpose(out, order);
  }

  private <T> T acrossTime(Ops<T> ops, T q, T k, T v, int layer, TemporalAttention<T> past) {
    int[] order = {0, 2, 3, 1, 4};
    T out =
        past.attend(
            layer, ops.transpose(q, order), ops.transpose(k, order), ops.transpose(v, order));
    return ops.transpose(out, 0, 3, 1, 2, 4);
  }

  private <T> Rotary<T> place(Ops<T> ops) {
    return Rotary.of(
        ops,
        Rotary.axial(
            config.rows() / config.patch(),
            config.columns() / config.patch(),
            config.headSize() / 2,
            config.spatialMaxFrequency(),
            config.headSize()));
  }

  static <T> T modulated(Ops<T> ops, T x, T shift, T scale) {
    return ops.add(ops.mul(ops.layerNorm(x, EPS), scale), shift);
  }

  /**
   * Shifts, scales and gates.
   *
   * @param halves of every attention layer in order, {@code [B,T,1,6·hidden]}
   * @param fine of every fine block in order, {@code [B,T,1,3·fine.hidden]}
   * @param straight of what goes past all blocks, {@code [B,T,1,given]}; null where nothing does
   * @param last of the final layer, {@code [B,T,1,2·width]} of what comes before it
   */
  record Modulation<T>(List<T> halves, List<T> fine, T straight, T last) {
    /** Those of some frames: {@code from} inclusive to {@code to} exclusive. */
    Modulation<T> frames(Ops<T> ops, int from, int to) {
      return new Modulation<>(
          halves.stream().map(h -> ops.slice(h, 1, from, to)).toList(),
          fine.stream().map(f -> ops.slice(f, 1, from, to)).toList(),
          straight == null ? null : ops.slice(straight, 1, from, to),
          ops.slice(last, 1, from, to));
    }
  }
}
