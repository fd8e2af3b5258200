package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.preset.PresetPicture;
import dev.dreamwire.studio.document.DocumentFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens presets, and pictures that hold one, when they are dropped on the window. */
final class PresetDrop {
  private PresetDrop() {}

  /** Lets files be dropped on a view. */
  static void acceptOn(Node target, DocumentFiles files) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        e -> {
          if (!presets(e).isEmpty()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        e -> {
          List<Path> dropped = presets(e);
          if (!dropped.isEmpty()) {
            dropped.forEach(files::open);
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }

  private static List<Path> presets(DragEvent e) {
    return e.getDragboard().getFiles().stream()
        .map(File::toPath)
        .filter(PresetDrop::mayBePreset)
        .toList();
  }

  private static boolean mayBePreset(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(PresetFile.EXTENSION) || name.endsWith(PresetPicture.EXTENSION);
  }
}
