package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another reading, watched: notes what goes into and out of every linear layer, by the name of its
 * weight, and of every layer normalisation, in order. So a model's inner values can be looked at
 * without the model knowing.
 */
final class Observed<T> implements Ops<T> {
  /** What went in and what came out. */
  record Seen<T>(T in, T out) {}

  private final Ops<T> ops;
  private final Map<T, String> weights = new IdentityHashMap<>();
  private final Map<String, Seen<T>> layers = new HashMap<>();
  private final List<Seen<T>> norms = new ArrayList<>();

  Observed(Ops<T> ops) {
    this.ops = ops;
  }

  /** The last call of a linear layer, by the name of its weight without {@code .weight}. */
  Seen<T> layer(String name) {
    Seen<T> seen = layers.get(name + ".weight");
    if (seen == null) {
      throw new IllegalArgumentException("no layer " + name + " ran; there are " + layers.keySet());
    }
    return seen;
  }

  /** The layer normalisations, in the order in which they ran. */
  Seen<T> norm(int index) {
    return norms.get(index);
  }

  @Override
  public T weight(WeightSpec spec) {
    T weight = ops.weight(spec);
    weights.put(weight, spec.name());
    return weight;
  }

  @Override
  public T linear(T x, T weight, T bias) {
    T out = ops.linear(x, weight, bias);
    layers.put(weights.get(weight), new Seen<>(x, out));
    return out;
  }

  @Override
  public T conv2d(T x, T weight, T bias, int stride, int padding) {
    return ops.conv2d(x, weight, bias, stride, padding);
  }

  @Override
  public T layerNorm(T x, float eps) {
    T out = ops.layerNorm(x, eps);
    norms.add(new Seen<>(x, out));
    return out;
  }

  @Override
  public Shape shape(T x) {
    return ops.shape(x);
  }

  @Override
  public T constant(Shape shape, float... values) {
    return ops.constant(shape, values);
  }

  @Override
  public T add(T a, T b) {
    return ops.add(a, b);
  }

  @Override
  public T sub(T a, T b) {
    return ops.sub(a, b);
  }

  @Override
  public T mul(T a, T b) {
    return ops.mul(a, b);
  }

  @Override
  public T div(T a, T b) {
    return ops.div(a, b);
  }

  @Override
  public T neg(T x) {
    return ops.neg(x);
  }

  @Override
  public T abs(T x) {
    return ops.abs(x);
  }

  @Override
  public T exp(T x) {
    return ops.exp(x);
  }

  @Override
  public T log(T x) {
    return ops.log(x);
  }

  @Override
  public T sqrt(T x) {
    return ops.sqrt(x);
  }

  @Override
  public T sin(T x) {
    return ops.sin(x);
  }

  @Override
  public T cos(T x) {
    return ops.cos(x);
  }

  @Override
  public T tanh(T x) {
    return ops.tanh(x);
  }

  @Override
  public T sigmoid(T x) {
    return ops.sigmoid(x);
  }

  @Override
  public T erf(T x) {
    return ops.erf(x);
  }

  @Override
  public T clamp(T x, float low, float high) {
    return ops.clamp(x, low, high);
  }

  @Override
  public T trunc(T x) {
    return ops.trunc(x);
  }

  @Override
  public T silu(T x) {
    return ops.silu(x);
  }

  @Override
  public T geluTanh(T x) {
    return ops.geluTanh(x);
  }

  @Override
  public T geluErf(T x) {
    return ops.geluErf(x);
  }

  @Override
  public T sum(T x, boolean keep, int... axes) {
    return ops.sum(x, keep, axes);
  }

  @Override
  public T mean(T x, boolean keep, int... axes) {
    return ops.mean(x, keep, axes);
  }

  @Override
  public T softmax(T x, int axis) {
    return ops.softmax(x, axis);
  }

  @Override
  public T rmsNorm(T x, float eps) {
    return ops.rmsNorm(x, eps);
  }

  @Override
  public T matmul(T a, T b) {
    return ops.matmul(a, b);
  }

  @Override
  public T attention(T q, T k, T v, float scale, T mask) {
    return ops.attention(q, k, v, scale, mask);
  }

  @Override
  public T rotary(T x, T cos, T sin) {
    return ops.rotary(x, cos, sin);
  }

  @Override
  public T reshape(T x, Shape shape) {
    return ops.reshape(x, shape);
  }

  @Override
  public T transpose(T x, int... order) {
    return ops.transpose(x, order);
  }

  @Override
  public T concat(int axis, List<T> parts) {
    return ops.concat(axis, parts);
  }

  @Override
  public T slice(T x, int axis, long from, long to) {
    return ops.slice(x, axis, from, to);
  }

  @Override
  public T broadcast(T x, Shape shape) {
    return ops.broadcast(x, shape);
  }

  @Override
  public T gather(T table, T rows) {
    return ops.gather(table, rows);
  }

  @Override
  public List<T> split(T x, int axis, int parts) {
    return ops.split(x, axis, parts);
  }
}
