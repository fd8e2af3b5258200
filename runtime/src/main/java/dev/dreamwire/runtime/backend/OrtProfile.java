package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** ONNX Runtime's own measurements, which it writes to a file once, when asked to end them. */
final class OrtProfile implements AutoCloseable {
  private static final String KERNEL = "_kernel_time";

  private final Path folder;
  private Map<String, Double> micros;

  OrtProfile() throws IOException {
    folder = Files.createTempDirectory("dreamwire-profile");
  }

  /** Asks a session to measure. */
  void enable(OrtSession.SessionOptions options) throws OrtException {
    options.enableProfiling(folder.resolve("run").toString());
  }

  /** Time of each part over all runs so far, as a share of the whole; measuring then ends. */
  Map<String, Double> shares(OrtSession session) throws OrtException, IOException {
    Map<String, Double> bySection = new LinkedHashMap<>();
    nodes(session).forEach((node, time) -> bySection.merge(OnnxModel.sectionOf(node), time, Double::sum));
    double whole = bySection.values().stream().mapToDouble(Double::doubleValue).sum();
    bySection.replaceAll((section, time) -> whole == 0 ? 0 : time / whole);
    return bySection;
  }

  /** Time of each node over all runs so far, in microseconds. */
  private Map<String, Double> nodes(OrtSession session) throws OrtException, IOException {
    if (micros == null) {
      JsonNode events = new ObjectMapper().readTree(Path.of(session.endProfiling()).toFile());
      micros = new LinkedHashMap<>();
      for (JsonNode event : events) {
        String name = event.path("name").asText();
        if (event.path("cat").asText().equals("Node") && name.endsWith(KERNEL)) {
          String node = name.substring(0, name.length() - KERNEL.length());
          micros.merge(node, event.path("dur").asDouble(), Double::sum);
        }
      }
    }
    return micros;
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
