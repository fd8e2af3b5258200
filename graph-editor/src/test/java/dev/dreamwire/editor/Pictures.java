package dev.dreamwire.editor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of scenes, for people to look at and tests to compare. */
final class Pictures {
  private static final Path FOLDER = Path.of("target", "editor-pictures");

  private Pictures() {}

  /** The scene as it is now; also written as a file. */
  static WritableImage take(FxRobot robot, Scene scene, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    AtomicReference<WritableImage> picture = new AtomicReference<>();
    robot.interact(() -> picture.set(scene.snapshot(null)));
    WritableImage image = picture.get();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage file = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    file.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(file, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return image;
  }
}
