package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.ProgramCache;
import dev.dreamwire.runtime.cli.Opener;
import dev.dreamwire.runtime.cli.WindowBench;
import dev.dreamwire.runtime.graph.InstalledNodes;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.PlatformFolders;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.studio.document.FxDialogs;
import dev.dreamwire.studio.errors.LogFile;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.UncaughtErrors;
import dev.dreamwire.studio.play.Engine;
import dev.dreamwire.studio.play.FrameLoopEngine;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and waits until it is closed. */
public final class StudioLauncher implements Opener {
  private static final int FAILED = 1;

  /** More threads than this do not make the products of one frame faster. */
  private static final int MOST_THREADS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(StudioLauncher.class);

  @Override
  public int open(String preset, Optional<WindowBench> bench) {
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Platform.startup(() -> start(preset, bench, exit));
    try {
      return exit.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (ExecutionException e) {
      LOG.error("the window broke down", e.getCause());
      return FAILED;
    } finally {
      Platform.exit();
    }
  }

  private void start(String preset, Optional<WindowBench> bench, CompletableFuture<Integer> exit) {
    try {
      Studio.Settings settings = StudioSettings.ofThisMachine();
      LogFile.begin(settings.config().resolve("log"));
      InstalledNodes installed = InstalledNodes.find(PlatformFolders.current().plugins());
      Studio studio =
          new Studio(settings, installed.registry(), host -> engine(host, installed.registry()));
      new UncaughtErrors(error -> tell(studio, error)).install();
      Stage stage = new Stage();
      StudioWindow window =
          new StudioWindow(stage, studio, owner -> new FxDialogs(owner, studio::messages));
      stage.setOnHidden(
          e -> {
            studio.close();
            exit.complete(0);
          });
      SmokeRun.requested().ifPresent(run -> run.watch(studio, stage, exit));
      bench.ifPresent(b -> new WindowMeasurement(b, studio, stage, exit).begin());
      window.show(preset);
      studio.session().play();
      installed.failures().forEach(failure -> studio.notices().show(Notice.warning(failure)));
    } catch (RuntimeException e) {
      exit.completeExceptionally(e);
    }
  }

  private static Engine engine(Engine.Host host, NodeRegistry registry) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    CompileOptions options = new CompileOptions(Precision.F32, threads, false);
    ProgramCache programs = ProgramCache.in(PlatformFolders.current().programs());
    return new FrameLoopEngine(host, registry, new CpuBackend(programs), options);
  }

  private static void tell(Studio studio, Throwable error) {
    try {
      studio.autoSave().keepNow();
    } catch (UncheckedIOException e) {
      LOG.error("the document could not be kept", e);
    }
    String what =
        error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    studio.notices().show(Notice.error(studio.messages().get("notice.uncaught", what)));
  }
}
