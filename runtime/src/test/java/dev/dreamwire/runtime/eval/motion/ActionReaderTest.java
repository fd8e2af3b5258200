package dev.dreamwire.runtime.eval.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionReaderTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 16;
  private static final int FRAMES = 60;
  @TempDir Path folder;

  /** A world of noise in which turning moves the view by three pixels. */
  private static Episode play(long seed) {
    Random random = new Random(seed);
    byte[] scene = new byte[HEIGHT * 400];
    random.nextBytes(scene);
    byte[] rgb = new byte[FRAMES * WIDTH * HEIGHT * 3];
    float[][] actions = new float[FRAMES][];
    List<Player> players = new ArrayList<>();
    int at = 180;
    for (int f = 0; f < FRAMES; f++) {
      for (int i = 0; i < WIDTH * HEIGHT * 3; i++) {
        int pixel = i / 3;
        rgb[f * WIDTH * HEIGHT * 3 + i] = scene[pixel / WIDTH * 400 + at + pixel % WIDTH];
      }
      int turn = random.nextInt(3) - 1;
      actions[f] = Action.idle().turn(turn).vector();
      at = Math.clamp(at + 3L * turn, 3, 360);
      players.add(Player.at(0, 0, 0, 0, 0));
    }
    return new Episode("noise", WIDTH, HEIGHT, rgb, actions, players);
  }

  private static Labelled clip(long seed) {
    return Labelled.of(play(seed), play(seed));
  }

  @Test
  void turnsAreReadFromPicturesThatWereNotLearnedFrom() throws IOException {
    ActionReaderTraining training = new ActionReaderTraining(WIDTH, HEIGHT, 120, 1, "none");
    Path file = training.file(folder);
    List<Labelled> clips = LongStream.range(0, 12).mapToObj(ActionReaderTest::clip).toList();
    training.train(clips, new ScriptTrainCompiler(), file, share -> {});
    try (ActionReader reader = training.open(file, new CpuBackend(), CompileOptions.DEFAULT)) {
      Confusion right = reader.read(clip(100));
      assertTrue(right.macroF1() > 0.9, right.macroF1() + "");
      assertEquals(2 / 3.0, right.macroChance() * 2, 0.2);
      Confusion wrong = reader.read(Labelled.of(play(100), play(101)));
      assertTrue(wrong.macroF1() < 0.6, wrong.macroF1() + "");
    }
  }

  @Test
  void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
    Confusion confusion = Confusion.empty();
    int left = Factor.TURN.offset() + 1;
    confusion.counts()[left][left] = 6;
    confusion.counts()[left][Factor.TURN.offset()] = 2;
    confusion.counts()[Factor.TURN.offset()][left] = 4;
    double precision = 0.6;
    double recall = 0.75;
    assertEquals(2 * precision * recall / (precision + recall), confusion.f1(left), 1e-12);
  }
}
