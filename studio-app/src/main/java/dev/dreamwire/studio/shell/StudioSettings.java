package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.preset.PlatformFolders;
import dev.dreamwire.runtime.preset.ResourceFiles;
import java.nio.file.Path;
import java.util.Locale;

/** Where things are on this machine. */
final class StudioSettings {
  private StudioSettings() {}

  /** The platform's folders; the system property {@code dreamwire.home} moves all of them. */
  static Studio.Settings ofThisMachine() {
    String moved = System.getProperty("dreamwire.home");
    Path pictures =
        moved == null
            ? Path.of(System.getProperty("user.home"), "Pictures", "Dreamwire")
            : Path.of(moved, "pictures");
    return new Studio.Settings(
        PlatformFolders.current().config(),
        pictures,
        ResourceFiles.shipped(),
        Locale.getDefault(Locale.Category.DISPLAY));
  }
}
