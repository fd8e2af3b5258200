package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.dreamwire.api.tensor.Shape;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Native memory for a program's inputs or outputs, which Java and ONNX Runtime both look at. */
final class TensorBuffers implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  // Compiled on one thread and used on another.
  private final Arena arena = Arena.ofShared();
  private final Map<String, Shape> shapes;
  private final Map<String, FloatBuffer> buffers = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

  /**
   * Allocates zeros.
   *
   * @param shapes by name
   * @param graphName what the graph calls a tensor
   */
  TensorBuffers(
      OrtEnvironment environment, Map<String, Shape> shapes, UnaryOperator<String> graphName)
      throws OrtException {
    this.shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    try {
      for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
        Shape shape = entry.getValue();
        FloatBuffer buffer =
            arena
                .allocate(Math.max(1, shape.count()) * Float.BYTES, ALIGNMENT)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .limit(Math.toIntExact(shape.count()));
        buffers.put(entry.getKey(), buffer);
        tensors.put(
            graphName.apply(entry.getKey()),
            OnnxTensor.createTensor(environment, buffer.duplicate(), shape.dims()));
      }
    } catch (OrtException | RuntimeException e) {
      close();
      throw e;
    }
  }

  Map<String, Shape> shapes() {
    return shapes;
  }

  /**
   * The memory of one tensor.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  FloatBuffer buffer(String name) {
    FloatBuffer buffer = buffers.get(name);
    if (buffer == null) {
      throw new IllegalArgumentException(
          "no tensor is called " + name + "; there are " + buffers.keySet());
    }
    return buffer;
  }

  /** As ONNX Runtime sees them, by the graph's names. */
  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    arena.close();
  }
}
