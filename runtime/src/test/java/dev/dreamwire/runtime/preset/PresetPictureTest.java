package dev.dreamwire.runtime.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetPictureTest {
  private static final Preset PRESET =
      new Preset(
          "Mine",
          "A dream",
          new Graph(
              Map.of(
                  "dit",
                  new Node(
                      "dit",
                      "dreamwire:dit",
                      1,
                      Map.of(
                          "weights",
                          "/home/ann/secret/dit.safetensors",
                          "more",
                          List.of("C:\\Users\\ann\\a.png", "preset:weights/b", "plain text", 3L)),
                      1,
                      2)),
              List.of()),
          List.of(new Preset.Model("DiT", "~/models/dit.safetensors", "12ab")),
          List.of(),
          Map.of("lastFolder", "/home/ann"));

  @TempDir private Path folder;

  private Path picture(PresetPrivacy privacy) {
    Path file = folder.resolve("dream.png");
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 2, 0x123456);
    PresetPicture.write(file, image, PRESET, privacy);
    return file;
  }

  @Test
  void aPictureOpensAsThePresetThatIsInIt() throws IOException {
    Path file = picture(PresetPrivacy.EVERYTHING);
    assertEquals(PRESET, PresetFile.read(file));
    assertEquals(0xff123456, ImageIO.read(file.toFile()).getRGB(3, 2));
  }

  @Test
  void savingNeverWritesOverThePicture() {
    PresetCatalogue catalogue =
        new PresetCatalogue(
            new ResourceFiles(PresetPictureTest.class.getClassLoader(), folder.resolve("cache")));
    assertEquals(Optional.empty(), catalogue.open(picture(PresetPrivacy.EVERYTHING)).file());
  }

  @Test
  void withoutPathsNothingTellsWhereFilesLie() throws IOException {
    Path file = picture(PresetPrivacy.WITHOUT_PATHS);
    Preset told = PresetFile.read(file);
    assertEquals(
        Map.of(
            "weights",
            "dit.safetensors",
            "more",
            List.of("a.png", "preset:weights/b", "plain text", 3L)),
        told.graph().nodes().get("dit").params());
    assertEquals("dit.safetensors", told.models().getFirst().file());
    String text = new String(PresetFile.format(told), StandardCharsets.UTF_8);
    assertFalse(text.contains("ann"), text);
  }

  @Test
  void aPictureAloneHoldsNoPresetAndSaysSo() {
    Path file = picture(PresetPrivacy.PICTURE_ONLY);
    PresetException told = assertThrows(PresetException.class, () -> PresetFile.read(file));
    assertTrue(told.getMessage().startsWith(file.toString()), told.getMessage());
    assertEquals(1, told.getMessage().lines().count());
  }

  @Test
  void aBrokenPictureIsRefusedInOneLine() throws IOException {
    Path file = picture(PresetPrivacy.EVERYTHING);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      byte[] broken = Arrays.copyOf(whole, 9 + random.nextInt(whole.length - 9));
      broken[8 + random.nextInt(broken.length - 8)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, broken);
      try {
        PresetFile.read(file);
      } catch (PresetException told) {
        assertEquals(1, told.getMessage().lines().count(), told.getMessage());
      }
    }
  }
}
