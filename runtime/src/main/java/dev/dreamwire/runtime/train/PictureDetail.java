package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.Map;

/** {@link Detail} for pictures one by one. Used by one thread; holds native memory. */
public final class PictureDetail implements AutoCloseable {
  private static final String DREAMED = "dreamed";
  private static final String CARRIED = "carried";
  private static final String RECALLED = "recalled";
  private static final String OUT = "out";

  private final Executable program;

  /**
   * Compiles it.
   *
   * @param picture {@code [3,H,W]}
   */
  public PictureDetail(
      Detail.Settings settings, Shape picture, Backend backend, CompileOptions options) {
    Shape single = picture.prepend(1);
    TensorFunction add =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            Detail<T> detail = Detail.of(ops, settings);
            return Map.of(OUT, detail.add(ops, in.get(DREAMED), in.get(CARRIED), in.get(RECALLED)));
          }
        };
    this.program =
        backend.compile(
            new Program(
                "detail",
                Map.of(DREAMED, single, CARRIED, single, RECALLED, single),
                add,
                Weights.none()),
            options);
  }

  /**
   * A picture with more detail.
   *
   * @param dreamed {@code [3,H,W]} in −1..1
   * @param carried the newest frame as it looks from here
   * @param recalled what else is known of here
   */
  public float[] add(float[] dreamed, float[] carried, float[] recalled) {
    program.input(DREAMED).put(0, dreamed);
    program.input(CARRIED).put(0, carried);
    program.input(RECALLED).put(0, recalled);
    program.run();
    float[] out = new float[dreamed.length];
    program.output(OUT).get(0, out);
    return out;
  }

  @Override
  public void close() {
    program.close();
  }
}
