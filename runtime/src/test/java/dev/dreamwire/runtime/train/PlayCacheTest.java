package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCacheTest {
  private static final int ALL = 2;

  private final List<short[]> episodes = List.of(new short[] {1, -2, 3}, new short[700_000]);

  @TempDir private Path folder;
  private int worked;

  @Test
  void whatWasWorkedOutOnceIsNotWorkedOutAgain() {
    get("one");
    assertEquals(ALL, worked);
    episodes.getLast()[699_999] = 7;
    assertEpisodes(get("one"), 0);
    assertEquals(ALL, worked);
  }

  @Test
  void whatDependsOnSomethingElseIsWorkedOutAnew() {
    get("one");
    get("two");
    assertEquals(2 * ALL, worked);
    get("one");
    assertEquals(3 * ALL, worked, "only the last is kept");
  }

  @Test
  void aDamagedFileIsWorkedOutAnew() throws IOException {
    get("one");
    Path file = folder.resolve("name.halves");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 35, 37, 45, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      worked = 0;
      get("one");
      assertEquals(ALL, worked, length + " bytes were taken for the whole");
    }
  }

  @Test
  void whereNothingCanBeKeptTheWorkIsDoneAllTheSame() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    assertEquals(episodes, get(PlayCache.in(file, () -> false), "one"));
  }

  @Test
  void aRunThatIsCompleteLeavesNothing() throws IOException {
    Path cache = folder.resolve("cache");
    PlayCache there = PlayCache.in(cache, () -> false);
    there.delete();
    get(there, "one");
    there.delete();
    assertFalse(Files.exists(cache));
  }

  @Test
  void whoIsAskedToStopLeavesAfterAnEpisodeAndKeepsNothing() {
    PlayCache stopped = PlayCache.in(folder, () -> worked > 0);
    assertThrows(PlayCache.StoppedException.class, () -> get(stopped, "one"));
    assertEquals(1, worked);
    worked = 0;
    assertEpisodes(get("one"), 0);
    assertEquals(ALL, worked);
  }

  private List<short[]> get(String key) {
    return get(PlayCache.in(folder, () -> false), key);
  }

  private List<short[]> get(PlayCache cache, String key) {
    return cache.get(
        "name",
        key(key),
        IntStream.range(0, ALL),
        number -> {
          worked++;
          return episodes.get(number);
        });
  }

  private static byte[] key(String text) {
    return new PlayCache.Key().text(text).value();
  }

  private void assertEpisodes(List<short[]> found, int last) {
    assertArrayEquals(episodes.getFirst(), found.getFirst());
    assertEquals(episodes.getLast().length, found.getLast().length);
    assertEquals(last, found.getLast()[699_999], "as it was when it was kept");
  }
}
