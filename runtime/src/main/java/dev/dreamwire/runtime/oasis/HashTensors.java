package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers that any language can regenerate from a name, bit for bit: FNV-1a of the name, mixed with
 * the index as in SplitMix64 (Steele et al. 2014), 24 bits of it as a float in −1..1. Stand-ins for
 * learned weights where only the mathematics or the speed matters. Stateless.
 */
public final class HashTensors {
  private static final int TOP_BITS = 40;

  private HashTensors() {}

  /** The {@code index}-th number of a key, exact in 24 bits. */
  public static float unit(long hashedKey, long index) {
    return (mix(hashedKey + index) >>> TOP_BITS) * 0x1p-23f - 1f;
  }

  /** Hashes a key for {@link #unit}. */
  public static long hash(String key) {
    long h = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * 0x100000001b3L;
    }
    return h;
  }

  private static long mix(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** Values of an input: {@code unit · scale}. */
  public static float[] input(String key, int count, float scale) {
    long hash = hash(key);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = unit(hash, i) * scale;
    }
    return out;
  }

  /** Bytes 0..255 of a picture. */
  public static int[] bytes(String key, int count) {
    long hash = hash(key);
    int[] out = new int[count];
    for (int i = 0; i < count; i++) {
      out[i] = (int) Math.floor((unit(hash, i) + 1.0) * 128);
    }
    return out;
  }

  /** Action vectors: buttons pressed or not, the camera in steps of its buckets. */
  public static float[] actions(String key, int rows) {
    long hash = hash(key);
    float[] out = new float[rows * OasisActions.COLUMNS];
    for (int i = 0; i < out.length; i++) {
      float u = unit(hash, i);
      int column = i % OasisActions.COLUMNS;
      out[i] =
          OasisActions.isCamera(column)
              ? (float) ((Math.floor((u + 1.0) * 40.5) - 40) / 40)
              : u >= 0.5f ? 1 : 0;
    }
    return out;
  }

  /**
   * Weights of a model, made when they are asked for and not kept.
   *
   * @param prefix put before every tensor's name to give its key, such as {@code F:dit.}
   */
  public static Weights weights(String prefix, List<WeightSpec> specs) {
    Map<String, WeightSpec> byName = new LinkedHashMap<>();
    specs.forEach(spec -> byName.put(spec.name(), spec));
    return new Weights() {
      @Override
      public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
      }

      @Override
      public TensorData get(String name) {
        WeightSpec spec = byName.get(name);
        if (spec == null) {
          throw new IllegalArgumentException("no weight is called " + name);
        }
        return weight(prefix, name, spec.shape());
      }
    };
  }

  /** One weight; a rule for its kind of name says its offset and scale. */
  public static TensorData weight(String prefix, String name, Shape shape) {
    long hash = hash(prefix + name);
    float offset = shape.rank() < 2 && name.contains("norm") && name.endsWith(".weight") ? 1 : 0;
    float scale = scale(name, shape);
    float[] out = new float[Math.toIntExact(shape.count())];
    for (int i = 0; i < out.length; i++) {
      out[i] = offset + unit(hash, i) * scale;
    }
    return TensorData.of(shape, out);
  }

  private static float scale(String name, Shape shape) {
    boolean modulation = name.contains("adaLN_modulation");
    if (shape.rank() >= 2) {
      double fanIn = (double) shape.count() / shape.dim(0);
      return (float) (gain(name, modulation) * Math.sqrt(3.0 / fanIn));
    }
    if (name.contains("norm") && name.endsWith(".weight")) {
      return 0.25f;
    }
    return modulation ? 0.5f : 0.125f;
  }

  private static double gain(String name, boolean modulation) {
    if (modulation) {
      return 0.5;
    }
    if (name.contains("t_embedder")) {
      return 2;
    }
    return switch (name) {
      case "quant_conv.weight" -> 8;
      case "post_quant_conv.weight" -> 0.125;
      default -> 1;
    };
  }
}
