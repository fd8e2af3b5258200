package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * The pose that a game starts from, as the numbers that flow between nodes: whether it is known,
 * then x, y, z, yaw and pitch. Stateless.
 */
public final class StartPose {
  /** Of the numbers. */
  public static final Shape SHAPE = Shape.of(6);

  private StartPose() {}

  /** The numbers; zeros for a pose that is not known. */
  public static float[] numbers(Optional<Pose> pose) {
    return pose.map(
            p ->
                new float[] {
                  1, (float) p.x(), (float) p.y(), (float) p.z(), (float) p.yaw(), (float) p.pitch()
                })
        .orElseGet(() -> new float[6]);
  }

  /** The pose, if it is known. */
  public static Optional<Pose> read(TensorView numbers) {
    FloatBuffer from = numbers.values();
    return from.get(0) == 0
        ? Optional.empty()
        : Optional.of(new Pose(from.get(1), from.get(2), from.get(3), from.get(4), from.get(5)));
  }
}
