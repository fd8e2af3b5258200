package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dreamwire.runtime.tensor.onnx.Initializer;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import dev.dreamwire.runtime.tensor.onnx.OnnxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs programs on the processor, with ONNX Runtime. Large programs are optimised once and kept on
 * the disk, if there is a cache; their weights are then mapped into memory, not copied.
 */
public final class CpuBackend implements Backend {
  private static final Logger LOG = LoggerFactory.getLogger(CpuBackend.class);

  /** Weights are kept as they are and packed. */
  private static final int COPIES = 2;

  private final Optional<ProgramCache> cache;
  private final LayerRule layers;

  private CpuBackend(Optional<ProgramCache> cache, LayerRule layers) {
    this.cache = cache;
    this.layers = layers;
  }

  /** Compiles every program anew. */
  public CpuBackend() {
    this(Optional.empty(), LayerRule.MEASURED);
  }

  /** Keeps large programs. */
  public CpuBackend(ProgramCache cache) {
    this(Optional.of(cache), LayerRule.MEASURED);
  }

  /**
   * Compiles every program anew, and makes only some layers narrow: to measure what each kind of
   * layer costs in accuracy.
   *
   * @param chosen tells by a weight's name
   */
  public static CpuBackend narrowing(Predicate<String> chosen) {
    return new CpuBackend(Optional.empty(), new LayerRule(chosen));
  }

  @Override
  public String id() {
    return "cpu";
  }

  @Override
  public Executable compile(Program program, CompileOptions options) {
    OnnxOptions form =
        OnnxOptions.fast(
            spec ->
                layers.precision(
                    spec, program.weights().precision(spec.name()).orElse(options.precision())),
            () -> ByteSums.OVERFLOW);
    try {
      OnnxModel model =
          OnnxModel.write(
              program.name(), program.inputs(), program.body(), program.weights(), form);
      return load(program, model, options);
    } catch (IllegalArgumentException | OrtException | IOException e) {
      throw new BackendException(
          "the cpu backend cannot compile " + program.name() + ": " + e.getMessage(), e);
    }
  }

  private Executable load(Program program, OnnxModel model, CompileOptions options)
      throws OrtException, IOException {
    OrtProfile profile = options.profile() ? new OrtProfile() : null;
    OrtSession session = null;
    try {
      session = session(model, options.threads(), profile);
      return new OrtExecutable(program.name(), session, program.inputs(), model.outputs(), profile);
    } catch (OrtException | IOException | RuntimeException e) {
      if (session != null) {
        session.close();
      }
      if (profile != null) {
        profile.close();
      }
      throw e;
    }
  }

  private OrtSession session(OnnxModel model, int threads, OrtProfile profile)
      throws OrtException, IOException {
    long bytes = model.external().stream().mapToLong(Initializer::byteSize).sum();
    if (cache.isEmpty() || !cache.get().keeps(bytes)) {
      return OrtSessions.open(model, threads, profile);
    }
    ProgramKey key = ProgramKey.of(model);
    Optional<Path> kept = cache.get().find(key);
    if (kept.isPresent()) {
      try {
        return OrtSessions.open(kept.get(), model, threads, profile);
      } catch (OrtException e) {
        LOG.warn("{} is made again", kept.get(), e);
        cache.get().remove(key);
      }
    }
    try {
      Path made = cache.get().store(key, COPIES * bytes, folder -> optimise(model, folder));
      return OrtSessions.open(made, model, threads, profile);
    } catch (OrtException | IOException e) {
      // A full or unwritable disk must not stop play; what is wrong with the program shows again.
      LOG.warn("an optimised program could not be kept", e);
      return OrtSessions.open(model, threads, profile);
    }
  }

  private static void optimise(OnnxModel model, Path folder) throws IOException {
    try {
      OrtSessions.optimise(model, folder);
    } catch (OrtException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
