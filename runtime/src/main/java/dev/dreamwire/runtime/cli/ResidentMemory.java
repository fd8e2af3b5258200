package dev.dreamwire.runtime.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of the machine's memory this process holds, heap and native together. Stateless. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** The most bytes that it held so far; empty where the system does not tell. */
  static OptionalLong mostBytes() throws IOException {
    return bytes("VmHWM:");
  }

  /** Bytes; empty where the system does not tell (anywhere but on Linux). */
  static OptionalLong bytes() throws IOException {
    return bytes("VmRSS:");
  }

  private static OptionalLong bytes(String row) throws IOException {
    return Files.isReadable(STATUS)
        ? Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(row))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .findFirst()
        : OptionalLong.empty();
  }
}
