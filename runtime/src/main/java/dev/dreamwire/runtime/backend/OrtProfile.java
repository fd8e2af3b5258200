package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** ONNX Runtime's own measurements, which it writes to a file once, when asked to end them. */
final class OrtProfile implements AutoCloseable {
  private static final String KERNEL = "_kernel_time";
  private static final ObjectReader EVENT = new ObjectMapper().readerFor(JsonNode.class);

  private final Path folder;
  private Map<String, Double> shares;

  OrtProfile() throws IOException {
    folder = Files.createTempDirectory("dreamwire-profile");
  }

  /** Asks a session to measure. */
  void enable(OrtSession.SessionOptions options) throws OrtException {
    options.enableProfiling(folder.resolve("run").toString());
  }

  /**
   * Time of each part over all runs so far, as a share of the whole; measuring then ends, and later
   * calls give the same.
   */
  Map<String, Double> shares(OrtSession session) throws OrtException, IOException {
    if (shares == null) {
      shares = Collections.unmodifiableMap(read(Path.of(session.endProfiling())));
    }
    return shares;
  }

  /** The file holds an event a node and run, too many to have in memory at once. */
  private static Map<String, Double> read(Path file) throws IOException {
    Map<String, Double> bySection = new LinkedHashMap<>();
    double whole = 0;
    try (MappingIterator<JsonNode> events = EVENT.readValues(file.toFile())) {
      while (events.hasNext()) {
        JsonNode event = events.next();
        String name = event.path("name").asText();
        if (event.path("cat").asText().equals("Node") && name.endsWith(KERNEL)) {
          double micros = event.path("dur").asDouble();
          bySection.merge(OnnxModel.sectionOf(name), micros, Double::sum);
          whole += micros;
        }
      }
    }
    double all = whole;
    bySection.replaceAll((section, micros) -> all == 0 ? 0 : micros / all);
    return bySection;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
