package dev.dreamwire.studio.shell;

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

/** Pictures of scenes, kept for people to look at. */
final class Screens {
  private static final Path FOLDER = Path.of("target", "studio-pictures");

  private Screens() {}

  /** Writes what a scene shows now. */
  static void take(FxRobot robot, Scene scene, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    AtomicReference<WritableImage> taken = new AtomicReference<>();
    robot.interact(() -> taken.set(scene.snapshot(null)));
    WritableImage image = taken.get();
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
  }
}
