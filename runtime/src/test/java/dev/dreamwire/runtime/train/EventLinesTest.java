package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.train.health.Ailment;
import dev.dreamwire.runtime.train.health.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {
  @Test
  void everyEventReadsBackFromItsLine() {
    List<TrainingEvent> events =
        List.of(
            new TrainingEvent.Began("reading"),
            new TrainingEvent.Resumed("denoiser", 3),
            new TrainingEvent.Progress("denoiser", 7, 0.5, 0.25, Map.of("loss", 0.5f), 90.5, 12),
            new TrainingEvent.StepSkipped("denoiser", 7),
            new TrainingEvent.RateHalved("denoiser", 7, 0.5),
            new TrainingEvent.Noticed(
                "denoiser", new Finding(Ailment.DEAD_ACTIONS, 7, "left, jump", 1.01, 1.02)),
            new TrainingEvent.Drawn("denoiser", "a.png"),
            new TrainingEvent.Finished("denoiser", 9),
            new TrainingEvent.Completed(),
            new TrainingEvent.Stopped("denoiser", 8),
            new TrainingEvent.Failed("no \"disk\"\nat all"),
            new TrainingEvent.WorkerLost("exit code 137", 2));
    assertEquals(TrainingEvent.class.getPermittedSubclasses().length, events.size());
    for (TrainingEvent event : events) {
      String line = EventLines.write(event);
      assertEquals(1, line.lines().count());
      assertEquals(Optional.of(event), EventLines.read(line));
    }
  }

  @Test
  void whatALibraryPrintsIsNoEvent() {
    assertEquals(Optional.empty(), EventLines.read("Loading libtorch"));
    assertEquals(Optional.empty(), EventLines.read("{\"event\":\"unheard\"}"));
  }
}
