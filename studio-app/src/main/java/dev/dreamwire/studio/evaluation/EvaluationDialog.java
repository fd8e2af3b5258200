package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.Extent;
import dev.dreamwire.runtime.eval.Measure;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.studio.i18n.Messages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Measures the preset in front and shows what is found, protocol by protocol. The window can be
 * used meanwhile; closing the dialog ends the evaluation. For the window's thread.
 */
public final class EvaluationDialog extends Dialog<Void> {
  /** Another than recordings are made with. */
  private static final long SEED = 90210;

  private static final double WIDTH = 780;
  private static final double HEIGHT = 560;

  private final Messages messages;
  private final ReportTexts texts;
  private final EvaluationRun run;
  private final Supplier<LoadedPreset> preset;
  private final Path folder;
  private final Runnable rest;
  private final Map<Measure, CheckBox> measures = new LinkedHashMap<>();
  private final CheckBox quick;
  private final Button start;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label status = new Label();
  private final ScrollPane scroll = new ScrollPane();

  /**
   * A dialog that has measured nothing yet.
   *
   * @param preset the one in front
   * @param folder for reports, and for what one evaluation leaves to the next
   * @param rest stops play, which would slow the evaluation and be slowed by it
   */
  public EvaluationDialog(
      Window owner,
      Messages messages,
      Evaluator evaluator,
      Supplier<LoadedPreset> preset,
      Path folder,
      Runnable rest) {
    this.messages = messages;
    this.texts = new ReportTexts(messages.locale());
    this.run = new EvaluationRun(evaluator);
    this.preset = preset;
    this.folder = folder;
    this.rest = rest;
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle(messages.get("evaluation.title"));
    quick = new CheckBox(messages.get("evaluation.quick"));
    quick.setId("evaluation-quick");
    quick.setSelected(true);
    start = new Button();
    start.setId("evaluation-start");
    start.setOnAction(e -> startOrStop());
    status.setId("evaluation-status");
    scroll.setFitToWidth(true);
    status.setWrapText(true);
    scroll.setPrefHeight(HEIGHT);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox content = new VBox(choices(), controls(), status, scroll);
    content.getStyleClass().add("evaluation");
    content.setPrefWidth(WIDTH);
    getDialogPane().setContent(content);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(messages.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    setResizable(true);
    setOnHidden(e -> run.cancel());
    run.stateProperty().subscribe(now -> show(now));
    run.reportProperty().subscribe(now -> show(now));
  }

  private FlowPane choices() {
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("evaluation-choices");
    for (Measure measure : Measure.values()) {
      CheckBox box = new CheckBox(texts.title(measure.id()));
      box.setId("evaluate-" + measure.id());
      box.setSelected(true);
      box.selectedProperty().subscribe(chosen -> show(run.stateProperty().get()));
      measures.put(measure, box);
      choices.getChildren().add(box);
    }
    return choices;
  }

  private HBox controls() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.get("evaluation.title"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    start.setMinWidth(Region.USE_PREF_SIZE);
    quick.setMinWidth(Region.USE_PREF_SIZE);
    HBox controls = new HBox(start, quick, bar);
    controls.setAlignment(Pos.CENTER_LEFT);
    controls.getStyleClass().add("evaluation-controls");
    return controls;
  }

  private Set<Measure> chosen() {
    return measures.entrySet().stream()
        .filter(entry -> entry.getValue().isSelected())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void startOrStop() {
    if (run.running()) {
      run.cancel();
      start.setDisable(true);
      status.setText(messages.get("evaluation.stopping"));
      return;
    }
    rest.run();
    Extent extent = quick.isSelected() ? Extent.QUICK : Extent.FULL;
    Path reports = folder.resolve("report");
    run.start(
        preset.get(),
        new Evaluation.Order(chosen(), SEED, extent, reports, folder.resolve("cache")),
        messages.locale());
  }

  private void show(EvaluationRun.State state) {
    boolean running = state instanceof EvaluationRun.State.Running;
    start.setText(messages.get(running ? "evaluation.stop" : "evaluation.start"));
    start.setDisable(chosen().isEmpty());
    quick.setDisable(running);
    measures.values().forEach(box -> box.setDisable(running));
    switch (state) {
      case EvaluationRun.State.Idle idle -> status.setText(messages.get("evaluation.idle"));
      case EvaluationRun.State.Running at -> {
        bar.setProgress(at.done() / at.of());
        status.setText(messages.get("evaluation.running", texts.title(at.measure().id())));
      }
      case EvaluationRun.State.Stopped stopped ->
          status.setText(messages.get("evaluation.stopped"));
      case EvaluationRun.State.Done done -> {
        bar.setProgress(1);
        status.setText(
            messages.get("evaluation.done", folder.resolve("report").resolve(Report.HTML)));
      }
      case EvaluationRun.State.Failed failed ->
          status.setText(messages.get("evaluation.failed", failed.message()));
    }
  }

  private void show(Report report) {
    scroll.setContent(
        report == null ? null : new ReportView(report, texts, folder.resolve("report")));
  }
}
