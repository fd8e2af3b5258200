package dev.dreamwire.runtime.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.data.RecordingReader;
import dev.dreamwire.runtime.node.ActionMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenRecorderTest {
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int YAW = Vocabulary.OASIS.column("cameraY");
  private static final int SIDE = 8;

  @TempDir Path folder;

  /**
   * A game whose picture shows how often it was taken, played by a person who presses W at odd
   * times.
   */
  private static final class Game implements ScreenSource {
    private int grabs;
    private int samples;
    private int away = -1;
    private int asked;

    @Override
    public void grab(byte[] rgb, int width, int height) {
      Arrays.fill(rgb, (byte) grabs++);
    }

    @Override
    public Controls controls() {
      int now = samples++;
      return new Controls(now % 2 == 1 ? Set.of("W") : Set.of(), now, 0);
    }

    @Override
    public boolean attended() {
      return grabs != away || ++asked % 7 == 0;
    }

    @Override
    public void close() {}
  }

  /** Ticks that are never waited for, one of which is late. */
  private static final class Clock implements Ticks {
    private final int lateAt;
    private int count;

    Clock(int lateAt) {
      this.lateAt = lateAt;
    }

    @Override
    public void restart() {}

    @Override
    public double await() {
      return ++count == lateAt ? 2.5 : 0.1;
    }
  }

  private ScreenRecorder.Result record(
      Game game, int frames, int lag, int lateAt, BooleanSupplier stop)
      throws IOException, InterruptedException {
    ActionMapping mapping = new ActionMapping(ActionMapping.DEFAULT, 1000);
    return new ScreenRecorder(
            game,
            mapping::action,
            new ScreenRecorder.Plan("game", frames, 20, SIDE, SIDE, lag),
            stop,
            kept -> {},
            new Clock(lateAt))
        .record(folder.resolve("recording"));
  }

  private List<Episode> episodes() throws IOException {
    RecordingReader reader = RecordingReader.open(folder.resolve("recording"));
    List<Episode> out = new ArrayList<>();
    for (String name : reader.episodes()) {
      out.add(reader.read(name));
    }
    return out;
  }

  private static int shown(Episode episode, int frame) {
    return episode.rgb()[frame * episode.frameBytes()] & 255;
  }

  @Test
  void eachRowHoldsWhatWasDoneBetweenItsFrameAndTheNext() throws Exception {
    ScreenRecorder.Result result = record(new Game(), 40, 0, -1, () -> false);
    assertEquals(new ScreenRecorder.Result(40, 1, 0), result);
    Episode episode = episodes().getFirst();
    for (int i = 0; i < 40; i++) {
      assertEquals(i, shown(episode, i));
      // The first sample is of the time before the first frame.
      assertEquals((i + 1) / 1000f, episode.actions()[i][YAW], "row " + i);
      assertEquals((i + 1) % 2, episode.actions()[i][FORWARD], "row " + i);
    }
  }

  @Test
  void aGameThatShowsKeysLaterGetsItsRowsLater() throws Exception {
    record(new Game(), 40, 2, -1, () -> false);
    Episode episode = episodes().getFirst();
    assertEquals(0, episode.actions()[1][YAW]);
    assertEquals(1 / 1000f, episode.actions()[2][YAW]);
  }

  @Test
  void aFrameThatComesTooLateEndsTheEpisode() throws Exception {
    ScreenRecorder.Result result = record(new Game(), 60, 0, 25, () -> false);
    assertEquals(1, result.gaps());
    List<Episode> episodes = episodes();
    assertEquals(2, episodes.size());
    for (Episode episode : episodes) {
      for (int i = 1; i < episode.frames(); i++) {
        assertEquals(shown(episode, i - 1) + 1, shown(episode, i), "a frame is missing");
      }
    }
  }

  @Test
  void nothingIsKeptWhileThePersonIsElsewhere() throws Exception {
    Game game = new Game();
    game.away = 30;
    record(game, 60, 0, -1, () -> false);
    List<Episode> episodes = episodes();
    assertEquals(2, episodes.size());
    assertEquals(30, episodes.getFirst().frames());
  }

  @Test
  void whatIsStoppedKeepsWhatItHas() throws Exception {
    Game game = new Game();
    ScreenRecorder.Result result = record(game, 1000, 0, -1, () -> game.grabs == 50);
    assertEquals(50, result.frames());
    assertEquals(50, episodes().getFirst().frames());
    assertTrue(result.episodes() == 1);
  }

  @Test
  void picturesAreAveragedToTheirSize() {
    byte[] from = new byte[4 * 4 * 2];
    for (int i = 0; i < 4 * 4 * 2; i += 4) {
      from[i] = 10;
      from[i + 1] = (byte) (i / 4 % 2 == 0 ? 100 : 200);
      from[i + 2] = (byte) 250;
    }
    byte[] rgb = new byte[2 * 3];
    AreaScale.bgrx(from, 4, 2, 16, rgb, 2, 1);
    assertEquals(List.of(250, 150, 10, 250, 150, 10), bytes(rgb));
  }

  private static List<Integer> bytes(byte[] rgb) {
    List<Integer> out = new ArrayList<>();
    for (byte value : rgb) {
      out.add(value & 255);
    }
    return out;
  }
}
