package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** {@link TrainingEvent}s as lines of JSON. Stateless and safe on every thread. */
public final class EventLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventLines() {}

  /** One line, without its end. */
  public static String write(TrainingEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The event of a line; empty for lines that a library printed. */
  public static Optional<TrainingEvent> read(String line) {
    if (!line.startsWith("{\"event\"")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line, TrainingEvent.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
