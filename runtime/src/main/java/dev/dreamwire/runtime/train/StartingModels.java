package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Trained models that a run begins from: the autoencoder stays as it is, the denoiser learns on.
 *
 * @param autoencoder its file
 * @param denoiser its file
 */
public record StartingModels(String autoencoder, String denoiser) {
  private static final String FILE = "start.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Keeps in a run's folder what it began from, for a process that goes on with it. */
  void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
  }

  /** What the run in a folder began from; empty if it began from nothing. */
  static Optional<StartingModels> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readAllBytes(file), StartingModels.class))
        : Optional.empty();
  }
}
