package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.data.VideoCodec;
import dev.dreamwire.runtime.data.VideoWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game that goes on from a video, as a person sets it up and plays it. */
class OasisPromptTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;
  private static final int PROMPT = 3;

  /** The History's start is not shown. */
  private static final int SHOWN = PROMPT - 1;

  @TempDir Path folder;

  @Test
  void theVideoIsShownFirstAndThenTheDreamGoesOnFromIt() throws Exception {
    List<byte[]> pictures = pictures(1, 5);
    Path video = video("first.mkv", pictures);
    List<ByteBuffer> once = play(video, 1, "one");
    List<ByteBuffer> other = play(video, 2, "other");
    assertEquals(once.subList(0, SHOWN), other.subList(0, SHOWN));
    assertNotEquals(once.get(SHOWN), other.get(SHOWN), "no frame was dreamed");
    assertNotEquals(once.get(0), once.get(1), "the video stands still");

    List<byte[]> before = new ArrayList<>(pictures);
    before.set(1, pictures(2, 1).getFirst());
    List<ByteBuffer> changed = play(video("changed.mkv", before), 1, "changed");
    assertEquals(once.get(1), changed.get(1), "the last frame of the prompt is the same");
    assertNotEquals(once.get(SHOWN), changed.get(SHOWN), "the model did not see the frame before");
  }

  @Test
  void theActionsOfTheVideoLeadThroughItAndThenTheKeysDo() throws Exception {
    Path video = video("video.mkv", pictures(1, 5));
    Path still = folder.resolve("still.txt");
    Path moved = folder.resolve("moved.txt");
    Path later = folder.resolve("later.txt");
    Files.writeString(still, "9\n");
    Files.writeString(moved, "1 forward\n8\n");
    Files.writeString(later, "3\n6 forward\n");
    List<ByteBuffer> idle = play(video, 1, "idle", "--actions", still.toString());
    assertEquals(idle, play(video, 1, "none"));
    assertNotEquals(
        idle.get(SHOWN), play(video, 1, "moved", "--actions", moved.toString()).get(SHOWN));
    assertEquals(idle, play(video, 1, "later", "--actions", later.toString()));
  }

  @Test
  void aVideoThatIsTooShortIsToldWithItsLength() throws Exception {
    Path video = video("short.mkv", pictures(1, 4));
    Path preset = imported(video, "short", "--video-offset", "2");
    CliRun run = CliRun.of("play", preset.toString(), "--frames", "1");
    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("short.mkv has 4 frames, but frames 2 to 4 are asked for"), run.err());
    CliRun both = CliRun.of("import", "oasis", "--image", video.toString(), "--video", "" + video);
    assertEquals(2, both.code());
  }

  private List<ByteBuffer> play(Path video, int seed, String name, String... more)
      throws IOException {
    Path frames = folder.resolve(name + "-frames");
    CliRun run =
        CliRun.of(
            "play",
            imported(video, name, more).toString(),
            "--frames",
            "4",
            "--seed",
            "" + seed,
            "--set",
            "sampler.steps=2",
            "--out",
            frames.toString());
    assertEquals(0, run.code(), run.err());
    List<ByteBuffer> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(frames)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
        out.add(ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    assertEquals(4, out.size());
    return out;
  }

  private Path imported(Path video, String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "import",
                "oasis",
                "--dit",
                ImportOasisCommandTest.golden("checkpoint_dit").toString(),
                "--vae",
                ImportOasisCommandTest.golden("checkpoint_vae").toString(),
                "--out",
                folder.resolve(name).toString(),
                "--width",
                "" + WIDTH,
                "--height",
                "" + HEIGHT,
                "--window",
                "6",
                "--video",
                video.toString(),
                "--prompt-frames",
                "" + PROMPT));
    words.addAll(Arrays.asList(more));
    CliRun run = CliRun.of(words.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    return folder.resolve(name).resolve("oasis.dreamwire.json");
  }

  private static List<byte[]> pictures(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(
            () -> {
              byte[] rgb = new byte[WIDTH * HEIGHT * 3];
              random.nextBytes(rgb);
              return rgb;
            })
        .limit(count)
        .toList();
  }

  private Path video(String name, List<byte[]> pictures) throws IOException {
    Path file = folder.resolve(name);
    try (VideoWriter writer = new VideoWriter(file, WIDTH, HEIGHT, 20, VideoCodec.LOSSLESS)) {
      for (byte[] rgb : pictures) {
        writer.write(rgb);
      }
    }
    return file;
  }
}
