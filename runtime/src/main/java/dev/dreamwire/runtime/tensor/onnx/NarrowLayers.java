package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes linear layers whose weights are kept in fewer than 32 bits. */
final class NarrowLayers {
  /** Elements of a matrix that are widened for one product: 4 MiB as floats. */
  private static final int WIDENED_AT_ONCE = 1 << 20;

  private final OnnxOps ops;
  private final OnnxGraph graph;
  private final Weights weights;
  private final BooleanSupplier unsigned;

  NarrowLayers(OnnxOps ops, OnnxGraph graph, Weights weights, BooleanSupplier unsigned) {
    this.ops = ops;
    this.graph = graph;
    this.weights = weights;
    this.unsigned = unsigned;
  }

  /**
   * A product with a matrix that is kept in 16 bits. Every use widens it anew, a part at a time:
   * kept, the wide copies would take the memory of all, and a part is still in the processor's
   * cache when it is multiplied.
   *
   * @param rows {@code [n,in]}
   * @param weight {@code [out,in]}
   * @param bias {@code [out]} or null
   * @param precision one of 16 bits
   */
  OnnxValue widened(OnnxValue rows, OnnxValue weight, OnnxValue bias, Precision precision) {
    int in = weight.shape().size(1);
    int out = weight.shape().size(0);
    int most = Math.max(1, WIDENED_AT_ONCE / in);
    List<OnnxValue> products = new ArrayList<>();
    for (int from = 0; from < out; from += most) {
      int to = Math.min(from + most, out);
      OnnxValue part = part(weight, from, to, precision == Precision.BF16);
      OnnxValue wide =
          ops.node(
              "Cast",
              part.shape(),
              List.of(part),
              new OnnxAttribute.Int("to", ElementType.FLOAT.code()));
      products.add(ops.product(rows, wide, bias == null ? null : ops.slice(bias, 0, from, to)));
    }
    return products.size() == 1 ? products.getFirst() : ops.concat(1, products);
  }

  /** Rows of a weight as an initializer of their own. */
  private OnnxValue part(OnnxValue weight, int from, int to, boolean brain) {
    ElementType type = brain ? ElementType.BFLOAT16 : ElementType.FLOAT16;
    OnnxValue part =
        new OnnxValue(
            weight.name() + " " + type + " " + from, Shape.of(to - from, weight.shape().dim(1)));
    if (!graph.knows(part)) {
      String name = weight.weight().name();
      graph.initializer(
          part.name(),
          type,
          part.shape(),
          new WeightValues(
              () -> weights.get(name).rows(from, to),
              brain ? WeightValues.Form.BFLOATS : WeightValues.Form.HALVES));
    }
    return part;
  }

  /**
   * A product with a matrix that is kept in 8 bits, one scale an output; what it is multiplied with
   * is made 8 bits as it comes.
   *
   * @param x {@code [...,in]}
   * @param weight {@code [out,in]}
   * @param bias {@code [out]} or null
   */
  OnnxValue quantized(OnnxValue x, OnnxValue weight, OnnxValue bias) {
    boolean unsignedBytes = unsigned.getAsBoolean();
    int in = weight.shape().size(1);
    int out = weight.shape().size(0);
    String name = weight.weight().name();
    OnnxValue values = new OnnxValue(weight.name() + " int8", Shape.of(in, out));
    OnnxValue scales = new OnnxValue(weight.name() + " scale", Shape.of(out));
    if (!graph.knows(values)) {
      graph.initializer(
          values.name(),
          unsignedBytes ? ElementType.UINT8 : ElementType.INT8,
          values.shape(),
          new WeightValues(
              () -> weights.get(name),
              unsignedBytes ? WeightValues.Form.UINT8 : WeightValues.Form.INT8));
      graph.initializer(
          scales.name(),
          ElementType.FLOAT,
          scales.shape(),
          new WeightValues(() -> weights.get(name), WeightValues.Form.INT8_SCALES));
    }
    List<OnnxValue> operands = new ArrayList<>(List.of(x, values, scales));
    if (unsignedBytes || bias != null) {
      operands.add(unsignedBytes ? zeroPoint() : null);
    }
    if (bias != null) {
      operands.add(bias);
    }
    return ops.runtimeNode("DynamicQuantizeMatMul", x.shape().with(-1, out), operands);
  }

  private OnnxValue zeroPoint() {
    OnnxValue zero = new OnnxValue("uint8 zero point", Shape.of(1));
    if (!graph.knows(zero)) {
      graph.initializer(zero.name(), ElementType.UINT8, zero.shape(), new ZeroPoint());
    }
    return zero;
  }

  private record ZeroPoint() implements InitializerValues {
    @Override
    public MemorySegment bytes(SegmentAllocator allocator) {
      return allocator.allocateFrom(ValueLayout.JAVA_BYTE, (byte) WeightValues.ZERO_POINT);
    }

    @Override
    public String identity() {
      return "zero point";
    }
  }
}
