package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Atlases as safetensors files: {@code size [3]} of the pictures, {@code poses [N,5]}; the views'
 * files one after the other in {@code pictures} and {@code nearness}, with the length of each in
 * {@code picture_bytes [N]} and {@code nearness_bytes [N]}; {@code ground [rows,columns]} with its
 * {@code corner [2]} in cells; blocks as lower and upper faces in {@code faces}, how many each
 * column has in {@code stacks [rows,columns]}, with their {@code blocks_corner [2]}; a {@code
 * palette [sides,4,3]}. Stateless.
 */
public final class AtlasFile {
  private static final String KIND = "dreamwire.kind";
  private static final String ATLAS = "atlas";
  private static final String VERSION = "dreamwire.version";

  /** The first had ground of half blocks, the second no blocks, the third no palette. */
  private static final String NOW = "4";

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
    Shape size = atlas.picture();
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    tensors.put("size", TensorData.of(Shape.of(3), size.size(0), size.size(1), size.size(2)));
    tensors.put("poses", TensorData.of(Shape.of(count, POSE), poses));
    tensors.put("corner", TensorData.of(Shape.of(2), ground.west(), ground.north()));
    tensors.put(
        "ground",
        TensorData.of(Shape.of(heights.length / ground.columns(), ground.columns()), heights));
    put(tensors, atlas.blocks());
    tensors.put(
        "palette",
        TensorData.of(
            Shape.of(Side.ALL.size(), Palette.TERMS, Palette.CHANNELS), atlas.palette().weights()));
    put(tensors, "picture", "pictures", atlas.pictures());
    put(tensors, "nearness", "nearness", atlas.nearness());
    Map<String, String> metadata = new LinkedHashMap<>(card);
    metadata.put(KIND, ATLAS);
    metadata.put(VERSION, NOW);
    SafetensorsWriter.write(file, Weights.of(tensors), DType.F32, metadata);
  }

  private static void put(Map<String, TensorData> tensors, Blocks blocks) {
    float[][] stacks = blocks.stacks();
    float[] counts = new float[stacks.length];
    float[] faces = new float[Arrays.stream(stacks).mapToInt(stack -> stack.length).sum()];
    int at = 0;
    for (int i = 0; i < stacks.length; i++) {
      counts[i] = stacks[i].length;
      System.arraycopy(stacks[i], 0, faces, at, stacks[i].length);
      at += stacks[i].length;
    }
    int columns = blocks.columns();
    tensors.put("blocks_corner", TensorData.of(Shape.of(2), blocks.west(), blocks.north()));
    tensors.put("stacks", TensorData.of(Shape.of(counts.length / columns, columns), counts));
    tensors.put("faces", TensorData.of(Shape.of(faces.length), faces));
  }

  private static Blocks blocks(Weights tensors) {
    TensorData counts = tensors.get("stacks");
    float[] corner = tensors.get("blocks_corner").toFloats();
    float[] faces = tensors.get("faces").toFloats();
    float[] lengths = counts.toFloats();
    float[][] stacks = new float[lengths.length][];
    int at = 0;
    for (int i = 0; i < stacks.length; i++) {
      int count = (int) lengths[i];
      if (count < 0 || count % 2 != 0 || at + count > faces.length) {
        throw new IllegalArgumentException("its blocks have no two faces each");
      }
      stacks[i] = Arrays.copyOfRange(faces, at, at += count);
    }
    if (corner.length != 2 || counts.shape().rank() != 2) {
      throw new IllegalArgumentException("its parts do not fit each other");
    }
    return new Blocks((int) corner[0], (int) corner[1], counts.shape().size(1), stacks);
  }

  private static void put(
      Map<String, TensorData> tensors, String each, String all, List<byte[]> files) {
    float[] lengths = new float[files.size()];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = files.get(i).length;
      bytes.writeBytes(files.get(i));
    }
    tensors.put(each + "_bytes", TensorData.of(Shape.of(lengths.length), lengths));
    tensors.put(
        all,
        new TensorData(
            Shape.of(bytes.size()), DType.U8, MemorySegment.ofArray(bytes.toByteArray())));
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
      if (!NOW.equals(open.metadata().get(VERSION))) {
        throw new IOException(
            file + " is an atlas of another version of this program: train its world anew");
      }
      Weights tensors = open.weights();
      TensorData ground = tensors.get("ground");
      float[] size = tensors.get("size").toFloats();
      float[] poses = tensors.get("poses").toFloats();
      float[] corner = tensors.get("corner").toFloats();
      List<byte[]> pictures = files(tensors, "picture", "pictures");
      List<byte[]> nearness = files(tensors, "nearness", "nearness");
      int count = pictures.size();
      if (size.length != 3
          || ground.shape().rank() != 2
          || corner.length != 2
          || poses.length != count * POSE
          || nearness.size() != count) {
        throw new IllegalArgumentException("its parts do not fit each other");
      }
      return new Atlas(
          Shape.of((int) size[0], (int) size[1], (int) size[2]),
          poses(poses),
          pictures,
          nearness,
          new Ground((int) corner[0], (int) corner[1], ground.shape().size(1), ground.toFloats()),
          blocks(tensors),
          new Palette(tensors.get("palette").toFloats()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no whole atlas: " + e.getMessage(), e);
    }
  }

  private static List<byte[]> files(Weights tensors, String each, String all) {
    byte[] bytes = tensors.get(all).bytes().toArray(ValueLayout.JAVA_BYTE);
    List<byte[]> files = new ArrayList<>();
    int at = 0;
    for (float length : tensors.get(each + "_bytes").toFloats()) {
      if (!(length >= 0) || at + length > bytes.length) {
        throw new IllegalArgumentException("its views are longer than the file");
      }
      files.add(Arrays.copyOfRange(bytes, at, at += (int) length));
    }
    return files;
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
