package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.oasis.StateDictionary;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints in the released layout, small and with regenerated weights. */
class ImportOasisCommandTest {
  @TempDir Path folder;

  @Test
  void whatWasImportedPlaysARecordedGame() throws Exception {
    Path image = folder.resolve("start.png");
    ImageIO.write(new BufferedImage(50, 20, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
    CliRun run =
        importing(golden("checkpoint_dit"), golden("checkpoint_vae"), "--image", image.toString());
    assertEquals(0, run.code(), run.err());
    String actions =
        Path.of(
                getClass()
                    .getResource(
                        "/samples/oasis/treechop-f153ac423f61-20210916-183423"
                            + ".chunk_000.one_hot_actions.pt")
                    .toURI())
            .toString();
    CliRun play =
        CliRun.of(
            "play",
            folder.resolve("out/oasis.dreamwire.json").toString(),
            "--frames",
            "8",
            "--actions",
            actions,
            "--set",
            "sampler.steps=2");
    assertEquals(0, play.code(), play.err());
  }

  @Test
  void aStateDictionaryGivesTheSameWeightsAsSafetensors() throws Exception {
    Path pickled = folder.resolve("dit.pt");
    try (SafetensorsFile file = SafetensorsFile.open(golden("checkpoint_dit"))) {
      StateDictionary.write(pickled, file.weights());
    }
    CliRun run = importing(pickled, golden("checkpoint_vae"));
    assertEquals(0, run.code(), run.err());
    byte[] fromPickle = Files.readAllBytes(folder.resolve("out/dit.safetensors"));
    assertEquals(0, importing(golden("checkpoint_dit"), golden("checkpoint_vae")).code());
    assertArrayEquals(Files.readAllBytes(folder.resolve("out/dit.safetensors")), fromPickle);
  }

  @Test
  void halfPrecisionAndMissingFrequenciesAreTaken() throws Exception {
    Path dit = folder.resolve("half.safetensors");
    Path vae = folder.resolve("brain.safetensors");
    rewrite(golden("checkpoint_dit"), dit, DType.F16, Map.of());
    rewrite(golden("checkpoint_vae"), vae, DType.BF16, Map.of());
    CliRun run = importing(dit, vae);
    assertEquals(0, run.code(), run.err());
    try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("out/dit.safetensors"))) {
      assertEquals(DType.F16, file.weights().get("x_embedder.proj.weight").type());
    }
  }

  @Test
  void whatIsMissingAndWhatIsSuperfluousIsNamed() throws Exception {
    Path dit = folder.resolve("other.safetensors");
    rewrite(
        golden("checkpoint_dit"),
        dit,
        DType.F32,
        Map.of("blocks.1.t_mlp.fc2.bias", "blocks.1.t_mlp.fc3.bias"));
    CliRun run = importing(dit, golden("checkpoint_vae"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("missing: blocks.1.t_mlp.fc2.bias"), run.err());
    assertTrue(run.err().contains("superfluous: blocks.1.t_mlp.fc3.bias"), run.err());
  }

  private CliRun importing(Path dit, Path vae, String... more) {
    String[] words = {
      "import",
      "oasis",
      "--dit",
      dit.toString(),
      "--vae",
      vae.toString(),
      "--out",
      folder.resolve("out").toString(),
      "--width",
      "24",
      "--height",
      "16",
      "--window",
      "6"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CliRun.of(all);
  }

  /** A file of the reference's small models. */
  static Path golden(String name) {
    return Path.of(
        URI.create(
            ImportOasisCommandTest.class
                .getResource("/golden/oasis/" + name + ".safetensors")
                .toString()));
  }

  /** The same tensors in another type, some under other names; frequencies only in 32 bits. */
  private static void rewrite(Path from, Path to, DType type, Map<String, String> renamed)
      throws IOException {
    Map<String, TensorData> out = new LinkedHashMap<>();
    try (SafetensorsFile file = SafetensorsFile.open(from)) {
      for (String name : file.weights().names()) {
        TensorData data = file.weights().get(name);
        boolean drop = name.endsWith("freqs") && name.contains("s_attn");
        if (!drop) {
          out.put(renamed.getOrDefault(name, name), TensorData.of(data.shape(), data.toFloats()));
        }
      }
    }
    SafetensorsWriter.write(to, Weights.of(out), type, Map.of());
  }
}
