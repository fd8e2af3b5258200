package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
  @TempDir Path folder;
  private Path forest;
  private Path desert;

  @BeforeEach
  void record() throws IOException {
    forest = folder.resolve("forest");
    desert = folder.resolve("desert");
    TinyRun.record(forest, "forest", 3);
    TinyRun.record(desert, "desert", 1);
  }

  @Test
  void severalRecordingsAreLearntFromTogetherAndTheCardNamesAll() throws IOException {
    TrainingData data = TrainingData.open(List.of(forest, desert), List.of());
    assertEquals(2 + 1, data.data().episodes().size());
    assertEquals(1, data.heldOut().episodes().size());
    String card =
        ModelCard.of(
                TinyRun.recipe(),
                data.source(),
                Optional.empty(),
                new Budget(1, 1),
                Map.of(),
                Map.of())
            .toMarkdown();
    assertTrue(card.contains("training: 80 frames in 2 episodes of forest"), card);
    assertTrue(card.contains("training: 40 frames in 1 episodes of desert"), card);
    assertTrue(card.contains("held out, from the same recording: 40 frames"), card);
  }

  @Test
  void allIsLearntFromWhereOthersAreHeldOut() throws IOException {
    TrainingData data = TrainingData.open(List.of(forest), List.of(desert));
    assertEquals(3, data.data().episodes().size());
    assertEquals(1, data.heldOut().episodes().size());
  }

  @Test
  void aLoneEpisodeCannotBeHeldBack() {
    String complaint =
        assertThrows(TrainingException.class, () -> TrainingData.open(List.of(desert), List.of()))
            .getMessage();
    assertTrue(complaint.startsWith(desert + " has one episode"), complaint);
  }
}
