package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCacheTest {
  private final List<short[]> episodes = List.of(new short[] {1, -2, 3}, new short[700_000]);

  @TempDir private Path folder;
  private int worked;

  @Test
  void whatWasWorkedOutOnceIsNotWorkedOutAgain() {
    get("one");
    assertEquals(1, worked);
    episodes.getLast()[699_999] = 7;
    assertEpisodes(get("one"), 0);
    assertEquals(1, worked);
  }

  @Test
  void whatDependsOnSomethingElseIsWorkedOutAnew() {
    get("one");
    get("two");
    assertEquals(2, worked);
    get("one");
    assertEquals(3, worked, "only the last is kept");
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
      assertEquals(1, worked, length + " bytes were taken for the whole");
    }
  }

  @Test
  void whereNothingCanBeKeptTheWorkIsDoneAllTheSame() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    assertEquals(episodes, PlayCache.in(file).get("name", key("one"), () -> episodes));
  }

  @Test
  void aRunThatIsCompleteLeavesNothing() throws IOException {
    Path cache = folder.resolve("cache");
    PlayCache.in(cache).delete();
    PlayCache.in(cache).get("name", key("one"), () -> episodes);
    PlayCache.in(cache).delete();
    assertFalse(Files.exists(cache));
  }

  private List<short[]> get(String key) {
    return PlayCache.in(folder)
        .get(
            "name",
            key(key),
            () -> {
              worked++;
              return episodes;
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
