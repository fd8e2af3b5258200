package dev.dreamwire.runtime.eval.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How good a world model is.
 *
 * @param preset its name
 * @param world that it is compared with
 * @param seed of places, play and noise
 * @param extent how much was measured, by name
 * @param sections one a protocol, in order
 */
public record Report(
    String preset, String world, long seed, Map<String, Integer> extent, List<Section> sections) {
  /** The report as JSON, in its folder. */
  public static final String JSON = "eval.json";

  /** The report for people, in its folder. */
  public static final String HTML = "eval.html";

  /** The figures as a table that reads well as plain text, in its folder. */
  public static final String TABLE = "eval.md";

  public Report {
    sections = List.copyOf(sections);
  }

  /** Whether every goal is reached. */
  @JsonProperty
  public boolean playable() {
    return sections.stream().flatMap(section -> section.figures().stream()).allMatch(Figure::met);
  }

  /** The report as JSON text. */
  public String toJson() {
    try {
      return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a report.
   *
   * @throws IOException if the file is not one
   */
  public static Report read(Path json) throws IOException {
    return mapper().readValue(Files.readString(json), Report.class);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }
}
