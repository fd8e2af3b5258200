package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import dev.dreamwire.runtime.world.Player;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasFileTest {
  private static final Map<String, String> KIND =
      Map.of("dreamwire.kind", "atlas", "dreamwire.version", "4");

  @TempDir private Path folder;

  @Test
  void whatIsReadIsNearlyWhatWasWritten() throws IOException {
    List<Pose> poses = List.of(new Pose(45.5, 3, 40, 45, -10), new Pose(49, 3, 40, 350, 0));
    List<View> views =
        poses.stream()
            .map(p -> WorldViews.of(Player.at(p.x(), p.y(), p.z(), p.yaw(), p.pitch())))
            .toList();
    Path file = folder.resolve("a.safetensors");
    Blocks blocks = WorldViews.blocks(views);
    AtlasFile.write(
        file,
        Atlas.of(WorldViews.SHAPE, views, Ground.of(poses, 0.4), blocks),
        Map.of("recipe", "test"));
    Atlas read = AtlasFile.read(file);
    assertEquals(poses, read.poses());
    assertEquals(WorldViews.SHAPE, read.picture());
    boolean[] all = new boolean[WorldViews.HEIGHT * WorldViews.WIDTH];
    Arrays.fill(all, true);
    for (int i = 0; i < views.size(); i++) {
      View view = read.view(i);
      double psnr = WorldViews.psnr(views.get(i).picture(), view.picture(), all);
      assertTrue(psnr > 28, "a picture comes back with " + psnr + " dB");
      for (int p = 0; p < view.nearness().length; p++) {
        float near = Math.min(3, views.get(i).nearness()[p]);
        assertEquals(near, view.nearness()[p], 0.002 + 0.02 * near, "pixel " + p);
      }
    }
    assertEquals(3, read.ground().height(45.5, 40));
    assertEquals(3, read.ground().height(45.5, 39.5), "under the edge of who stood there");
    assertTrue(Double.isNaN(read.ground().height(47.5, 40)));
    assertTrue(Double.isNaN(read.ground().height(-400, 900)));
    assertArrayEquals(blocks.stack(47, 37), read.blocks().stack(47, 37));
    assertEquals(0, read.blocks().stack(-400, 900).length);
    assertTrue(blocks.stack(47, 37).length > 0, "a place in sight");
  }

  @Test
  void anAtlasOfGuessedDepthsKnowsNoBlocks() throws IOException {
    Pose pose = new Pose(1, 2, 3, 0, 0);
    Path file = folder.resolve("f.safetensors");
    AtlasFile.write(
        file,
        Atlas.of(
            WorldViews.SHAPE,
            List.of(WorldViews.plain(pose, 0, 1)),
            Ground.of(List.of(pose), 0.4),
            Blocks.UNKNOWN),
        Map.of());
    assertTrue(AtlasFile.read(file).blocks().isEmpty());
  }

  @Test
  void aPaletteIsKept() throws IOException {
    float[] weights = Palette.UNKNOWN.weights();
    weights[7] = 0.25f;
    Path file = folder.resolve("g.safetensors");
    Pose pose = new Pose(1, 2, 3, 0, 0);
    Atlas atlas =
        Atlas.of(
            WorldViews.SHAPE,
            List.of(WorldViews.plain(pose, 0, 1)),
            Ground.of(List.of(pose), 0.4),
            Blocks.UNKNOWN);
    AtlasFile.write(file, atlas.with(new Palette(weights)), Map.of());
    assertArrayEquals(weights, AtlasFile.read(file).palette().weights());
  }

  @Test
  void anAtlasWhoseViewsAreCutOffIsNamed() throws IOException {
    Path file = folder.resolve("d.safetensors");
    Map<String, TensorData> tensors = new HashMap<>();
    tensors.put("size", TensorData.of(Shape.of(3), 3, 2, 2));
    tensors.put("poses", TensorData.of(Shape.of(1, 5), 0, 0, 0, 0, 0));
    tensors.put("corner", TensorData.of(Shape.of(2), 0, 0));
    tensors.put("ground", TensorData.of(Shape.of(1, 1), 0));
    tensors.put("blocks_corner", TensorData.of(Shape.of(2), 0, 0));
    tensors.put("stacks", TensorData.of(Shape.of(1, 1), 0));
    tensors.put("faces", TensorData.of(Shape.of(0)));
    tensors.put("palette", TensorData.of(Shape.of(10, 4, 3), new float[120]));
    for (String each : List.of("picture", "nearness")) {
      tensors.put(each + "_bytes", TensorData.of(Shape.of(1), 100));
      tensors.put(
          each.equals("picture") ? "pictures" : each,
          new TensorData(Shape.of(2), DType.U8, MemorySegment.ofArray(new byte[2])));
    }
    SafetensorsWriter.write(file, Weights.of(tensors), DType.F32, KIND);
    assertTrue(refused(file).contains("no whole atlas"));
  }

  @Test
  void anAtlasOfAnEarlierVersionIsRefused() throws IOException {
    Path file = folder.resolve("e.safetensors");
    Weights weights = Weights.of(Map.of("views", TensorData.of(Shape.of(1), 0)));
    SafetensorsWriter.write(file, weights, DType.F32, Map.of("dreamwire.kind", "atlas"));
    assertTrue(refused(file).contains("another version"));
  }

  @Test
  void anotherFileIsNamedAsNoAtlas() throws IOException {
    Path file = folder.resolve("b.safetensors");
    Weights weights = Weights.of(Map.of("views", TensorData.of(Shape.of(1), 0)));
    SafetensorsWriter.write(file, weights, DType.F32, Map.of());
    assertTrue(refused(file).contains("no atlas"));
  }

  @Test
  void anAtlasThatLacksAPartIsNamed() throws IOException {
    Path file = folder.resolve("c.safetensors");
    Weights weights = Weights.of(Map.of("views", TensorData.of(Shape.of(1), 0)));
    SafetensorsWriter.write(file, weights, DType.F32, KIND);
    assertTrue(refused(file).contains("no whole atlas"));
  }

  private static String refused(Path file) {
    String message = assertThrows(IOException.class, () -> AtlasFile.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }
}
