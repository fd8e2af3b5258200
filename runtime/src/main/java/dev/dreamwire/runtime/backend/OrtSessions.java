package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.dreamwire.runtime.tensor.onnx.ElementType;
import dev.dreamwire.runtime.tensor.onnx.Initializer;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** Loads graphs into ONNX Runtime. */
final class OrtSessions {
  /** Bytes of weights up to which each product keeps its own packed copy, which is faster. */
  private static final long MOST_PACKED = 1L << 30;

  private OrtSessions() {}

  /** The one environment of the process. */
  static OrtEnvironment environment() {
    return OrtEnvironmentHolder.ENVIRONMENT;
  }

  /**
   * Loads a graph. Weights are copied; the model may be closed afterwards.
   *
   * @param profile asked to measure, or null
   * @throws OrtException if ONNX Runtime refuses it; its message names the node
   */
  static OrtSession open(OnnxModel model, int threads, OrtProfile profile) throws OrtException {
    Map<String, OnnxTensorLike> weights = new HashMap<>();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      // Threads that wait must not take the core from the window.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.set_denormal_as_zero", "1");
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      if (profile != null) {
        profile.enable(options);
      }
      if (model.external().stream().mapToLong(w -> w.bytes().byteSize()).sum() > MOST_PACKED) {
        // Every step of the sampler would pack a copy of its own.
        options.addConfigEntry("session.disable_prepacking", "1");
      }
      for (Initializer weight : model.external()) {
        weights.put(weight.name(), tensor(weight));
      }
      options.addExternalInitializers(weights);
      return environment().createSession(model.graph(), options);
    } finally {
      weights.values().forEach(OnnxTensorLike::close);
    }
  }

  private static OnnxTensor tensor(Initializer weight) throws OrtException {
    return OnnxTensor.createTensor(
        environment(),
        weight.bytes().asByteBuffer().order(ByteOrder.nativeOrder()),
        weight.shape().dims(),
        javaType(weight.type()));
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case INT8 -> OnnxJavaType.INT8;
      case INT64 -> OnnxJavaType.INT64;
    };
  }
}
