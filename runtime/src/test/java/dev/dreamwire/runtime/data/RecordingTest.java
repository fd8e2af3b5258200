package dev.dreamwire.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.world.Changes;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.TestWorld;
import dev.dreamwire.runtime.world.Work;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final World WORLD = TestWorld.WORLD;
  private static final int FRAMES = 90;

  @TempDir Path temp;
  private Path folder;
  private Path table;
  private Path video;

  @BeforeEach
  void record() throws IOException {
    folder = temp.resolve("recording");
    table = folder.resolve("episode-0001.csv");
    video = folder.resolve("episode-0001.mp4");
    new WorldRecorder(WORLD).record(FRAMES, Policy.BUILD, 6, 64, 48, folder, done -> {});
  }

  @Test
  void theSameSeedGivesTheSameFilesContent() throws IOException {
    Path again = temp.resolve("again");
    new WorldRecorder(WORLD).record(FRAMES, Policy.BUILD, 6, 64, 48, again, done -> {});
    Episode one = RecordingReader.open(folder).read("episode-0001");
    Episode other = RecordingReader.open(again).read("episode-0001");
    assertArrayEquals(one.rgb(), other.rgb());
    assertEquals(Files.readString(table), Files.readString(again.resolve("episode-0001.csv")));
  }

  @Test
  void anEpisodeReadsBackExactlyAndItsActionsLeadFromFrameToFrame() throws IOException {
    RecordingReader reader = RecordingReader.open(folder);
    Episode episode = reader.read("episode-0001");
    assertEquals(RecordingInfo.of(World.NAME, "build", 6, 20, 64, 48), reader.info());
    assertEquals(List.of("episode-0001"), reader.episodes());
    assertEquals(FRAMES, episode.frames());
    Renderer renderer = WORLD.renderer(64, 48);
    Player player = episode.players().getFirst();
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(episode.players().get(i), player.with(Work.NONE), "row " + i);
      int at = i * episode.frameBytes();
      assertArrayEquals(
          renderer.render(player),
          Arrays.copyOfRange(episode.rgb(), at, at + episode.frameBytes()),
          "frame " + i);
      player = WORLD.step(player, episode.actions()[i]);
    }
    assertNotEquals(Changes.NONE, player.work().changes(), "nothing was dug or built");
  }

  @Test
  void startsWhereItHasBeenLeast() throws IOException {
    Path many = temp.resolve("many");
    new WorldRecorder(WORLD).record(16_000, Policy.IDLE, 2, 8, 8, many, done -> {});
    RecordingReader reader = RecordingReader.open(many);
    Set<Integer> places = new HashSet<>();
    for (String episode : reader.episodes()) {
      Player start = reader.actions(episode).players().getFirst();
      places.add((int) (start.z() / 8) * 12 + (int) (start.x() / 8));
    }
    assertEquals(reader.episodes().size(), places.size());
  }

  @Test
  void longRecordingsHaveEpisodesOfSomeHundredFrames() throws IOException {
    Path longer = temp.resolve("longer");
    List<Integer> told = new ArrayList<>();
    new WorldRecorder(WORLD).record(1500, Policy.STICKY, 1, 16, 16, longer, told::add);
    RecordingReader reader = RecordingReader.open(longer);
    int total = 0;
    for (String episode : reader.episodes()) {
      int frames = reader.actions(episode).actions().length;
      assertTrue(frames >= 200 && frames <= 1200, episode + " has " + frames);
      total += frames;
    }
    assertEquals(1500, total);
    assertEquals(1500, told.getLast());
  }

  @Test
  void aTableWithoutPosesIsEnough() throws IOException {
    String actionsOnly =
        Files.readAllLines(table).stream()
            .map(line -> String.join(",", List.of(line.split(",")).subList(0, 25)))
            .reduce("", (a, b) -> a + b + "\n");
    Files.writeString(table, actionsOnly);
    Episode episode = RecordingReader.open(folder).read("episode-0001");
    assertEquals(FRAMES, episode.frames());
    assertEquals(List.of(), episode.players());
  }

  @Test
  void aValueThatIsNoNumberIsNamedByFileLineAndColumn() throws IOException {
    edit(lines -> lines.set(11, lines.get(11).replaceFirst("^0", "zero")));
    assertTold(table + ":12: column 1: “zero” is no number");
  }

  @Test
  void aRowOfWrongLengthIsNamed() throws IOException {
    edit(lines -> lines.set(4, lines.get(4) + ",1"));
    assertTold(table + ":5: there are 36 values; the header names 35");
  }

  @Test
  void aWrongColumnIsNamed() throws IOException {
    edit(lines -> lines.set(0, lines.get(0).replace("forward", "forwards")));
    assertTold(table + ":1: column 12 is called forwards; it must be forward");
  }

  @Test
  void aTableThatIsLongerOrShorterThanTheVideoIsNamed() throws IOException {
    edit(lines -> lines.add(lines.getLast()));
    assertTold(table + ":92: this row has no frame: the video ends after 90 frames");
    edit(lines -> lines.subList(lines.size() - 3, lines.size()).clear());
    assertTold(table + ":89: the table ends with this row, after 88 frames, but the video goes on");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(table);
    assertTold(table + ": the table of this episode's actions is missing");
    Files.delete(video);
    assertTold(folder + ": there is no episode-NNNN.mp4 in the folder");
    Files.delete(folder.resolve("recording.json"));
    assertTold(
        folder.resolve("recording.json")
            + ": the file is missing; a recording is a folder with this file and its episodes");
  }

  @Test
  void aDamagedVideoIsNamed() throws IOException {
    Files.write(video, new byte[5000]);
    IOException told =
        assertThrows(IOException.class, () -> RecordingReader.open(folder).read("episode-0001"));
    assertTrue(told.getMessage().startsWith(video + ": "), told.getMessage());
  }

  @Test
  void anotherVocabularyOrFormatIsRefused() throws IOException {
    Path info = folder.resolve("recording.json");
    String text = Files.readString(info);
    Files.writeString(info, text.replace("\"hotbar.9\", ", ""));
    assertTold(info + ": its vocabulary must be " + String.join(", ", Vocabulary.OASIS.names()));
    Files.writeString(info, text.replace("\"format\" : 1", "\"format\" : 99"));
    assertTold(info + ": its format number is 99; this program reads 1 to 1");
  }

  @Test
  void aFolderThatHoldsSomethingIsNotWrittenInto() throws IOException {
    byte[] before = Files.readAllBytes(video);
    assertThrows(
        RecordingException.class,
        () -> new WorldRecorder(WORLD).record(10, Policy.IDLE, 1, 64, 48, folder, done -> {}));
    assertArrayEquals(before, Files.readAllBytes(video));
  }

  @Test
  void anEpisodeThatIsNotFinishedLeavesNothing() throws IOException {
    Path broken = temp.resolve("broken");
    RecordingWriter writer =
        new RecordingWriter(broken, RecordingInfo.of("film", "person", 0, 20, 64, 48));
    try (RecordingWriter.EpisodeWriter episode = writer.episode()) {
      episode.add(new byte[64 * 48 * 3], new float[25], null);
    }
    try (Stream<Path> left = Files.list(broken)) {
      assertEquals(
          List.of("recording.json"), left.map(file -> file.getFileName().toString()).toList());
    }
  }

  private void assertTold(String message) {
    RecordingException told =
        assertThrows(
            RecordingException.class, () -> RecordingReader.open(folder).read("episode-0001"));
    assertEquals(message, told.getMessage());
  }

  private void edit(Edit edit) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    edit.apply(lines);
    Files.write(table, lines);
  }

  private interface Edit {
    void apply(List<String> lines);
  }
}
