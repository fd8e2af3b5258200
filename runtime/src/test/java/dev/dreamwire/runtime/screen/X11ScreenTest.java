package dev.dreamwire.runtime.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dreamwire.api.node.Controls;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real program on a display without a screen; where there is no Xvfb, nothing is tested. */
class X11ScreenTest {
  private static final Path XVFB = Path.of("/usr/bin/Xvfb");
  private static final Set<String> KEYS = Set.of("W", "S", "MOUSE_PRIMARY");
  private static final int PATIENCE = 200;

  private static Process server;
  private static Process game;
  private static String display;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Files.isExecutable(XVFB), "there is no Xvfb");
    server =
        new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "640x480x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader told = server.inputReader();
    display = ":" + told.readLine();
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=false",
            "-cp",
            System.getProperty("java.class.path"),
            SomeGame.class.getName());
    program.environment().put("DISPLAY", display);
    game =
        program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  @AfterAll
  static void close() {
    if (game != null) {
      game.destroyForcibly();
    }
    if (server != null) {
      server.destroyForcibly();
    }
  }

  /** The game's window once it is there and painted. */
  private static X11Screen window() throws InterruptedException {
    byte[] pixel = new byte[3];
    for (int i = 0; i < PATIENCE; i++) {
      assertTrue(game.isAlive(), "the program ended");
      try {
        X11Screen screen = X11Screen.window(display, "some game", KEYS);
        screen.grab(pixel, 1, 1);
        if (pixel[0] != 0 && pixel[2] == 0) {
          return screen;
        }
        screen.close();
      } catch (ScreenException notYet) {
        assertTrue(notYet.getMessage().contains("title"), notYet.getMessage());
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the window did not come");
  }

  @Test
  void theWindowIsFoundByItsTitleAndItsPictureTaken() throws InterruptedException {
    try (X11Screen screen = window()) {
      byte[] rgb = new byte[2 * 3];
      screen.grab(rgb, 2, 1);
      assertEquals(-1, rgb[0], "red at the left");
      assertEquals(0, rgb[1]);
      assertEquals(0, rgb[3]);
      assertEquals(-1, rgb[4], "green at the right");
      assertTrue(screen.attended());
    }
  }

  @Test
  void aRegionOfTheScreenIsTaken() throws InterruptedException {
    window().close();
    try (X11Screen screen =
        X11Screen.region(display, new X11Screen.Region(220, 50, 100, 100), KEYS)) {
      byte[] rgb = new byte[3];
      screen.grab(rgb, 1, 1);
      assertEquals(0, rgb[0]);
      assertEquals(-1, rgb[1], "the window's right half is green");
    }
  }

  @Test
  void keysAndButtonsAreHeardAlsoWhenTheyWereShort() throws InterruptedException {
    try (X11Screen screen = window()) {
      Set<String> heard = new HashSet<>();
      for (int i = 0; i < PATIENCE && heard.size() < 2; i++) {
        Thread.sleep(50);
        Controls controls = screen.controls();
        heard.addAll(controls.held());
      }
      assertEquals(Set.of("W", "MOUSE_PRIMARY"), heard);
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws InterruptedException {
    window().close();
    ScreenException none =
        assertThrows(ScreenException.class, () -> X11Screen.window(display, "another game", KEYS));
    assertTrue(none.getMessage().contains(SomeGame.TITLE), none.getMessage());
    ScreenException far =
        assertThrows(
            ScreenException.class,
            () -> X11Screen.region(display, new X11Screen.Region(900, 0, 10, 10), KEYS));
    assertTrue(far.getMessage().contains("640"), far.getMessage());
    ScreenException odd =
        assertThrows(
            ScreenException.class,
            () -> X11Screen.region(display, new X11Screen.Region(0, 0, 10, 10), Set.of("WHEEL")));
    assertTrue(odd.getMessage().contains("WHEEL"), odd.getMessage());
    assertThrows(
        ScreenException.class,
        () -> X11Screen.region(":4711", new X11Screen.Region(0, 0, 10, 10), KEYS));
  }
}
