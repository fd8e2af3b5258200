package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.runtime.preset.ResourceFiles;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * A program that edits a document without end, for a test to kill: one node an edit. Tells after
 * each how many edits and how many saves there were, and the milliseconds since the start. Saves
 * over and over if it is asked to.
 */
final class KilledEditor {
  private static final Duration EVERY = Duration.millis(40);

  private final Path file;
  private final boolean saves;
  private final long start = System.nanoTime();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final StudioDocument document;
  private int edits;
  private int saved;

  private KilledEditor(Path folder, boolean saves) {
    this.file = folder.resolve("edited" + PresetFile.EXTENSION);
    this.saves = saves;
    this.document =
        new StudioDocument(
            new ResourceFiles(KilledEditor.class.getClassLoader(), folder.resolve("cache")),
            "Edited");
    new AutoSave(document, new Recovery(folder.resolve("recovery")), tasks);
    // The first save loads many classes, which is not what the test is about.
    PresetFile.write(file, document.preset());
    Timeline hand = new Timeline(new KeyFrame(EVERY, e -> edit()));
    hand.setCycleCount(Timeline.INDEFINITE);
    hand.play();
  }

  private void edit() {
    document.apply(
        new GraphEdit.AddNode(new Node("n" + edits++, "some:type", 1, Map.of(), edits, 0)));
    document.seal();
    if (saves && edits % 5 == 0) {
      save();
    }
    System.out.println(edits + " " + saved + " " + (System.nanoTime() - start) / 1_000_000);
  }

  private void save() {
    OpenDocument saving = document.frontProperty().get();
    Preset preset = saving.preset();
    tasks.write(
        () -> PresetFile.write(file, preset),
        () -> {
          saved++;
          document.saved(saving, file, preset);
        },
        e -> System.exit(1));
  }

  /** Edits in a folder until it is killed. */
  public static void main(String[] args) {
    Platform.startup(() -> new KilledEditor(Path.of(args[0]), args[1].equals("save")));
  }
}
