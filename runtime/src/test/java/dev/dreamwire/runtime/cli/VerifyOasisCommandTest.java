package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parity with open-oasis, as a person checks it. */
class VerifyOasisCommandTest {
  @TempDir Path folder;

  @Test
  void everythingIsWithinItsLimitInEveryReading() throws Exception {
    CliRun run = CliRun.of("verify", "oasis", "--golden", golden().toString());
    assertEquals(0, run.code(), run.out() + run.err());
    for (String reading : List.of("java", "torch", "cpu", "script")) {
      assertTrue(run.out().contains("\n" + reading + " "), reading);
    }
    for (String tensor :
        List.of(
            "rollouts.sliding.latents", "rollouts.dynamic.latents", "training.dit.adamw_losses")) {
      assertTrue(run.out().contains(tensor), tensor);
    }
  }

  @Test
  void oneDamagedWeightIsFound() throws Exception {
    copy("checkpoint_dit", "checkpoint_vae", "dit_forward");
    spoilLastFloat("checkpoint_dit");
    Path report = folder.resolve("report.json");
    CliRun run =
        CliRun.of(
            "verify",
            "oasis",
            "--golden",
            folder.toString(),
            "--backend",
            "torch",
            "--report",
            report.toString());
    assertEquals(1, run.code(), run.out());
    assertTrue(line(run, "dit_forward.out ").endsWith("OVER"), run.out());
    assertTrue(line(run, "dit_forward.act.x_embedder ").endsWith("ok"), run.out());
    assertTrue(Files.readString(report).contains("\"ok\": false"));
  }

  @Test
  void oneDamagedGoldenValueIsFound() throws Exception {
    copy("checkpoint_dit", "checkpoint_vae", "vae");
    spoilLastFloat("vae");
    CliRun run = CliRun.of("verify", "oasis", "--golden", folder.toString(), "--backend", "script");
    assertEquals(1, run.code(), run.out());
  }

  @Test
  void aFolderWithoutGoldenFilesIsBadInput() {
    CliRun run = CliRun.of("verify", "oasis", "--golden", folder.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("checkpoint_dit.safetensors"), run.err());
    assertFalse(run.err().contains("Exception:"), run.err());
  }

  private static String line(CliRun run, String tensor) {
    return run.out().lines().filter(l -> l.contains(tensor)).findFirst().orElseThrow();
  }

  private static Path golden() throws URISyntaxException {
    return Path.of(VerifyOasisCommandTest.class.getResource("/golden/oasis").toURI());
  }

  private void copy(String... names) throws IOException, URISyntaxException {
    for (String name : names) {
      String file = name + ".safetensors";
      Files.copy(golden().resolve(file), folder.resolve(file));
    }
  }

  private void spoilLastFloat(String name) throws IOException {
    Path file = folder.resolve(name + ".safetensors");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // A large and finite number: 0x4c4c4c4c is about 5e7.
      channel.write(ByteBuffer.wrap(new byte[] {0x4c, 0x4c, 0x4c, 0x4c}), channel.size() - 4);
    }
  }
}
