package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.oasis.OasisFolder;
import dev.dreamwire.runtime.oasis.OasisImportException;
import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Takes in the two checkpoints of Oasis when they are dropped on the window together, and opens the
 * preset that plays them. On the window's thread; the work is done beside it.
 */
final class OasisDrop {
  private static final int CHECKPOINTS = 2;

  private final DocumentFiles files;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Supplier<Messages> messages;

  OasisDrop(
      DocumentFiles files, BackgroundTasks tasks, Notices notices, Supplier<Messages> messages) {
    this.files = files;
    this.tasks = tasks;
    this.notices = notices;
    this.messages = messages;
  }

  /** Lets checkpoints be dropped on a view. */
  void acceptOn(Node target) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        e -> {
          if (!checkpoints(e).isEmpty()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        e -> {
          List<Path> dropped = checkpoints(e);
          if (!dropped.isEmpty()) {
            take(dropped);
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }

  /** Imports what was dropped, or says that both files are needed. */
  void take(List<Path> checkpoints) {
    if (checkpoints.size() != CHECKPOINTS) {
      notices.show(Notice.warning(messages.get().get("oasis.both")));
      return;
    }
    notices.show(Notice.done(messages.get().get("oasis.importing")));
    tasks.write(
        () -> imported(checkpoints),
        preset -> {
          notices.show(Notice.done(messages.get().get("oasis.imported")));
          files.open(preset);
        },
        e -> notices.show(Notice.error(messages.get().get("oasis.failed", e.getMessage()))));
  }

  private static String imported(List<Path> checkpoints) {
    try {
      return OasisFolder.take(checkpoints);
    } catch (OasisImportException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static List<Path> checkpoints(DragEvent e) {
    return e.getDragboard().getFiles().stream()
        .map(File::toPath)
        .filter(OasisFolder::mayBeCheckpoint)
        .toList();
  }
}
