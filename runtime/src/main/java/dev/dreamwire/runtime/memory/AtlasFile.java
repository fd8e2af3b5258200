package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Atlases as safetensors files: {@code views [N,C,h,w]} in 8 bits with {@code lowest [C]} and
 * {@code step [C]}, {@code poses [N,5]}, {@code ground [rows,columns]} with its {@code corner [2]}
 * in cells. Stateless.
 */
public final class AtlasFile {
  private static final String KIND = "dreamwire.kind";
  private static final String ATLAS = "atlas";
  private static final int POSE = 5;

  private AtlasFile() {}

  /**
   * Writes an atlas, whole or not at all.
   *
   * @param card told beside it
   */
  public static void write(Path file, Atlas atlas, Map<String, String> card) throws IOException {
    int count = atlas.size();
    float[] poses = new float[count * POSE];
    for (int i = 0; i < count; i++) {
      Pose p = atlas.poses().get(i);
      double[] numbers = {p.x(), p.y(), p.z(), p.yaw(), p.pitch()};
      for (int n = 0; n < POSE; n++) {
        poses[i * POSE + n] = (float) numbers[n];
      }
    }
    Ground ground = atlas.ground();
    float[] heights = ground.heights();
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    tensors.put("lowest", TensorData.of(Shape.of(atlas.lowest().length), atlas.lowest()));
    tensors.put("step", TensorData.of(Shape.of(atlas.step().length), atlas.step()));
    tensors.put("poses", TensorData.of(Shape.of(count, POSE), poses));
    tensors.put("corner", TensorData.of(Shape.of(2), ground.west(), ground.north()));
    tensors.put(
        "ground",
        TensorData.of(Shape.of(heights.length / ground.columns(), ground.columns()), heights));
    tensors.put(
        "views",
        new TensorData(
            atlas.latent().prepend(count), DType.U8, MemorySegment.ofArray(atlas.views())));
    Map<String, String> metadata = new LinkedHashMap<>(card);
    metadata.put(KIND, ATLAS);
    SafetensorsWriter.write(file, Weights.of(tensors), DType.F32, metadata);
  }

  /**
   * Reads an atlas.
   *
   * @throws IOException if the file is not one; the message says what is wrong with it
   */
  public static Atlas read(Path file) throws IOException {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      if (!ATLAS.equals(open.metadata().get(KIND))) {
        throw new IOException(file + " is no atlas: it does not say that it is one");
      }
      Weights tensors = open.weights();
      TensorData views = tensors.get("views");
      TensorData ground = tensors.get("ground");
      float[] poses = tensors.get("poses").toFloats();
      float[] lowest = tensors.get("lowest").toFloats();
      float[] step = tensors.get("step").toFloats();
      float[] corner = tensors.get("corner").toFloats();
      Shape shape = views.shape();
      if (shape.rank() != 4
          || views.type() != DType.U8
          || ground.shape().rank() != 2
          || corner.length != 2
          || poses.length != shape.dim(0) * POSE
          || lowest.length != shape.dim(1)
          || step.length != shape.dim(1)) {
        throw new IOException(file + " is no whole atlas: its parts do not fit each other");
      }
      return new Atlas(
          Shape.of(shape.dim(1), shape.dim(2), shape.dim(3)),
          poses(poses),
          views.bytes().toArray(ValueLayout.JAVA_BYTE),
          lowest,
          step,
          new Ground(
              (int) corner[0], (int) corner[1], ground.shape().size(1), ground.toFloats()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no whole atlas: " + e.getMessage(), e);
    }
  }

  private static List<Pose> poses(float[] numbers) {
    List<Pose> out = new ArrayList<>();
    for (int at = 0; at < numbers.length; at += POSE) {
      out.add(
          new Pose(
              numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]));
    }
    return out;
  }
}
