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
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads graphs into ONNX Runtime. */
final class OrtSessions {
  /** Bytes of weights up to which each product keeps its own packed copy, which is faster. */
  private static final long MOST_PACKED = 1L << 30;

  /** What {@link #optimise} calls the graph. */
  static final String GRAPH_FILE = "program.onnx";

  /** What {@link #optimise} calls the weights. */
  static final String WEIGHTS_FILE = "weights.bin";

  private static final String SMALLEST_OUTSIDE = "1024";

  /** Wide copies of weights are larger, most of what else is fixed smaller. */
  private static final String LARGEST_FOLDED = "16000";

  /** What would widen a weight once for all its uses, or for good. */
  private static final String WIDENING =
      "CommonSubexpressionElimination;FuseFp16InitializerToFp32NodeTransformer";

  private OrtSessions() {}

  /** The one environment of the process. */
  static OrtEnvironment environment() {
    return OrtEnvironmentHolder.ENVIRONMENT;
  }

  /**
   * Loads a graph. Weights are copied.
   *
   * @param profile asked to measure, or null
   * @throws OrtException if ONNX Runtime refuses it; its message names the node
   */
  static OrtSession open(OnnxModel model, int threads, OrtProfile profile) throws OrtException {
    try (SessionOptions options = options(threads, profile)) {
      keepNarrow(model, options);
      if (model.external().stream().mapToLong(Initializer::byteSize).sum() > MOST_PACKED) {
        // Every step of the sampler would pack a copy of its own.
        options.addConfigEntry("session.disable_prepacking", "1");
      }
      return create(model, options);
    }
  }

  /**
   * Loads a graph that {@link #optimise} wrote. Its weights stay in its files, which are mapped
   * into memory.
   *
   * @param model the graph that it was made from
   * @param profile asked to measure, or null
   * @throws OrtException if ONNX Runtime refuses it
   */
  static OrtSession open(Path folder, OnnxModel model, int threads, OrtProfile profile)
      throws OrtException {
    try (SessionOptions options = options(threads, profile)) {
      keepNarrow(model, options);
      return environment().createSession(folder.resolve(GRAPH_FILE).toString(), options);
    }
  }

  /**
   * Writes a graph in the form that this processor runs fastest, its weights packed for its
   * products.
   *
   * @param folder exists; gets {@link #GRAPH_FILE} and {@link #WEIGHTS_FILE}
   * @throws OrtException if ONNX Runtime refuses the graph or cannot write
   */
  static void optimise(OnnxModel model, Path folder) throws OrtException {
    try (SessionOptions options = options(1, null)) {
      keepNarrow(model, options);
      options.setOptimizedModelFilePath(folder.resolve(GRAPH_FILE).toString());
      options.addConfigEntry(
          "session.optimized_model_external_initializers_file_name", WEIGHTS_FILE);
      options.addConfigEntry(
          "session.optimized_model_external_initializers_min_size_in_bytes", SMALLEST_OUTSIDE);
      options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
      create(model, options).close();
    }
  }

  /**
   * Keeps ONNX Runtime from widening narrow weights once and for all, and from holding on to the
   * room of the wide copies.
   */
  private static void keepNarrow(OnnxModel model, SessionOptions options) throws OrtException {
    if (model.external().stream().anyMatch(weight -> weight.type().isHalf())) {
      options.addConfigEntry(
          "optimization.constant_folding_max_output_size_in_bytes", LARGEST_FOLDED);
      options.addConfigEntry("optimization.disable_specified_optimizers", WIDENING);
      options.setMemoryPatternOptimization(false);
      options.setCPUArenaAllocator(false);
    }
  }

  private static SessionOptions options(int threads, OrtProfile profile) throws OrtException {
    SessionOptions options = new SessionOptions();
    try {
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
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  private static OrtSession create(OnnxModel model, SessionOptions options) throws OrtException {
    Map<String, OnnxTensorLike> weights = new HashMap<>();
    List<MemorySegment> values = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      try {
        for (Initializer weight : model.external()) {
          MemorySegment bytes = weight.values().bytes(arena);
          values.add(bytes);
          weights.put(weight.name(), tensor(weight, bytes));
        }
        options.addExternalInitializers(weights);
        return environment().createSession(model.graph(), options);
      } finally {
        weights.values().forEach(OnnxTensorLike::close);
        // What was mapped has been copied and would count as this program's memory.
        values.stream().filter(MemorySegment::isMapped).forEach(MemorySegment::unload);
      }
    }
  }

  private static OnnxTensor tensor(Initializer weight, MemorySegment bytes) throws OrtException {
    return OnnxTensor.createTensor(
        environment(),
        bytes.asByteBuffer().order(ByteOrder.nativeOrder()),
        weight.shape().dims(),
        javaType(weight.type()));
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT8 -> OnnxJavaType.INT8;
      case INT64 -> OnnxJavaType.INT64;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
    };
  }
}
