package dev.dreamwire.studio.shell;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.overlay.FileChoices;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.studio.document.Dialogs;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that parameters can name: models and scenes of the preset in front and of those that
 * ship. For the window's thread.
 */
final class KnownFiles implements FileChoices {
  private static final Logger LOG = LoggerFactory.getLogger(KnownFiles.class);

  private final Studio studio;
  private final Dialogs dialogs;
  private List<Preset> shipped = List.of();

  /** Reads the presets that ship in the background; until then only the one in front is known. */
  KnownFiles(Studio studio, Dialogs dialogs) {
    this.studio = studio;
    this.dialogs = dialogs;
    PresetCatalogue catalogue = studio.catalogue();
    studio
        .tasks()
        .read(
            () -> catalogue.names().stream().map(name -> catalogue.open(name).preset()).toList(),
            presets -> shipped = presets,
            e -> LOG.warn("the files of the presets that ship are not offered", e));
  }

  @Override
  public List<String> known(NodeSpec spec, Param param) {
    Set<String> names = new LinkedHashSet<>();
    if (param.kind() instanceof Param.FileKind(List<String> extensions)) {
      collect(studio.document().preset(), extensions, names);
      shipped.forEach(preset -> collect(preset, extensions, names));
    }
    return List.copyOf(names);
  }

  private static void collect(Preset preset, List<String> extensions, Set<String> names) {
    for (Preset.Model model : preset.models()) {
      if (fits(model.file(), extensions)) {
        names.add(model.file());
      }
    }
    for (Preset.Scene scene : preset.scenes()) {
      if (fits(scene.image(), extensions)) {
        names.add(scene.name());
      }
    }
  }

  private static boolean fits(String file, List<String> extensions) {
    String name = file.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> name.endsWith("." + extension));
  }

  @Override
  public boolean browses() {
    return true;
  }

  @Override
  public Optional<String> browse(List<String> extensions) {
    return dialogs.openFile(extensions).map(Path::toString);
  }
}
