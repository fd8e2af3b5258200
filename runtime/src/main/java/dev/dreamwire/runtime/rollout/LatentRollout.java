package dev.dreamwire.runtime.rollout;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.ContextMode;
import dev.dreamwire.runtime.model.ContextView;
import dev.dreamwire.runtime.model.Denoiser;
import dev.dreamwire.runtime.model.DenoiserSession;
import dev.dreamwire.runtime.model.HistoryView;
import dev.dreamwire.runtime.model.Recall;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.cost.Cost;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Several games dreamed side by side, frame by frame, by the denoiser that plays them: the same
 * kept keys and values, the same steps. Used by one thread; holds native memory.
 */
public final class LatentRollout implements AutoCloseable {
  private static final NoiseSchedule SCHEDULE = new FlowSchedule();
  private static final String LATENT = "latent";
  private static final String BEFORE = "before";
  private static final String ACTION = "action";
  private static final String NOISE = "noise";
  private static final String CONTEXT_NOISE = "context";
  private static final String LEVEL = "level";
  private static final String RECALLED = "recalled";
  private static final String CARRIED = "carried";
  private static final String OFFSET = "offset";
  private static final String FRAME = "frame";
  private static final String PUSHED = "pushed ";

  private final Denoiser denoiser;
  private final int games;
  private final double[] timesteps;
  private final Executable program;
  private final Map<String, Shape> inputs = new LinkedHashMap<>();
  private final Map<String, TensorScope.FrameFill> fills = new LinkedHashMap<>();
  private final Map<String, Integer> rings = new LinkedHashMap<>();
  private final Cost cost;
  private long frame;

  /**
   * Compiles for frames that are made from nothing but noise.
   *
   * @param games side by side
   * @param steps of the sampler
   * @param contextTimestep noise level that the past gets, 0..1000
   */
  public LatentRollout(
      Denoiser denoiser,
      int games,
      int steps,
      double contextTimestep,
      Backend backend,
      CompileOptions options) {
    this(denoiser, games, steps, NoiseSchedule.TIMESTEPS, contextTimestep, backend, options);
  }

  /**
   * Compiles for frames that are made from others that are noisy.
   *
   * @param games side by side
   * @param steps of the sampler
   * @param fromTimestep noise level of what frames are made from, more than 0 and at most 1000
   * @param contextTimestep noise level that the past gets, 0..1000
   */
  public LatentRollout(
      Denoiser denoiser,
      int games,
      int steps,
      double fromTimestep,
      double contextTimestep,
      Backend backend,
      CompileOptions options) {
    this.denoiser = denoiser;
    this.games = games;
    this.timesteps =
        Arrays.stream(SCHEDULE.timesteps(steps))
            .map(t -> t * fromTimestep / NoiseSchedule.TIMESTEPS)
            .toArray();
    // What the denoiser keeps, and so the inputs, follow from writing the frame once.
    CostOps costs = new CostOps();
    write(
        costs,
        (name, shape) -> {
          inputs.put(name, shape);
          return shape;
        });
    this.cost = costs.total();
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return write(ops, (name, shape) -> in.get(name));
          }
        };
    this.program =
        backend.compile(new Program("rollout", inputs, body, denoiser.weights()), options);
    program.input(LEVEL).put(0, (float) contextTimestep);
  }

  /** What a frame of all games costs. */
  public Cost cost() {
    return cost;
  }

  private <T> Map<String, T> write(Ops<T> ops, BiFunction<String, Shape, T> input) {
    Shape latent = denoiser.latentShape().prepend(games);
    Shape action = Shape.of(games, denoiser.actions());
    Map<String, T> out = new LinkedHashMap<>();
    Past<T> past = new Past<>(input.apply(LATENT, latent), input.apply(BEFORE, action), input, out);
    T context = input.apply(LEVEL, Shape.of());
    DenoiserSession<T> session =
        denoiser.open(
            ops,
            past,
            new ContextView<>(
                denoiser.window(),
                context,
                true,
                ContextView.STEADY,
                ContextMode.STREAMING,
                recall(input)),
            SCHEDULE,
            timesteps,
            input.apply(ACTION, action));
    T frame =
        DiffusionSampler.EULER_FLOW.sample(
            ops,
            SCHEDULE,
            denoiser.prediction(),
            timesteps,
            input.apply(NOISE, latent),
            session::predict,
            (step, x, x0) -> {});
    out.put(FRAME, frame);
    return out;
  }

  private <T> Optional<Recall<T>> recall(BiFunction<String, Shape, T> input) {
    return denoiser.remembers()
        ? Optional.of(
            new Recall<>(
                input.apply(RECALLED, denoiser.latentShape().prepend(games)),
                input.apply(CARRIED, denoiser.latentShape().prepend(games)),
                input.apply(OFFSET, Shape.of(games, PoseOffset.FEATURES))))
        : Optional.empty();
  }

  /** What the denoiser keeps, as inputs and outputs of the program. */
  private final class Past<T> implements HistoryView<T> {
    private final T latent;
    private final T action;
    private final BiFunction<String, Shape, T> input;
    private final Map<String, T> outputs;

    Past(T latent, T action, BiFunction<String, Shape, T> input, Map<String, T> outputs) {
      this.latent = latent;
      this.action = action;
      this.input = input;
      this.outputs = outputs;
    }

    @Override
    public T latent() {
      return latent;
    }

    @Override
    public T action() {
      return action;
    }

    @Override
    public T ring(String name, Shape slot, int capacity) {
      rings.put(name, capacity);
      return input.apply(name, slot.prepend(capacity));
    }

    @Override
    public void push(String name, T value) {
      outputs.put(PUSHED + name, value);
    }

    @Override
    public T perFrame(String name, Shape shape, TensorScope.FrameFill fill) {
      fills.put(name, fill);
      return input.apply(name, shape);
    }

    @Override
    public T noise(String name, Shape shape) {
      return input.apply(name, shape);
    }
  }

  /**
   * Sets what the next frames remember; until then it is nothing.
   *
   * @param recalled {@code [B,C,h,w]}, zeros for nothing
   * @param carried the frames before as they look from where the players go {@code [B,C,h,w]}
   * @param offsets {@code [B,7]}, zeros for nothing
   */
  public void remember(float[] recalled, float[] carried, float[] offsets) {
    program.input(RECALLED).put(0, recalled);
    program.input(CARRIED).put(0, carried);
    program.input(OFFSET).put(0, offsets);
  }

  /**
   * Dreams one frame of every game.
   *
   * @param latents the frames before, {@code [B,C,h,w]}
   * @param before the actions that led into them, {@code [B,A]}
   * @param actions that lead into the new ones, {@code [B,A]}
   * @param noise that the frames are made of, {@code [B,C,h,w]}: Gaussian, or noisy frames of the
   *     level that they are made from
   * @param contextNoise that the frames before get, Gaussian, {@code [B,C,h,w]}
   * @return {@code [B,C,h,w]}
   */
  public float[] next(
      float[] latents, float[] before, float[] actions, float[] noise, float[] contextNoise) {
    program.input(LATENT).put(0, latents);
    program.input(BEFORE).put(0, before);
    program.input(ACTION).put(0, actions);
    program.input(NOISE).put(0, noise);
    program.input(CONTEXT_NOISE).put(0, contextNoise);
    fills.forEach((name, fill) -> fill.fill(frame, program.input(name).duplicate().clear()));
    program.run();
    rings.forEach(
        (name, capacity) -> {
          FloatBuffer pushed = program.output(PUSHED + name).duplicate().clear();
          int slot = (int) (frame % capacity) * pushed.remaining();
          program.input(name).put(slot, pushed, 0, pushed.remaining());
        });
    frame++;
    float[] out = new float[latents.length];
    program.output(FRAME).get(0, out);
    return out;
  }

  @Override
  public void close() {
    program.close();
  }
}
