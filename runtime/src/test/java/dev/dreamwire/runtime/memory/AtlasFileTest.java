package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasFileTest {
  private static final Shape LATENT = Shape.of(3, 2, 2);

  @TempDir private Path folder;

  @Test
  void whatIsReadIsWhatWasWrittenToALevelOf255() throws IOException {
    List<Pose> poses = List.of(new Pose(1.5, 2, -3, 45, -10), new Pose(9, 0, 4, 350, 0));
    List<float[]> views = List.of(RandomWeights.gaussian(1, 12), RandomWeights.gaussian(2, 12));
    Path file = folder.resolve("a.safetensors");
    Atlas written = Atlas.of(LATENT, poses, views, Ground.of(poses));
    AtlasFile.write(file, written, Map.of("recipe", "test"));
    Atlas read = AtlasFile.read(file);
    assertEquals(poses, read.poses());
    assertEquals(LATENT, read.latent());
    for (int i = 0; i < views.size(); i++) {
      assertArrayEquals(views.get(i), read.view(i), 0.02f);
    }
    assertEquals(2, read.ground().height(1.5, -3));
    assertEquals(2, read.ground().height(1.5 + Ground.CELL, -3), "beside where somebody stood");
    assertTrue(Double.isNaN(read.ground().height(4, 0)));
    assertTrue(Double.isNaN(read.ground().height(-400, 900)));
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
    SafetensorsWriter.write(file, weights, DType.F32, Map.of("dreamwire.kind", "atlas"));
    assertTrue(refused(file).contains("no whole atlas"));
  }

  private static String refused(Path file) {
    String message = assertThrows(IOException.class, () -> AtlasFile.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }
}
