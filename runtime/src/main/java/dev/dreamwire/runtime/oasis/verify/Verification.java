package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.backend.TorchBackend;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Recomputes a golden set with every reading that can, and compares. Slow (seconds); safe on every
 * thread.
 */
public final class Verification {
  /** What is computed before any program runs is told under this reading. */
  static final String JAVA = "java";

  private final List<Backend> backends;
  private final int threads;

  /**
   * A verification.
   *
   * @param backends that compute forward passes; gradients need the torch one
   */
  public Verification(List<Backend> backends, int threads) {
    this.backends = List.copyOf(backends);
    this.threads = threads;
  }

  /**
   * What was found out.
   *
   * @param compared tensors compared, over all readings
   * @param over those beyond their limit
   * @param unread tensors of the set's files that nothing looked at
   */
  public record Summary(int compared, int over, List<String> unread) {
    /** This and another part of the work. */
    public Summary and(Summary other) {
      List<String> all = new ArrayList<>(unread);
      all.addAll(other.unread());
      return new Summary(compared + other.compared(), over + other.over(), List.copyOf(all));
    }
  }

  /**
   * Verifies the small models of a set.
   *
   * @param told every tensor as it is compared
   * @throws GoldenException if the set cannot be read
   */
  public Summary small(Path folder, Consumer<Outcome> told) {
    GoldenSet set = GoldenSet.open(folder);
    Counter counter = new Counter(told);
    List<GoldenFile> files = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    read(set, "primitives", files)
        .ifPresent(
            file -> {
              Primitives.plain(file).forEach(counter);
              cases.addAll(Primitives.cases(file, set));
            });
    read(set, "dit_forward", files).ifPresent(f -> cases.addAll(TransformerCases.of(f, set)));
    read(set, "vae", files).ifPresent(f -> cases.addAll(AutoencoderCases.of(f, set)));
    read(set, "rollouts", files)
        .ifPresent(
            file -> {
              RolloutCases.timesteps(file).forEach(counter);
              cases.addAll(RolloutCases.of(file, set));
            });
    if (files.isEmpty()) {
      throw new GoldenException(folder + " holds none of the golden files");
    }
    for (Backend backend : backends) {
      cases.forEach(c -> compare(backend, c, counter));
      if (backend instanceof TorchBackend) {
        read(set, "training", files)
            .ifPresent(f -> Training.check(f, set, backend.id()).forEach(counter));
      }
    }
    TreeSet<String> unread = new TreeSet<>();
    files.forEach(f -> f.untouched().forEach(t -> unread.add(f.name() + "." + t)));
    return new Summary(counter.compared, counter.over, List.copyOf(unread));
  }

  /**
   * Verifies the models in the size that was released, with the first backend. Needs about 8 GB.
   *
   * @param told every tensor as it is compared
   * @throws GoldenException if the set has no summary of that size
   */
  public Summary full(Path folder, Consumer<Outcome> told) {
    GoldenFile file = GoldenFile.read(folder, "full_size_summary");
    Backend backend = backends.getFirst();
    Counter counter = new Counter(told);
    for (FullSize.Part part : FullSize.of()) {
      try (Executable executable = backend.compile(program(part.work()), options())) {
        run(executable, part.work());
        for (String tensor : part.tensors()) {
          FullSize.compare(file, backend.id(), tensor, output(executable, tensor)).forEach(counter);
        }
      }
    }
    return new Summary(counter.compared, counter.over, List.of());
  }

  private static Optional<GoldenFile> read(GoldenSet set, String name, List<GoldenFile> files) {
    Optional<GoldenFile> file = set.file(name);
    file.ifPresent(files::add);
    return file;
  }

  private void compare(Backend backend, Case c, Consumer<Outcome> told) {
    try (Executable executable = backend.compile(program(c), options())) {
      run(executable, c);
      c.golden()
          .forEach(
              (tensor, golden) -> {
                Numbers is =
                    Numbers.of(executable.outputs().get(tensor), output(executable, tensor));
                told.accept(Outcome.of(backend.id(), tensor, is, golden, c.limits().get(tensor)));
              });
    }
  }

  private CompileOptions options() {
    return new CompileOptions(CompileOptions.DEFAULT.precision(), threads, false);
  }

  private static Program program(Case c) {
    return new Program(c.name(), c.shapes(), c.body(), c.weights());
  }

  private static void run(Executable executable, Case c) {
    c.inputs().forEach((name, numbers) -> executable.input(name).put(0, numbers.floats()));
    executable.run();
  }

  private static float[] output(Executable executable, String name) {
    FloatBuffer out = executable.output(name);
    float[] values = new float[out.capacity()];
    out.get(0, values);
    return values;
  }

  /** Counts what it passes on. */
  private static final class Counter implements Consumer<Outcome> {
    private final Consumer<Outcome> told;
    private int compared;
    private int over;

    Counter(Consumer<Outcome> told) {
      this.told = told;
    }

    @Override
    public void accept(Outcome outcome) {
      compared++;
      over += outcome.ok() ? 0 : 1;
      told.accept(outcome);
    }
  }
}
