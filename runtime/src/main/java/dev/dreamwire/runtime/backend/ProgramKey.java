package dev.dreamwire.runtime.backend;

import dev.dreamwire.runtime.file.Sha256;
import dev.dreamwire.runtime.tensor.onnx.Initializer;
import dev.dreamwire.runtime.tensor.onnx.OnnxModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an optimised program depends on, as one sum: its graph (which the options are written into),
 * the sha256 of every weight, the version of ONNX Runtime, and the processor, because weights are
 * packed for its instructions.
 *
 * @param sha256 64 digits of lower-case hexadecimal
 */
record ProgramKey(String sha256) {
  /** Counts up when the same graph is to be optimised otherwise. */
  private static final String FORM = "1";

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** The key of a program. Reads all its weights. */
  static ProgramKey of(OnnxModel model) throws IOException {
    MessageDigest digest = Sha256.digest();
    add(digest, FORM);
    add(digest, OrtSessions.environment().getVersion());
    add(digest, processor());
    digest.update(model.graph());
    for (Initializer weight : model.external()) {
      add(digest, weight.name());
      add(digest, weight.values().identity());
    }
    return new ProgramKey(HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static String processor() throws IOException {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch") + " ";
    if (!Files.isReadable(PROCESSORS)) {
      return system + System.getenv("PROCESSOR_IDENTIFIER");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return system
          + lines
              .takeWhile(line -> !line.isBlank())
              .filter(line -> line.matches("(?i)(model name|flags|features|cpu part)\\s*:.*"))
              .collect(Collectors.joining(" "));
    }
  }
}
