package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Presets that travel in a picture: a PNG whose text {@value #KEYWORD} is the preset's file. A
 * picture like that opens wherever a preset does. Stateless; safe on every thread.
 */
public final class PresetPicture {
  /** What a picture's name ends with. */
  public static final String EXTENSION = ".png";

  private static final String KEYWORD = "dreamwire-preset";

  private PresetPicture() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @param preset what goes with it
   * @param privacy how much of it does
   * @throws PresetException if it cannot be written
   */
  public static void write(Path file, BufferedImage image, Preset preset, PresetPrivacy privacy) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      if (!ImageIO.write(image, "png", png)) {
        throw new IOException("no PNG writer is installed");
      }
      Optional<byte[]> text = privacy.of(preset).map(PresetFile::format);
      AtomicFile.write(
          file,
          text.isEmpty()
              ? png.toByteArray()
              : PngText.with(png.toByteArray(), KEYWORD, text.get()));
    } catch (IOException e) {
      throw new PresetException(
          file + ": " + Texts.display(PresetFile.TEXTS).get("file.unwritable", e.getMessage()), e);
    }
  }

  /**
   * Whether a file is a picture, with a preset or without.
   *
   * @throws PresetException if it cannot be read
   */
  public static boolean isPicture(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return isPicture(in.readNBytes(PngText.SIGNATURE_LENGTH));
    } catch (IOException e) {
      throw new PresetException(
          file + ": " + Texts.display(PresetFile.TEXTS).get("file.unreadable", e.getMessage()), e);
    }
  }

  /** Whether these bytes begin as a picture does. */
  static boolean isPicture(byte[] bytes) {
    return PngText.isPng(bytes);
  }

  /**
   * The text of the preset in a picture.
   *
   * @param name of the file, for people
   * @param most bytes that it may have
   * @throws PresetException if there is none, or the picture is broken
   */
  static byte[] text(String name, byte[] png, int most) {
    Texts texts = Texts.display(PresetFile.TEXTS);
    try {
      return PngText.read(png, KEYWORD, most)
          .orElseThrow(() -> new PresetException(name + ": " + texts.get("picture.none"), null));
    } catch (IOException e) {
      throw new PresetException(name + ": " + texts.get("picture.broken", e.getMessage()), e);
    }
  }
}
