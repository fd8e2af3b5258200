package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.ProgramCache;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.preset.PlatformFolders;
import dev.dreamwire.runtime.tensor.Precision;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that say where and how a graph runs; shared by the commands that run one. */
final class EngineChoice {
  /** More threads than this do not make the products of one frame faster. */
  private static final int MOST_THREADS = 4;

  @Option(names = "--backend", paramLabel = "B", defaultValue = "cpu", descriptionKey = "backend")
  private String backend;

  @Option(
      names = "--precision",
      paramLabel = "P",
      defaultValue = "f32",
      descriptionKey = "precision")
  private String precision;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
  private Integer threads;

  /** The backend, which keeps what it compiles. */
  Backend backend(CliContext context) {
    return backend(PlatformFolders.current().programs(), context);
  }

  /** The backend, which keeps what it compiles in a folder. */
  Backend backend(Path programs, CliContext context) {
    return backend.equals("cpu")
        ? new CpuBackend(ProgramCache.in(programs))
        : passingBackend(context);
  }

  /** The backend for programs that are measured once and not played. */
  Backend passingBackend(CliContext context) {
    return switch (backend) {
      case "cpu" -> new CpuBackend();
      case "torch" -> new TorchBackend();
      default -> throw context.bad("backend.unknown", backend, "cpu, torch");
    };
  }

  /** How to compile. */
  CompileOptions options(CliContext context, boolean profile) {
    int count = threads == null ? defaultThreads() : threads;
    if (count < 1) {
      throw context.bad("threads.few", count);
    }
    return new CompileOptions(precision(context), count, profile);
  }

  private static int defaultThreads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
  }

  private Precision precision(CliContext context) {
    try {
      return Precision.valueOf(precision.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw context.bad("precision.unknown", precision);
    }
  }
}
