package dev.dreamwire.runtime.tensor.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Sections;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does every operation at once, in libtorch. What it makes belongs to one manager. */
public final class TorchOps implements Ops<NDArray>, Sections {
  private final NDManager manager;
  private final Function<WeightSpec, NDArray> weights;
  private final Consumer<String> sections;

  /**
   * A reading.
   *
   * @param manager that results belong to; inputs must belong to it as well
   * @param weights gives a weight, belonging to the same manager
   * @param sections is told when a part begins
   */
  public TorchOps(
      NDManager manager, Function<WeightSpec, NDArray> weights, Consumer<String> sections) {
    this.manager = manager;
    this.weights = weights;
    this.sections = sections;
  }

  @Override
  public void section(String name) {
    sections.accept(name);
  }

  @Override
  public Shape shape(NDArray x) {
    return Shape.of(x.getShape().getShape());
  }

  @Override
  public NDArray constant(Shape shape, float... values) {
    return manager.create(values, torch(shape));
  }

  @Override
  public NDArray weight(WeightSpec spec) {
    return weights.apply(spec);
  }

  @Override
  public NDArray add(NDArray a, NDArray b) {
    return a.add(b);
  }

  @Override
  public NDArray sub(NDArray a, NDArray b) {
    return a.sub(b);
  }

  @Override
  public NDArray mul(NDArray a, NDArray b) {
    return a.mul(b);
  }

  @Override
  public NDArray div(NDArray a, NDArray b) {
    return a.div(b);
  }

  @Override
  public NDArray neg(NDArray x) {
    return x.neg();
  }

  @Override
  public NDArray abs(NDArray x) {
    return x.abs();
  }

  @Override
  public NDArray exp(NDArray x) {
    return x.exp();
  }

  @Override
  public NDArray log(NDArray x) {
    return x.log();
  }

  @Override
  public NDArray sqrt(NDArray x) {
    return x.sqrt();
  }

  @Override
  public NDArray sin(NDArray x) {
    return x.sin();
  }

  @Override
  public NDArray cos(NDArray x) {
    return x.cos();
  }

  @Override
  public NDArray tanh(NDArray x) {
    return x.tanh();
  }

  @Override
  public NDArray sigmoid(NDArray x) {
    return JniUtils.sigmoid(engine(x));
  }

  @Override
  public NDArray erf(NDArray x) {
    return x.erf();
  }

  @Override
  public NDArray clamp(NDArray x, float low, float high) {
    return x.clip(low, high);
  }

  @Override
  public NDArray trunc(NDArray x) {
    return x.trunc();
  }

  /** DJL has only the exact form. */
  @Override
  public NDArray geluTanh(NDArray x) {
    NDArray inner = x.pow(3).mul(0.044715f).add(x).mul((float) Math.sqrt(2 / Math.PI));
    return inner.tanh().add(1).mul(x).mul(0.5f);
  }

  @Override
  public NDArray geluErf(NDArray x) {
    return JniUtils.gelu(engine(x));
  }

  @Override
  public NDArray sum(NDArray x, boolean keep, int... axes) {
    return x.sum(Arrays.stream(axes).map(shape(x)::axis).toArray(), keep);
  }

  /** DJL takes the mean over one axis only. */
  @Override
  public NDArray mean(NDArray x, boolean keep, int... axes) {
    long count = Arrays.stream(axes).mapToLong(shape(x)::dim).reduce(1, Math::multiplyExact);
    return sum(x, keep, axes).div(count);
  }

  @Override
  public NDArray softmax(NDArray x, int axis) {
    return x.softmax(shape(x).axis(axis));
  }

  @Override
  public NDArray layerNorm(NDArray x, float eps) {
    ai.djl.ndarray.types.Shape width = new ai.djl.ndarray.types.Shape(shape(x).dim(-1));
    return JniUtils.layerNorm(
        engine(x), width, engine(manager.ones(width)), engine(manager.zeros(width)), eps);
  }

  @Override
  public NDArray rmsNorm(NDArray x, float eps) {
    return x.div(mean(x.mul(x), true, -1).add(eps).sqrt());
  }

  @Override
  public NDArray matmul(NDArray a, NDArray b) {
    return a.matMul(b);
  }

  @Override
  public NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    NDArray product = x.matMul(weight.transpose());
    return bias == null ? product : product.add(bias);
  }

  @Override
  public NDArray conv2d(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    return JniUtils.convolution(
        engine(x),
        engine(weight),
        engine(bias),
        new ai.djl.ndarray.types.Shape(stride, stride),
        new ai.djl.ndarray.types.Shape(padding, padding),
        new ai.djl.ndarray.types.Shape(1, 1),
        1);
  }

  @Override
  public NDArray reshape(NDArray x, Shape shape) {
    return x.reshape(torch(shape));
  }

  @Override
  public NDArray transpose(NDArray x, int... order) {
    return x.transpose(order);
  }

  @Override
  public NDArray concat(int axis, List<NDArray> parts) {
    return NDArrays.concat(new NDList(parts), shape(parts.get(0)).axis(axis));
  }

  @Override
  public NDArray slice(NDArray x, int axis, long from, long to) {
    return x.get(new NDIndex().addAllDim(shape(x).axis(axis)).addSliceDim(from, to));
  }

  @Override
  public NDArray broadcast(NDArray x, Shape shape) {
    return x.broadcast(torch(shape));
  }

  @Override
  public NDArray gather(NDArray table, NDArray rows) {
    return JniUtils.embedding(engine(rows.toType(DataType.INT64, false)), engine(table), false);
  }

  private static ai.djl.ndarray.types.Shape torch(Shape shape) {
    return new ai.djl.ndarray.types.Shape(shape.dims());
  }

  private static PtNDArray engine(NDArray x) {
    return (PtNDArray) x;
  }
}
