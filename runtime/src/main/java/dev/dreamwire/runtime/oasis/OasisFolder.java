package dev.dreamwire.runtime.oasis;

import dev.dreamwire.runtime.preset.PlatformFolders;
import dev.dreamwire.runtime.preset.PresetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the preset {@code oasis-500m} finds its weights: a folder of this person's that checkpoints
 * are imported into. Stateless.
 */
public final class OasisFolder {
  /** The catalogue's preset that plays what lies here. */
  public static final String PRESET = "oasis-500m";

  private static final OasisImport RELEASED = new OasisImport(640, 360, 32);

  private OasisFolder() {}

  /** The folder; it need not exist yet. */
  public static Path path() {
    return PlatformFolders.current().models().resolve(PRESET);
  }

  /**
   * Imports two checkpoints, in whichever order they are named.
   *
   * @return the name of the preset to open
   * @throws OasisImportException if they are not one transformer and one autoencoder of Oasis
   * @throws IOException if a file cannot be read or written
   */
  public static String take(List<Path> checkpoints) throws IOException, OasisImportException {
    List<Path> dits = new ArrayList<>();
    List<Path> vaes = new ArrayList<>();
    for (Path file : checkpoints) {
      (OasisImport.isTransformer(file) ? dits : vaes).add(file);
    }
    if (dits.size() != 1 || vaes.size() != 1) {
      throw new OasisImportException(
          "Oasis is two files, a transformer and an autoencoder; here are "
              + dits.size()
              + " and "
              + vaes.size());
    }
    RELEASED.run(dits.getFirst(), vaes.getFirst(), path());
    return PRESET;
  }

  /** Whether a file's name says that it may be a checkpoint. */
  public static boolean mayBeCheckpoint(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.endsWith(PresetFile.EXTENSION)
        && (name.endsWith(".safetensors") || name.endsWith(".pt"));
  }
}
